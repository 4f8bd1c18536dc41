import { eq } from "drizzle-orm";
import { certificates } from "@/db/schema/certificates";
import type { Context } from "../acts/context";

export type CertificateRow = typeof certificates.$inferSelect;

/** A certificate as it is within the open transaction. */
export const certificateRow = (cx: Context, certificateId: number): CertificateRow | undefined =>
  cx.db.select().from(certificates).where(eq(certificates.id, certificateId)).get();
