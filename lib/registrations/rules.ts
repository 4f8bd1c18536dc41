import type { AdmissionMode, CourseState } from "../../db/values/courses";
import { type RegistrationState, registrationStates } from "../../db/values/registrations";
import { allows, awaitsApproval, registrationOpen } from "../courses/rules";
import { asciiDigits, withoutMarks } from "../text";

export {
  type RegistrationCause,
  type RegistrationSource,
  type RegistrationState,
  registrationCauses,
  registrationSources,
  registrationStates,
} from "../../db/values/registrations";

/** States that hold one of the course's places. */
export const seatStates = ["accepted", "attended", "no_show"] as const satisfies readonly RegistrationState[];
/** States of applications, which a coordinator decides on. */
export const toDecideStates = [
  "nominated",
  "applied",
  "shortlisted",
] as const satisfies readonly RegistrationState[];
/** The same, and those that came at once from one address, which a coordinator is asked about apart: nobody has a yes or no. */
export const undecidedStates = [
  ...toDecideStates,
  "to_confirm",
] as const satisfies readonly RegistrationState[];

/** In which orders a course's registrations are listed: what is to be decided first, by name, the newest first. */
export const registrationOrders = ["state", "name", "registered"] as const;
export type RegistrationOrder = (typeof registrationOrders)[number];

/** What a list of registrations can be narrowed to: one state, or all that are to be decided or hold a place. */
export const registrationShares = ["to_decide", "with_place", ...registrationStates] as const;
export type RegistrationShare = (typeof registrationShares)[number];

/** The states of a share. */
export const statesOf = (share: RegistrationShare): readonly RegistrationState[] =>
  share === "to_decide" ? undecidedStates : share === "with_place" ? seatStates : [share];

export const holdsSeat = (state: RegistrationState) => (seatStates as readonly string[]).includes(state);

/** Version of the consent text that a registration records. A changed text gets a new version. */
export const consentVersion = "2026-4";

/** Where a registration may go, by hand (`attended` and `no_show` come with the closing of the course). */
export const registrationTable = {
  nominated: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  applied: ["shortlisted", "accepted", "waiting", "declined", "withdrawn"],
  to_confirm: ["shortlisted", "applied", "accepted", "waiting", "declined", "withdrawn"],
  shortlisted: ["accepted", "waiting", "declined", "withdrawn"],
  accepted: ["waiting", "declined", "withdrawn"],
  waiting: ["accepted", "declined", "withdrawn"],
  declined: ["accepted", "waiting"],
  withdrawn: ["accepted", "waiting", "applied", "to_confirm"],
  attended: [],
  no_show: [],
} as const satisfies Record<RegistrationState, readonly RegistrationState[]>;

/** What a coordinator decides in the list of registrations, or notes for somebody who called: that they cannot come. */
export const decisions = ["shortlisted", "accepted", "waiting", "declined", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];

/** What closing the course makes of somebody who held a place; reopening it makes them `accepted` again. */
export const settledState = (minutesAttended: number): "attended" | "no_show" =>
  minutesAttended > 0 ? "attended" : "no_show";

/** True where the table has this step. */
export function mayBecome(from: RegistrationState, to: RegistrationState): boolean {
  return (registrationTable[from] as readonly RegistrationState[]).includes(to);
}

/** The decisions that a coordinator can take on a registration of a course in that state. */
export const decisionsOn = (state: RegistrationState, courseState: CourseState): Decision[] =>
  allows(courseState, "decide") ? decisions.filter((to) => mayBecome(state, to)) : [];

/** True where a place, a turn or an application can be given back, and so taken back by whoever made it. */
export const mayWithdraw = (state: RegistrationState, courseState: CourseState): boolean =>
  allows(courseState, "decide") && mayBecome(state, "withdrawn");

/** The same by oneself: until the last day of the course. What somebody attended is not given up after it by two taps. */
export const mayLeave = (
  state: RegistrationState,
  course: Parameters<typeof courseTime>[0],
  today: string,
): boolean => mayWithdraw(state, course.state) && courseTime(course, today) !== "over";

/**
 * What a withdrawal gives up: a place, which goes to the next on the list or, of a course by selection, back to whoever
 * decides; a turn on the waiting list; or an application that awaits a decision.
 */
export function givenUp(
  state: RegistrationState,
  admission: AdmissionMode,
): "place" | "placeOfSelection" | "waiting" | "application" {
  if (state === "accepted") return admission === "selection" ? "placeOfSelection" : "place";
  return state === "waiting" ? "waiting" : "application";
}

/** True where whoever withdrew can take part again by themselves: while people can register, on a day there. */
export const mayComeBack = (
  state: RegistrationState,
  course: Parameters<typeof registrationOpen>[0],
  today: string,
): boolean => state === "withdrawn" && registrationOpen(course, today);

/** A reason is owed to the person where the decision goes against them, or is said to be their own. */
export const needsReason = (to: RegistrationState) => to === "declined" || to === "withdrawn";

/** What somebody needs, as those who prepare the course read it: what was ticked, then what was written. */
export const needsSaid = ({
  needed,
  needs,
}: {
  needed: readonly string[];
  needs: string | null;
}): string | null => [...needed, needs].filter(Boolean).join(" · ") || null;

/** Places that nobody holds; never below 0, not even where a coordinator lowered the capacity. */
export const freePlaces = (capacity: number, seatsTaken: number) => Math.max(0, capacity - seatsTaken);

/** Places for whoever registers now, as the public reads it: none while somebody waits, for theirs is the next one. */
export const placesLeft = (course: { capacity: number; seatsTaken: number; waiting: number }) =>
  course.waiting > 0 ? 0 : freePlaces(course.capacity, course.seatsTaken);

/** The number to quote of a registration as somebody says it: 14-1 with that of the course, or 1 within a course. */
export function readNumberToQuote(text: string): { courseId: number | null; number: number } | null {
  const [, course, number] =
    /^#?(?:(\d{1,9})\s*[\p{Pd}\u2212/]\s*)?(\d{1,6})$/u.exec(asciiDigits(withoutMarks(text)).trim()) ?? [];
  return number ? { courseId: course ? Number(course) : null, number: Number(number) } : null;
}

/** How far a course is on a civil day, for whoever takes part in it. */
export function courseTime(
  course: { state: CourseState; startsOn: string | null; endsOn: string | null },
  today: string,
): "before" | "running" | "over" {
  if (course.state === "closed" || (course.endsOn !== null && course.endsOn < today)) return "over";
  return course.startsOn !== null && course.startsOn < today ? "running" : "before";
}

/** How it stands for whoever takes part: of somebody who has a place also how far the course is. */
export type OwnState = RegistrationState | "planned" | "awaits" | "running" | "over" | "cancelled";

/**
 * How a registration stands on a civil day, as the person reads it: a cancelled course is that before all else, and while a
 * course is a draft being accepted promises neither its days nor its place. While a trainer's workshop awaits approval it
 * promises nothing at all yet.
 */
export function ownState(
  state: RegistrationState,
  course: Parameters<typeof courseTime>[0] & { approvedAt: number | null },
  today: string,
): OwnState {
  if (course.state === "cancelled") return "cancelled";
  if (state !== "accepted") return state;
  if (course.state === "draft") return "planned";
  const time = courseTime(course, today);
  if (time === "before" && awaitsApproval(course)) return "awaits";
  return time === "before" ? "accepted" : time;
}

/** A registration to which something happened, as an event names it. */
export const touched = (row: {
  id: number;
  personId: number;
}): { registrationId: number; personId: number } => ({ registrationId: row.id, personId: row.personId });

/**
 * Whose turn it is after one that was decided on, in the order of a list: the next who waits for a decision, from its
 * beginning again where nobody below does. Null where nobody else waits, or where the one itself did not.
 */
export function nextUndecided<Row extends { id: number; state: RegistrationState }>(
  rows: readonly Row[],
  decided: number,
): Row | null {
  const waits = ({ state }: Row) => (undecidedStates as readonly RegistrationState[]).includes(state);
  const at = rows.findIndex(({ id }) => id === decided);
  const one = rows[at];
  if (!one || !waits(one)) return null;
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find(waits) ?? null;
}

/** Of registrations counted by state: how many hold a place, how many wait for one, how many are to be decided on. */
export const countedByPlace = (
  counts: Readonly<Record<RegistrationState, number>>,
): { taken: number; waiting: number; toDecide: number } => ({
  taken: seatStates.reduce((sum, state) => sum + counts[state], 0),
  waiting: counts.waiting,
  toDecide: toDecideStates.reduce((sum, state) => sum + counts[state], 0),
});

/** True where this registration may still lead, or has led, to a certificate: the way did not end before that. */
export const mayLeadToCertificate = (state: RegistrationState, courseState: CourseState): boolean =>
  state !== "withdrawn" && state !== "declined" && state !== "no_show" && courseState !== "cancelled";
