import type { SignInSheet } from "@/lib/documents/papers";
import { breakable, timeRange } from "@/lib/i18n/format";
import { commas, type Locale, nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { emptySheetRows } from "@/lib/participants/rules";
import type { Session } from "@/lib/timetable/queries";
import {
  type CourseOnPaper,
  dayWithYear,
  isBeforeNoon,
  listedWithOrganisations,
  paperHead,
  paperWords,
  sessionOnPaper,
  whereOnPaper,
} from "./papers";

type Course = CourseOnPaper & { capacity: number };
type Person = { number: number; name: string; latinName: string | null; organisation: string | null };

/** With more sessions than these a day is signed for by its halves. */
const mostSignatures = 4;

/** A sheet to sign for each day of these sessions: names and organisations, a column a session or half a day. */
export function signInSheet(
  course: Course,
  people: readonly Person[],
  sessions: readonly Session[],
  language: Locale,
): SignInSheet {
  const t = paperWords(language);
  const days = [...new Set(sessions.map((s) => s.day))];
  return {
    kind: "sign-in",
    ...paperHead(course, language, t("signIn")),
    heads: { number: t("number"), name: t("name"), organisation: t("organisation") },
    days: days.map((day) => {
      const ofDay = sessions.filter((s) => s.day === day);
      const rooms = [...new Set(ofDay.flatMap((s) => whereOnPaper(s, language) ?? []))];
      return {
        day: dayWithYear(day, language),
        lines: rooms.length > 0 ? [commas(rooms, language)] : [],
        signatures: ofDay.length <= mostSignatures ? bySession(ofDay, language) : byHalves(ofDay, language),
      };
    }),
    people: listedWithOrganisations(
      inOrderAsRead(people, (one) => nameFor(one, language)),
      language,
    ).map(({ listed }) => listed),
    emptyRows: emptySheetRows(course.capacity, people.length),
  };
}

const bySession = (sessions: readonly Session[], language: Locale) =>
  sessions.map((s) => ({
    time: breakable(timeRange(s.startsAt, s.endsAt, language)),
    title: sessionOnPaper(s, language).short,
  }));

function byHalves(sessions: readonly Session[], language: Locale) {
  const t = paperWords(language);
  const halves = [
    { title: t("morning"), of: sessions.filter(isBeforeNoon) },
    { title: t("afternoon"), of: sessions.filter((s) => !isBeforeNoon(s)) },
  ];
  return halves.flatMap(({ title, of }) => {
    const ends = of.map((s) => s.endsAt).sort();
    return of.length === 0
      ? []
      : [{ time: breakable(timeRange(of[0]!.startsAt, ends.at(-1)!, language)), title }];
  });
}
