import type { SignInSheet } from "@/lib/documents/papers";
import { breakable, timeRange } from "@/lib/i18n/format";
import { commas, dotBetween, isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import { inOrderAsRead } from "@/lib/names/rules";
import { emptySheetRows, listsToSign } from "@/lib/participants/rules";
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
type Person = {
  number: number;
  name: string;
  latinName: string | null;
  organisation: string | null;
  groupId: number | null;
};

/** With more sessions than these a day is signed for by its halves. */
const mostSignatures = 4;

/**
 * Sheets to sign for each day of these sessions: names and organisations, a column a session or half a day. Groups that meet by
 * themselves have a sheet each, of what is theirs; `group`: there is one of that group alone, with everybody's sessions.
 */
export function signInSheet(
  course: Course,
  people: readonly Person[],
  sessions: readonly Session[],
  language: Locale,
  group: number | null = null,
): SignInSheet {
  const t = paperWords(language);
  const days = [...new Set(sessions.map((s) => s.day))];
  const found = new Map<number | null, number>();
  const lists: SignInSheet["lists"] = [];
  const listOf = (groupId: number | null, of: readonly Person[]) => {
    const known = found.get(groupId);
    if (known !== undefined) return known;
    found.set(groupId, lists.length);
    const sorted = inOrderAsRead(of, (one) => nameFor(one, language));
    return (
      lists.push({
        people: listedWithOrganisations(sorted, language).map(({ listed }) => listed),
        // Whoever is expected in a group is in it.
        emptyRows: emptySheetRows(groupId === null ? course.capacity : of.length, of.length),
      }) - 1
    );
  };
  return {
    kind: "sign-in",
    ...paperHead(course, language, t("signIn")),
    heads: { number: t("number"), name: t("name"), organisation: t("organisation") },
    days: days.flatMap((day) =>
      listsToSign(
        people,
        sessions.filter((s) => s.day === day),
        group,
      ).map(({ groupId, people: signs, sessions: all }) => {
        const name = all.find((s) => s.groupId === groupId)?.group;
        // Whose the sheet is stands above it, not in each column.
        const of = all.map((s) => ({ ...s, group: null }));
        const rooms = [...new Set(of.flatMap((s) => whereOnPaper(s, language) ?? []))];
        const called = name ? `${dotBetween}${isolate(name, language)}` : "";
        return {
          day: dayWithYear(day, language) + called,
          lines: rooms.length > 0 ? [commas(rooms, language)] : [],
          signatures: of.length <= mostSignatures ? bySession(of, language) : byHalves(of, language),
          list: listOf(groupId, signs),
        };
      }),
    ),
    lists,
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
