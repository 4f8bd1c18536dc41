import * as z from "zod/mini";
import { id, requiredLine } from "../fields";

/** Certificates of participation for all who completed a course. */
export const issueSchema = z.object({ courseId: id() });

/** A trainer certification for one person of a ToT: an expert recommends, the coordinator approves. */
export const certifySchema = z.object({
  courseId: id(),
  registrationId: id(),
  recommendedBy: requiredLine(200),
});

const reason = () => requiredLine(500);

/** A certificate taken back, or taken back with another in its place. */
export const revocationSchema = z.object({ certificateId: id(), reason: reason() });

/** A serial as somebody types it to verify a certificate. */
export const verifySchema = z.object({ serial: requiredLine(60) });
