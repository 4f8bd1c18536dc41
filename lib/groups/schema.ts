import * as z from "zod";
import { courseLanguages } from "../../db/values/languages";
import { says } from "../faults";
import { id, ids, optionalId, optionalNumber, optionalOneOf, requiredLine, wholeNumber } from "../fields";

/** A group as its form says it; without a key where it is new. */
export const groupSchema = z.object({
  courseId: id(),
  groupId: optionalId(),
  version: optionalNumber(1, 999_999_999),
  name: requiredLine(60),
  language: optionalOneOf(courseLanguages),
  /** Where its sessions are unless they have a room; none: where the course is. */
  venueId: optionalId().optional(),
});

/** A group that goes; `people` is how many its page showed in it. */
export const groupDeleteSchema = z.object({ courseId: id(), groupId: id(), people: wholeNumber(0, 100_000) });

/** A group that comes back after it was deleted under this key, and which requests for it were taken back. */
export const groupBackSchema = z.object({
  courseId: id(),
  groupId: id(),
  name: requiredLine(60),
  language: optionalOneOf(courseLanguages),
  venueId: optionalId().optional(),
  requestIds: ids(),
});

/** People of a course who are put into one of its groups, or without `groupId` out of theirs. */
export const groupPeopleSchema = z.object({
  courseId: id(),
  registrationIds: ids().refine((list) => list.length > 0, says("chooseRegistrations")),
  groupId: optionalId(),
});
