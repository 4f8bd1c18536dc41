import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { allows } from "../../courses/rules";
import { updateCourse } from "../../courses/store";
import { personRow } from "../../people/store";
import { move } from "../../registrations/commands/move";
import { consentVersion, mayBecome } from "../../registrations/rules";
import { registrationRow } from "../../registrations/store";
import { updateRegistration } from "../../registrations/store/changes";
import { refuse } from "../../result";
import { expectedWith, mostPlaces } from "../rules";
import type { ParticipantInput } from "../schema";

export type Workshop = gate.GrantedWorkshop<"participants.register">;
export type Participant = gate.GrantedParticipant<"participants.register">;

/**
 * What came of registering somebody. `expected`: the new expected number, where it was raised; else null.
 * `known`: true where the person was recorded before, whose name and organisation stay as they were.
 */
export type Registered = {
  courseId: number;
  slug: string;
  registrationId: number;
  name: string;
  number: string;
  expected: number | null;
  known: boolean;
};

/** What came of it, as the form says it. */
export function outcome(
  cx: Context,
  course: Workshop,
  registrationId: number,
  expected: number | null,
  known = false,
): Registered {
  const { number, personId } = registrationRow(cx, registrationId)!;
  return {
    courseId: course.id,
    slug: course.slug,
    registrationId,
    name: personRow(cx, personId)!.name,
    number: `${course.id}-${number}`,
    expected,
    known,
  };
}

/** A trainer's own workshop while its participants can change; said beside the whole form where it has ended meanwhile. */
export function workshopUnderWay(cx: Context, courseId: number): Workshop {
  const course = gate.workshop(cx, "participants.register", courseId);
  if (!allows(course.state, "decide")) refuse("workshopOver", { params: { state: course.state } });
  return course;
}

/** A registration of that workshop; a key of another course is not found. Whom a coordinator declined is theirs. */
export function participantOf(cx: Context, course: Workshop, registrationId: number): Participant {
  const row = gate.participantIn(cx, course, registrationId);
  if (row.state === "declined" && !gate.mayIn(cx, "registrations.decide", course))
    refuse("declinedByCoordinator");
  return row;
}

/** The expected number to which so many more people raise it, or null where it stays; refused where there can be no more. */
export function raisedBy(course: Workshop, seatsTaken: number, more: number): number | null {
  const expected = expectedWith(course.capacity, seatsTaken, more);
  if (expected === null) refuse("workshopFull", { params: { max: mostPlaces } });
  return more === 0 || expected === course.capacity ? null : expected;
}

/** Raises the expected number where so many more would have no place; the new one, or null where it stays. */
export function makeRoom(cx: Context, course: Workshop, seatsTaken: number, more = 1): number | null {
  const expected = raisedBy(course, seatsTaken, more);
  if (expected === null) return null;
  updateCourse(cx, course.id, {
    capacity: expected,
    version: course.version + 1,
    updatedAt: cx.now,
  });
  return expected;
}

/**
 * Gives a place to somebody who is in the course without one. What stands there of their needs and consent is theirs: of
 * what is said now, only what is missing is added.
 */
export function giveSeat(
  cx: Context,
  course: Workshop,
  registrationId: number,
  said: Pick<ParticipantInput, "needs" | "language"> | null,
): Participant {
  const row = participantOf(cx, course, registrationId);
  if (!mayBecome(row.state, "accepted")) refuse("workshopOver", { params: { state: course.state } });
  move(cx, row, "accepted", "decided", null);
  if (said)
    updateRegistration(cx, row.id, {
      needs: row.needs ?? said.needs,
      ...(row.consentAt === null
        ? { consentVersion, consentLanguage: said.language, consentAt: cx.now }
        : {}),
    });
  return row;
}
