import type { Context } from "../acts/context";
import { coursesCalled } from "../courses/store/taught";
import { locales } from "../i18n/rules";
import { perhapsTwice } from "./rules/counting";
import { courseOfKey } from "./rules/entered";
import { type Evidence, knownOn, only } from "./rules/stage";

/** The keys of workshops of a history that may be one workshop recorded twice: they ended on one day in one place. */
export function recordedTwice(cx: Context, history: readonly Evidence[]): ReadonlySet<string> {
  const workshops = only(knownOn(history, "9999-12-31"), "workshop");
  const called = coursesCalled(
    cx,
    workshops.map(({ key }) => courseOfKey(key)),
  );
  return perhapsTwice(
    workshops.map(({ key, day }) => {
      const place = called.get(courseOfKey(key))?.place;
      return { key, day, place: locales.flatMap((locale) => place?.[locale] ?? []) };
    }),
  );
}
