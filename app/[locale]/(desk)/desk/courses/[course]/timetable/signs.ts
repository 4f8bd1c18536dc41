import { getLocale, getTranslations } from "next-intl/server";
import { timeRange } from "@/lib/i18n/format";
import { isolate, nameFor, shownIn } from "@/lib/i18n/rules";
import type { Elsewhere, PeopleElsewhere, Session } from "@/lib/timetable/queries";
import { atOneTime } from "@/lib/timetable/rules/grid";
import { type BreaksAsked, breakUnder } from "@/lib/timetable/rules/ground";
import { askedTwiceAt } from "@/lib/timetable/rules/ofGroups";
import { onlyApprentices } from "@/lib/timetable/rules/roles";
import { nameInSentence } from "./changes";
import type { SaidBySession } from "./issueWords";

/** What is wrong with a session: in a word, on the sheet; in full, beside it. */
export type Sign = {
  tone: "stop" | "attention";
  word: string;
  /** In full: a sentence, or the fault that says it. */
  said: string | Elsewhere["fault"] | null;
};

/** True where a session cannot be as it is planned. */
export const stops = ({ tone }: Sign) => tone === "stop";

/** Who or what is not to be had, in a word. */
const wordOf = {
  room_closed: "roomClosed",
  trainer_gone: "trainerGone",
  trainer_expected: "trainerExpected",
  away: "away",
} as const satisfies Record<SaidBySession, string>;

/** What is wrong with each session of a course, by its key. */
export async function signsOf(
  sessions: readonly Session[],
  given: {
    /** True while it can be mended. */
    planned: boolean;
    elsewhere: ReadonlyMap<number, readonly Elsewhere[]>;
    /** Whose people are expected in another course at that time. */
    people: ReadonlyMap<number, readonly PeopleElsewhere[]>;
    /** Who or what is not to be had for a session, by its key, each as a sentence. */
    said: (kind: SaidBySession) => ReadonlyMap<number, readonly string[]>;
    /** Groups that nobody is in. */
    emptyGroups: ReadonlySet<number>;
    /** The times off that the timetable was asked for. */
    breaks: BreaksAsked | null;
    /** Where attendance is taken, the sessions that began before this instant should have theirs. */
    heldBefore: number | null;
  },
): Promise<(session: Session) => Sign[]> {
  const locale = await getLocale();
  const t = await getTranslations("timetableSheet");
  const g = await getTranslations("groups");
  const met = given.planned ? atOneTime(sessions) : new Map<number, Session[]>();
  const names = new Map(
    await Promise.all([...met.values()].flat().map(async (s) => [s.id, await nameInSentence(s)] as const)),
  );
  const sameTime = (other: Session): Sign => ({
    tone: "stop",
    word: t("sameTime"),
    said: t("sameTimeAs", {
      session: names.get(other.id) ?? "",
      times: isolate(timeRange(other.startsAt, other.endsAt, locale), locale),
    }),
  });
  const taken = ({ what, fault }: Elsewhere): Sign => ({
    tone: "stop",
    word: t(what === "room" ? "roomTaken" : "trainerTaken"),
    said: fault,
  });
  const expected = ({ people, course }: PeopleElsewhere): Sign => ({
    tone: "attention",
    word: t("peopleElsewhere"),
    said: course
      ? t("peopleIn", { count: people, course: isolate(shownIn(course, locale), locale) })
      : t("peopleInOther", { count: people }),
  });
  const over = (session: Session): Sign[] => {
    const under = breakUnder(session, session.kind, given.breaks);
    return under === null
      ? []
      : [{ tone: "attention", word: t(`over.${under}`), said: t(`overSaid.${under}`) }];
  };
  const inTwoGroups = (person: Session["asked"][number]): Sign => ({
    tone: "attention",
    word: t("askedTwice"),
    said: t("askedTwiceSaid", { name: isolate(nameFor(person, locale), locale) }),
  });
  const notThere = (["room_closed", "trainer_gone", "trainer_expected", "away"] as const).map((kind) => ({
    word: t(wordOf[kind]),
    bySession: given.said(kind),
  }));
  return (session) => [
    ...(met.get(session.id) ?? []).map(sameTime),
    ...(given.elsewhere.get(session.id) ?? []).map(taken),
    ...(given.planned && onlyApprentices(session.trainers)
      ? [{ tone: "attention" as const, word: t("apprenticeAlone"), said: t("apprenticeAloneSaid") }]
      : []),
    ...(given.planned ? askedTwiceAt(session, sessions).map(inTwoGroups) : []),
    ...(given.planned && session.groupId !== null && given.emptyGroups.has(session.groupId)
      ? [{ tone: "attention" as const, word: g("nobodyInIt"), said: g("nobodyIn") }]
      : []),
    ...(given.planned ? over(session) : []),
    ...(given.planned ? (given.people.get(session.id) ?? []).map(expected) : []),
    ...notThere.flatMap(({ word, bySession }) =>
      (bySession.get(session.id) ?? []).map((said): Sign => ({ tone: "attention", word, said })),
    ),
    ...(given.heldBefore !== null && session.gaps > 0 && session.endInstant < given.heldBefore
      ? [{ tone: "attention" as const, word: t("rollMissing"), said: null }]
      : []),
  ];
}
