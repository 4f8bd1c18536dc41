import type { GrantedCourse } from "../../access/gate";
import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { rollsLackingSomebody } from "../../attendance/store";
import { exceptionsIn } from "../../audit/store";
import { readyIn } from "../../due/store";
import { questionsIn } from "../../forms/store";
import { personNames } from "../../people/store";
import { venueRow } from "../../places/store";
import { programmeRow } from "../../programmes/store";
import { factsOf, headcountsOf } from "../../records/store";
import { placesLeft } from "../../registrations/rules";
import { lastEndedIn } from "../../registrations/store/history";
import { placesOf } from "../../registrations/store/places";
import { sharesOf } from "../../sharing/store";
import { dayAt } from "../../time/zone";
import { withTimetable } from "../../timetable/store";
import { doneTraining } from "../../timetable/store/trained";
import type { Ending } from "../rules";
import type { CourseRow } from "../store";
import { organisationsOf } from "../store/organisations";
import { courseTools, endingCounts, peopleCounts, trainersNamed } from "../store/rows";
import { seenOf } from "../store/workshops";
import { turnedDownBy } from "./workshops";

/** A course with all that its pages show of it. */
function described<Row extends CourseRow>(cx: Context, row: Row) {
  const programme = programmeRow(cx, row.programmeId)!;
  const venue = row.venueId === null ? undefined : venueRow(cx, row.venueId);
  const places = placesOf(cx, row.id);
  const done = doneTraining(cx, row);
  return {
    ...row,
    programmeTitle: programme.title,
    asksApproval: programme.approvesWorkshops,
    venue: venue?.name ?? null,
    venueAddress: venue?.address ?? null,
    stepFree: venue?.stepFree ?? null,
    seen: seenOf(cx, row.id),
    approver: personNames(cx, row.approvedBy),
    ...places,
    placesLeft: placesLeft({ capacity: row.capacity, ...places }),
    tools: courseTools(cx, row.id),
    /** Everybody who trains it; `done`: they have trained all of theirs while sessions are to come, so that they are not of what comes. */
    trainers: trainersNamed(cx, row.id).map((person) => ({ ...person, done: done.includes(person.id) })),
    /** For which organisations it is planned, as whose workshop it is chose them. */
    organisations: row.scheduledBy === null ? [] : (organisationsOf(cx, [row.id]).get(row.id) ?? []),
    questions: questionsIn(cx, row.id),
    headcounts: headcountsOf(cx, row.id),
    facts: factsOf(cx, row.id),
    /** Other programmes that pay for it, by short name. */
    sharedWith: sharesOf(cx, [row.id]),
  };
}

/**
 * A course that the public may see, by its address; null for a draft, for a record that was taken out, and for a workshop
 * that awaits approval.
 */
export function publicCourse(cx: Context, slug: string) {
  const course = gate.publicCourse(cx, slug);
  return course && described(cx, course);
}
export type Course = ReturnType<typeof described<CourseRow>>;

/** A course for the desk. It is the same course that the gate handed out, with what its pages show. */
export const deskCourse = (cx: Context, course: GrantedCourse<"course.read">) => described(cx, course);
export type DeskCourse = ReturnType<typeof deskCourse>;

/** What stands above every desk page of a course: its line, its tools and its counts. The same course that the gate handed out. */
export const courseHead = (cx: Context, course: GrantedCourse<"course.read">) => ({
  ...course,
  programmeTitle: programmeRow(cx, course.programmeId)!.title,
  sharedWith: sharesOf(cx, [course.id]),
  tools: courseTools(cx, course.id),
  counts: peopleCounts(cx, course.id),
  /** True of a trainer's workshop that a coordinator did not approve. */
  turnedDown: turnedDownBy(cx, course) !== undefined,
  /** Certificates that may be issued, once it is over. */
  ready: readyIn(cx, course.id),
  /** While it is under way and has any, sessions whose roll lacks somebody, over or to come. */
  rollsLeft:
    course.state === "running" && withTimetable(cx, [course.id]).has(course.id)
      ? rollsLackingSomebody(cx, course.id)
      : null,
});

/**
 * The civil day on which a course ended: its last, or the one on which somebody ended it before that. Null where it is
 * not over, or has no days.
 */
export function endedOn(cx: Context, course: GrantedCourse<"course.read">): string | null {
  if (course.state !== "closed" || course.endsOn === null) return null;
  const early = exceptionsIn(cx, course.id, ["course.end"]).map(({ at }) => at);
  const at = Math.max(...early, lastEndedIn(cx, course.id) ?? 0);
  return at > 0 ? [dayAt(at, course.zone), course.endsOn].sort()[0]! : course.endsOn;
}

/** What ending the course would do now. */
export const endingIn = (cx: Context, course: GrantedCourse<"course.run">): Ending => ({
  ...endingCounts(cx, course.id),
  missingRolls: rollsLackingSomebody(cx, course.id),
});
