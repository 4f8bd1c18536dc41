import * as z from "zod";
import { courseLanguages } from "../../db/values/languages";
import { acceptableIssues, sessionKinds } from "../../db/values/timetable";
import {
  agree,
  anyOf,
  checkbox,
  day,
  formKey,
  id,
  ids,
  oneOf,
  optionalDay,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredText,
  time,
  wholeNumber,
} from "../fields";
import { optionalLink, optionalMoment, optionalTime } from "./fields";

import { dayHours } from "./rules/dayHours";
import { type Rearrangement, rearrangements } from "./rules/ways";

type Proposed = {
  startsAt: string;
  endsAt: string;
  breakFrom: string;
  breakMinutes: number;
  prayerFrom?: string | null;
  prayerMinutes?: number | null;
};

/** What a proposal contains beside its modules (`Parts`), in minutes; a field that is empty leaves it out. */
const partFields = {
  opening: optionalNumber(0, 240).optional(),
  preTest: optionalNumber(0, 240).optional(),
  fieldVisit: optionalNumber(0, 1440).optional(),
  microTeaching: optionalNumber(0, 120).optional(),
  people: optionalNumber(0, 1000).optional(),
  practicum: optionalNumber(0, 6000).optional(),
  postTest: optionalNumber(0, 240).optional(),
  evaluation: optionalNumber(0, 240).optional(),
  closing: optionalNumber(0, 240).optional(),
};

/** Who trains in whose place, in all sessions to come; with the reason where that is not as it should be. */
export const replaceTrainerSchema = z.object({
  courseId: id(),
  personId: id(),
  byPersonId: id(),
  reason: optionalText(500),
});

/** The room that is given to all sessions without one, or to those of a group. */
export const giveRoomSchema = z.object({ courseId: id(), roomId: id(), groupId: optionalId() });

/** Hours by which a timetable is proposed, and what it contains; of this nothing is said where its modules are enough. */
export const proposalSchema = z
  .object({
    courseId: id(),
    startsAt: time(),
    endsAt: time(),
    breakFrom: time(),
    breakMinutes: wholeNumber(0, 180),
    /** Length of the short break in each half of a day. */
    restMinutes: optionalNumber(0, 60).optional(),
    prayerFrom: optionalTime().optional(),
    prayerMinutes: optionalNumber(0, 120).optional(),
    ...partFields,
    /** The modules that each group has by itself, all at the same time. */
    groupModuleIds: ids().optional(),
    /** True: sessions placed by hand go as well. */
    replaceByHand: checkbox().optional(),
    /** True: others may train what somebody trained who cannot at its new time. */
    otherTrainers: checkbox().optional(),
    /** The timetable as the page showed it (`timetableWord`). */
    foreseen: optionalLine(60).optional(),
  })
  .check(
    agree<Proposed>(["startsAt"], (p) => p.startsAt >= dayHours.from, "hoursBeyond"),
    agree<Proposed>(["endsAt"], (p) => p.endsAt <= dayHours.to, "hoursBeyond"),
    agree<Proposed>(["endsAt", "startsAt"], (p) => p.endsAt > p.startsAt, "endBeforeStart"),
    agree<Proposed>(
      ["breakFrom", "breakMinutes", "startsAt", "endsAt"],
      (p) => p.breakMinutes === 0 || (p.breakFrom > p.startsAt && p.breakFrom < p.endsAt),
      "breakOutside",
    ),
    agree<Proposed>(
      ["prayerFrom", "prayerMinutes", "startsAt", "endsAt"],
      (p) =>
        !p.prayerMinutes || (Boolean(p.prayerFrom) && p.prayerFrom! > p.startsAt && p.prayerFrom! < p.endsAt),
      "prayerOutside",
    ),
  );
export type ProposalInput = z.output<typeof proposalSchema>;

/** Who trains a session, by roles. */
type InRoles = Record<"trainerIds" | "coTrainerIds" | "apprenticeIds", number[]>;

type Times = { startsAt: string; endsAt: string };

/** True where an end is meant that is midnight, or in the night after the evening in which it begins. */
const isPastMidnight = ({ startsAt, endsAt }: Times) =>
  endsAt === "00:00" || (startsAt >= "18:00" && endsAt < "06:00");

/** A session as its form says it; without a key where it is new. */
export const sessionSchema = z
  .object({
    courseId: id(),
    sessionId: optionalId(),
    version: optionalNumber(1, 999_999_999),
    kind: oneOf(sessionKinds),
    moduleId: optionalId(),
    title: optionalLine(160),
    day: day(),
    startsAt: time(),
    endsAt: time(),
    roomId: optionalId(),
    /** Whose session it is; none: everybody's. */
    groupId: optionalId(),
    /** True: it is held online, in no room. */
    online: checkbox().optional(),
    /** Where one joins it, where that is another link than that of the course. */
    link: optionalLink().optional(),
    interpretedInto: anyOf(courseLanguages).optional(),
    /** Who interprets. */
    interpreter: optionalLine(120).optional(),
    /** Who leads. */
    trainerIds: ids(20),
    coTrainerIds: ids(20),
    apprenticeIds: ids(20),
    /** True: also on a weekend or holiday. */
    anyway: checkbox().optional(),
    /** True: it was held at another time than planned, and whoever is on its roll has their hours by that. */
    corrects: checkbox().optional(),
  })
  .check(
    agree<Times>(["endsAt", "startsAt"], (s) => s.endsAt > s.startsAt || isPastMidnight(s), "endBeforeStart"),
    agree<Times>(["endsAt", "startsAt"], (s) => !isPastMidnight(s), "endsAtMidnight"),
    agree<{ kind: string; moduleId: number | null }>(
      ["moduleId", "kind"],
      (s) => s.kind !== "module" || s.moduleId !== null,
      "chooseModule",
    ),
    // Beside the field in which somebody stands the second time.
    agree<InRoles>(
      ["coTrainerIds", "trainerIds"],
      (s) => !s.coTrainerIds.some((one) => s.trainerIds.includes(one)),
      "trainerOnce",
    ),
    agree<InRoles>(
      ["apprenticeIds", "coTrainerIds", "trainerIds"],
      (s) => !s.apprenticeIds.some((one) => [...s.trainerIds, ...s.coTrainerIds].includes(one)),
      "trainerOnce",
    ),
    agree<{ online?: boolean; roomId: number | null }>(
      ["roomId", "online"],
      (s) => !s.online || s.roomId === null,
      "onlineHasNoRoom",
    ),
  );
export type SessionInput = z.output<typeof sessionSchema>;

/** Where the online sessions of a course are joined; empty: no longer anywhere. `seen`: the link that the page showed. */
export const courseLinkSchema = z.object({
  courseId: id(),
  link: optionalLink(),
  seen: optionalLink().optional(),
});

/** The version of a session that the page showed. */
const shownVersion = () => optionalNumber(1, 999_999_999).optional();

/** A session that goes. */
export const sessionDeleteSchema = z.object({ courseId: id(), sessionId: id(), version: shownVersion() });

/** Two sessions of a course that change places. */
export const swapSchema = z.object({
  courseId: id(),
  sessionId: id(),
  otherId: id(),
  version: shownVersion(),
  /** The timetable as the page showed it (`timetableWord`): any session of it may be the other. */
  foreseen: optionalLine(60).optional(),
});

/** The whole course to another first day; `foreseen` is what the page said that this does (`moveWord`). */
export const moveSchema = z.object({
  courseId: id(),
  startsOn: day(),
  foreseen: optionalLine(90).optional(),
});

/** A change that is undone. */
export const timetableUndoSchema = z.object({ changeId: id() });

/** What somebody accepts in a plan, as its page showed it, and why. */
export const acceptIssueSchema = z.object({
  courseId: id(),
  kind: oneOf(acceptableIssues),
  word: formKey(),
  reason: requiredText(300, "acceptReason"),
});

/** What was accepted and is open again. */
export const takeBackAcceptanceSchema = z.object({ courseId: id(), acceptanceId: id() });

/** By what everything after a session moves. */
export const pushUnits = ["minutes", "days"] as const;

type Rearranged = {
  how: Rearrangement;
  day?: string | null;
  startsAt?: string | null;
  when?: string | null;
  by?: number | null;
  unit?: string | null;
  minutes?: number | null;
  kind?: string | null;
  moduleId?: number | null;
};

/** One of the ways to put sessions elsewhere; which of the fields it needs follows from `how`. */
export const rearrangeSchema = z
  .object({
    courseId: id(),
    sessionId: id(),
    version: shownVersion(),
    /** The timetable as the page showed it (`timetableWord`), for what moves more than one session. */
    foreseen: optionalLine(60).optional(),
    how: oneOf(rearrangements),
    /** Where it moves to; where it is split (`startsAt`). Without an end it keeps its length. */
    day: optionalDay().optional(),
    startsAt: optionalTime().optional(),
    endsAt: optionalTime().optional(),
    /** Day and time as one, where somebody taps them. */
    when: optionalMoment().optional(),
    /** True: also onto a weekend or a public holiday. */
    anyway: checkbox().optional(),
    /** How much longer, or later, or so many working days. */
    by: optionalNumber(-600, 600).optional(),
    unit: optionalOneOf(pushUnits).optional(),
    /** The session that is put in between. */
    minutes: optionalNumber(5, 600).optional(),
    kind: optionalOneOf(sessionKinds).optional(),
    moduleId: optionalId().optional(),
    title: optionalLine(160).optional(),
  })
  .check(
    agree<Rearranged>(
      ["day", "how", "when"],
      (r) => r.how !== "move" || Boolean(r.when ?? r.day),
      "dateInvalid",
    ),
    agree<Rearranged>(
      ["startsAt", "how", "when"],
      (r) => Boolean(r.startsAt) || !(r.how === "split" || (r.how === "move" && !r.when)),
      "timeInvalid",
    ),
    agree<Rearranged>(
      ["by", "how"],
      (r) => !["length", "push"].includes(r.how) || Boolean(r.by),
      "byMissing",
    ),
    agree<Rearranged>(["unit", "how"], (r) => r.how !== "push" || Boolean(r.unit), "choose"),
    agree<Rearranged>(["minutes", "how"], (r) => r.how !== "insert" || Boolean(r.minutes), "minutesMissing"),
    agree<Rearranged>(["kind", "how"], (r) => r.how !== "insert" || Boolean(r.kind), "choose"),
    agree<Rearranged>(
      ["moduleId", "kind", "how"],
      (r) => r.how !== "insert" || r.kind !== "module" || Boolean(r.moduleId),
      "chooseModule",
    ),
  );
export type RearrangeInput = z.output<typeof rearrangeSchema>;
