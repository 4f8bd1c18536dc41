import * as z from "zod";
import { id, optionalLine, pastedLines } from "../fields";
import { sentenceLine } from "./schema";

/** What stands as the evidence of a paper. */
export const evidenceLine = sentenceLine(1000);

/** Certifications from before of a list that was pasted. `checked`: what the form showed of it, of which its sender makes sure. */
export const certifiedBeforeListSchema = z.object({
  programmeId: id(),
  list: pastedLines(60_000, "required"),
  checked: optionalLine(80),
});
