import * as z from "zod";
import { trainerRoles } from "../../db/values/timetable";
import { says } from "../faults";
import { agree, day, id, ids, oneOf, optionalDay, optionalId, optionalText, requiredText } from "../fields";
import { optionalTime } from "../timetable/fields";

/** Trainers who are asked for a course, or for one session of it. */
export const askSchema = z.object({
  courseId: id(),
  /** None: the whole course. */
  sessionId: optionalId(),
  /** Of a whole course the group that is meant; none: whichever they choose. */
  groupId: optionalId().optional(),
  trainerIds: ids(20).refine((list) => list.length > 0, says("chooseTrainers")),
  role: oneOf(trainerRoles),
  answerBy: day(),
  message: optionalText(500),
});
export type AskInput = z.output<typeof askSchema>;

/** A request by its key. */
export const requestSchema = z.object({ requestId: id() });

/** One's acceptance, with the group that one would train where groups meet at one time. */
export const acceptRequestSchema = z.object({ requestId: id(), groupId: optionalId().optional() });

/** Another day to answer by. */
export const askAgainSchema = z.object({ requestId: id(), answerBy: day() });

/** Why a trainer cannot. */
export const declineSchema = z.object({ requestId: id(), reason: requiredText(500, "declineReason") });

/** What a trainer answered by telephone or in person, as whoever heard it enters it. */
export const heardAnswerSchema = z
  .object({
    requestId: id(),
    answer: oneOf(["accepted", "declined"]),
    reason: optionalText(500),
    groupId: optionalId().optional(),
  })
  .check(
    agree<{ answer: string; reason: string | null }>(
      ["reason", "answer"],
      ({ answer, reason }) => answer === "accepted" || reason !== null,
      "heardReason",
    ),
  );

type Proposed = { otherPersonId: number | null; otherDay: string | null; otherTime: string | null };

/** Whom, or which time, a trainer names instead. */
export const proposeInsteadSchema = z
  .object({
    requestId: id(),
    otherPersonId: optionalId(),
    otherDay: optionalDay(),
    otherTime: optionalTime(),
    reason: optionalText(500),
  })
  .check(
    agree<Proposed>(
      ["otherPersonId", "otherDay"],
      (p) => p.otherPersonId !== null || p.otherDay !== null,
      "proposeSomething",
    ),
    agree<Proposed>(
      ["otherDay", "otherTime"],
      (p) => p.otherTime === null || p.otherDay !== null,
      "proposeDay",
    ),
  );
