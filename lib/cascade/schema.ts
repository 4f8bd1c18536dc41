import * as z from "zod";
import { day, id, oneOf, optionalId, optionalLine, optionalText, requiredLine } from "../fields";
import { enteredKinds } from "./rules/thread";

/** What became of an organisation, followed by a programme. */
export const threadEntrySchema = z.object({
  organisationId: id(),
  programmeId: id(),
  kind: oneOf(enteredKinds),
  day: day(),
  words: optionalText(),
  /** Who did it, of the programme's team; nobody for whoever enters it. */
  doneById: optionalId(),
  /** With whom, or who else, in words. */
  doneByWords: optionalLine(160),
});

/** What was entered by mistake, with the reason. */
export const strikeEntrySchema = z.object({ entryId: id(), reason: requiredLine(500) });

/** What was entered just now, taken back. */
export const undoEntrySchema = z.object({ entryId: id() });
