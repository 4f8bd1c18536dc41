import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { certificates, replacedBy } from "@/db/schema/certificates";
import type { Context } from "../acts/context";
import { registrationView } from "../registrations/store";

export type CertificateRow = typeof certificates.$inferSelect;

/** A certificate as it is within the open transaction. */
export const certificateRow = (cx: Context, certificateId: number): CertificateRow | undefined =>
  cx.db.select().from(certificates).where(eq(certificates.id, certificateId)).get();

/** The certificates of these registrations that became valid; what was prepared and never did is nothing to their holders. */
export const certificatesOf = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select({
      registrationId: certificates.registrationId,
      serial: certificates.serial,
      kind: certificates.kind,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      validFrom: certificates.validFrom,
      voidedAt: certificates.voidedAt,
      revokedAt: certificates.revokedAt,
      replacedBy,
    })
    .from(certificates)
    .where(and(inArray(certificates.registrationId, [...registrationIds]), isNotNull(certificates.validFrom)))
    .orderBy(asc(certificates.id))
    .all();

/** True where one of these registrations has a certificate, valid or not. */
export const hasCertificate = (cx: Context, registrationIds: readonly number[]): boolean =>
  cx.db
    .select({ id: certificates.id })
    .from(certificates)
    .where(inArray(certificates.registrationId, [...registrationIds]))
    .limit(1)
    .get() !== undefined;

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
