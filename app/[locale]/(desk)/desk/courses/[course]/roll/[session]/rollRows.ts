import { getLocale, getTranslations } from "next-intl/server";
import { apartInWords } from "@/app/_ui/apart";
import { outlookSaid } from "@/app/_ui/outlook";
import { dayNear } from "@/app/_words/nearDays";
import type { Roll } from "@/lib/attendance/queries";
import { clockTime, fromTo, fullDay } from "@/lib/i18n/format";
import { type Locale, nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { dayAt } from "@/lib/time/zone";
import type { RollRow } from "./RollLine";

/** Who entered all that is entered and from when to when, ready to read, where it was one person; null where rows differ. */
export async function enteredByOne({ session, people }: Roll): Promise<string | null> {
  const locale = await getLocale();
  const t = await getTranslations("rolls");
  const entered = people.flatMap(({ enteredAt, enteredBy }) =>
    enteredAt === null ? [] : [{ at: enteredAt, by: enteredBy && nameFor(enteredBy, locale) }],
  );
  const by = new Set(entered.map((one) => one.by));
  if (entered.length < 2 || by.size > 1) return null;
  const said = [...new Set(entered.map(({ at }) => at).toSorted((a, b) => a - b))].map((at) =>
    enteredAt(at, session, locale),
  );
  const [first = "", last = first] = [said[0], said.at(-1)];
  return t("entered", {
    by: [...by][0] ?? t("somebody"),
    at: first === last ? first : fromTo(first, last, locale),
  });
}

/** When something was entered: the hour on the session's day, else the day. */
const enteredAt = (at: number, session: Roll["session"], locale: Locale) =>
  dayAt(at, session.zone) === session.day
    ? clockTime(at, locale, session.zone)
    : dayNear(dayAt(at, session.zone), session.day, locale);

type RowsAsked = { allByOne: boolean; late: number };

/**
 * The people of a roll as its sheet shows them, with what is said of each ready to read; who entered it only where it was not
 * one for all. `late`: the minutes of whoever is marked late, until somebody says otherwise.
 */
export async function rollRows({ session, people }: Roll, { allByOne, late }: RowsAsked): Promise<RollRow[]> {
  const locale = await getLocale();
  const t = await getTranslations("rolls");
  const said = await outlookSaid();
  const apartSaid = await apartInWords();
  return inOrderAsRead(people, (person) => nameFor(person, locale)).map((person) => ({
    id: person.registrationId,
    name: person.name,
    called: nameFor(person, locale),
    latinName: person.latinName,
    apart: apartSaid(person.apart),
    organisation: person.organisation,
    needs: person.needs,
    state: person.state,
    lateMinutes: (person.state === "late" ? person.lateMinutes : null) ?? late,
    entered:
      person.enteredAt === null || allByOne
        ? null
        : t("entered", {
            by: person.enteredBy ? nameFor(person.enteredBy, locale) : t("somebody"),
            at: enteredAt(person.enteredAt, session, locale),
          }),
    outlook: person.outlook && said(person.outlook).short,
    joined:
      person.joinedLater && person.placeSince !== null
        ? t("joined", { day: fullDay(dayAt(person.placeSince, session.zone), locale) })
        : null,
  }));
}
