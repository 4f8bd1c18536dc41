import { and, asc, eq, inArray, isNotNull, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { certificateStands, certificates, replacedBy } from "@/db/schema/certificates";
import type { CertificateKind } from "@/db/values/certificates";
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
export const someHaveCertificate = (cx: Context, registrationIds: readonly number[]): boolean =>
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

/** Condition on a registration of an outer query: a certificate or a sheet was ever made for it. */
export const hasCertificate = (registrationId: SQLWrapper): SQL =>
  sql`exists (select 1 from ${certificates} where ${eq(certificates.registrationId, registrationId)})`;

/** Condition on a registration of an outer query: its certificate of this kind, or of any, became valid and stands. */
export const certificateStandsOf = (registrationId: SQLWrapper, kind?: CertificateKind): SQL =>
  sql`exists (select 1 from ${certificates} where ${and(
    eq(certificates.registrationId, registrationId),
    kind && eq(certificates.kind, kind),
    certificateStands,
  )})`;
