import * as z from "zod";
import { says } from "../faults";
import { id, ids, optionalDay, requiredLine } from "../fields";

/** Earlier learning to recognise: modules of one tool or several, on one piece of evidence. */
export const recogniseSchema = z.object({
  personId: id(),
  programmeId: id(),
  moduleIds: ids(100).refine((all) => all.length > 0, says("chooseModules")),
  day: optionalDay(),
  evidence: requiredLine(500),
});

/** Something that was recognised, taken back. */
export const takeBackSchema = z.object({ recognitionId: id(), reason: requiredLine(500) });
