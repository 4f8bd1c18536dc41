import type { Context } from "../acts/context";
import { peoplePresentIn } from "../attendance/store/presence";
import { coursesCalled } from "../courses/store/taught";
import { locales } from "../i18n/rules";
import { courseOfKey } from "./rules/entered";
import { type Evidence, knownOn, only } from "./rules/stage";
import { perhapsTwice, recordedAgain } from "./rules/twice";

/** Of each of these histories the workshops that may be one recorded twice, with the others; read at once, and only where days are the same. */
function twiceIn(cx: Context, histories: readonly (readonly Evidence[])[]) {
  const held = histories.map((history) => {
    const all = only(knownOn(history, "9999-12-31"), "workshop");
    return all.filter(({ key, day }) => all.some((other) => other.key !== key && other.day === day));
  });
  const courses = [...new Set(held.flatMap((all) => all.map(({ key }) => courseOfKey(key))))];
  const called = courses.length > 0 ? coursesCalled(cx, courses) : new Map<number, never>();
  const present = courses.length > 0 ? peoplePresentIn(cx, courses) : new Map<number, never>();
  return held.map((all) =>
    perhapsTwice(
      all.map(({ key, day }) => {
        const place = called.get(courseOfKey(key))?.place;
        return {
          ...{ key, day, place: locales.flatMap((locale) => place?.[locale] ?? []) },
          people: present.get(courseOfKey(key)) ?? new Set(),
        };
      }),
    ),
  );
}

/** The keys of workshops of a history that may be one workshop recorded twice. */
export const recordedTwice = (cx: Context, history: readonly Evidence[]): ReadonlySet<string> =>
  new Set(twiceIn(cx, [history])[0]!.keys());

/** The same ways with each workshop saying which one that was recorded before it may be the same: what taught nobody is none. */
export function withAgain<Way extends { history: Evidence[] }>(cx: Context, ways: readonly Way[]): Way[] {
  const counted = ways.map(({ history }) =>
    history.filter((one) => one.kind === "workshop" && one.roll && one.role !== "apprentice"),
  );
  const found = twiceIn(cx, counted);
  return ways.map((way, at) => {
    const again = recordedAgain(found[at]!, courseOfKey);
    if (again.size === 0) return way;
    return {
      ...way,
      history: way.history.map((one) => {
        const first = again.get(one.key);
        return one.kind === "workshop" && first !== undefined ? { ...one, again: first } : one;
      }),
    };
  });
}
