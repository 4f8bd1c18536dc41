import * as z from "zod";
import { day, id, oneOf, optionalText, requiredLine } from "../fields";
import { enteredKinds } from "./rules/thread";

/** What became of an organisation, followed by a programme. */
export const threadEntrySchema = z.object({
  organisationId: id(),
  programmeId: id(),
  kind: oneOf(enteredKinds),
  day: day(),
  words: optionalText(),
});

/** What was entered by mistake, with the reason. */
export const strikeEntrySchema = z.object({ entryId: id(), reason: requiredLine(500) });

/** What was entered just now, taken back. */
export const undoEntrySchema = z.object({ entryId: id() });
