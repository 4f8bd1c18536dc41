import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { certificates } from "@/db/schema/certificates";
import type { Context } from "../acts/context";
import { registrationView } from "../registrations/store";

export type CertificateRow = typeof certificates.$inferSelect;

/** A certificate as it is within the open transaction. */
export const certificateRow = (cx: Context, certificateId: number): CertificateRow | undefined =>
  cx.db.select().from(certificates).where(eq(certificates.id, certificateId)).get();

/** True where some certificate of a course stands. */
export const someStandIn = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: certificates.id })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .where(
      and(
        eq(registrationView.courseId, courseId),
        isNotNull(certificates.validFrom),
        isNull(certificates.revokedAt),
      ),
    )
    .limit(1)
    .get() !== undefined;
