import * as z from "zod";
import { id, optionalLine, requiredLine } from "../fields";

/** Asked for before the last day of a course only. */
const reasonIfEarly = () => optionalLine(500).optional();

/** Certificates of participation for all who completed a course; `foreseen`: whom the page showed (`batchWord`). */
export const issueSchema = z.object({
  courseId: id(),
  reason: reasonIfEarly(),
  foreseen: optionalLine(40).optional(),
});

/** Sheets for the closing of a course. */
export const prepareSchema = z.object({ courseId: id() });

const reason = () => requiredLine(500);

/** A certificate taken back, or taken back with another in its place. */
export const revocationSchema = z.object({ certificateId: id(), reason: reason() });

/** A certificate kept although something of what it rests on is gone. */
export const keepSchema = z.object({ certificateId: id(), reason: reason() });

/** Somebody may have one again in place of this certificate, which was taken back. */
export const allowAgainSchema = z.object({ certificateId: id(), reason: reason() });
