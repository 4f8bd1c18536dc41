import { and, asc, eq, inArray, isNotNull, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { certificates } from "@/db/schema/certificates";
import type { CertificateKind } from "@/db/values/certificates";
import type { Context } from "../acts/context";
import { namesAlone, type PersonsNames } from "../i18n/rules";
import { registrationsOf } from "../registrations/store/roster";
import type { CertificateLife } from "./rules";
import { scopeOf } from "./rules";

/** Condition: became valid and was not taken back, whether it has expired or not. */
export const certificateStands = sql`${certificates.validFrom} is not null and ${certificates.revokedAt} is null`;

/** Field: the serial of the certificate in whose favour this one was taken back, or null. */
const replacedBy = sql<
  string | null
>`(select next.serial from certificates as next where next.replaces_id = ${sql`${certificates.id}`})`;

/** Until which civil day all holds that a certificate of this alias says (`allUntil`). */
const allUntilIn = (alias: "certificates" | "next") =>
  sql.raw(
    `coalesce((select min(json_extract(one.value, '$.until')) from json_each(${alias}.facts, '$.ends') as one), ${alias}.expires_on)`,
  );

/** Field: until which civil day all holds of the certificate in whose favour it was taken back (`allUntil`), unless that was taken back for good. */
const replacedUntil = sql<
  string | null
>`(select ${allUntilIn("next")} from certificates as next where next.replaces_id = ${sql`${certificates.id}`} and (next.revoked_at is null or exists (select 1 from certificates as after where after.replaces_id = next.id)))`;

/** Field: true of the certification of a master trainer. */
const master = sql<boolean>`coalesce(json_extract(${certificates.facts}, '$.master'), 0)`.mapWith(Boolean);

/** Field: the tools that a certificate bears, each with the codes of those of its modules that have one. */
const tools = sql<{ name: string; codes: string[] }[]>`${certificates.facts}`.mapWith((facts: string) =>
  scopeOf(JSON.parse(facts) as CertificateRow["facts"]),
);

/** Field: the name that a certificate bears. */
const bears = sql<PersonsNames>`${certificates.facts}`.mapWith((facts: string) =>
  namesAlone(JSON.parse(facts) as CertificateRow["facts"]),
);

export type CertificateRow = typeof certificates.$inferSelect;

/** A certificate as it is within the open transaction. */
export const certificateRow = (cx: Context, certificateId: number): CertificateRow | undefined =>
  cx.db.select().from(certificates).where(eq(certificates.id, certificateId)).get();

/** The certificate of this serial. */
export const certificateRowBySerial = (cx: Context, serial: string): CertificateRow | undefined =>
  cx.db.select().from(certificates).where(eq(certificates.serial, serial)).get();

const documents = (cx: Context, which: SQL) =>
  cx.db
    .select({
      id: certificates.id,
      registrationId: certificates.registrationId,
      serial: certificates.serial,
      kind: certificates.kind,
      toolId: certificates.toolId,
      language: certificates.language,
      facts: certificates.facts,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      validFrom: certificates.validFrom,
      voidedAt: certificates.voidedAt,
      revokedAt: certificates.revokedAt,
      revocationReason: certificates.revocationReason,
      replacesId: certificates.replacesId,
      replacedBy,
      replacedUntil,
    })
    .from(certificates)
    .where(which)
    .orderBy(asc(certificates.id))
    .all();
/** What a certificate says and what has become of it; since when it is suspended, where that was asked. */
export type Document = ReturnType<typeof documents>[number] & Pick<CertificateLife, "suspendedSince">;

/** All certificates and sheets of a course, in the order in which they were made. */
export const documentsIn = (cx: Context, courseId: number): Document[] =>
  documents(cx, inArray(certificates.registrationId, registrationsOf(courseId)));

/** What the certificate of this serial says. */
export const documentBySerial = (cx: Context, serial: string): Document | undefined =>
  documents(cx, eq(certificates.serial, serial))[0];

/** Of each of these certificates (`id`) its own key and those of the ones in whose place it stands (`before`). */
export const linesOf = (cx: Context, certificateIds: readonly number[]) =>
  cx.db.all<{ id: number; before: number }>(
    sql`with recursive line(id, before) as (
      select value, value from json_each(${JSON.stringify(certificateIds)})
      union select line.id, c.replaces_id from line join certificates as c on c.id = line.before where c.replaces_id is not null
    ) select id, before from line`,
  );

/** Those of these registrations that have a certificate, or a sheet that may become one. */
export const certificateHolders = (cx: Context, registrationIds: readonly number[]): Set<number> =>
  new Set(
    cx.db
      .select({ registrationId: certificates.registrationId })
      .from(certificates)
      .where(
        and(
          inArray(certificates.registrationId, [...registrationIds]),
          isNull(certificates.revokedAt),
          isNull(certificates.voidedAt),
        ),
      )
      .all()
      .map((row) => row.registrationId),
  );

/** Adds a certificate, made by the viewer and now; its key. */
export const insertCertificate = (
  cx: Context,
  row: Omit<typeof certificates.$inferInsert, "id" | "issuedAt" | "issuedBy">,
): number =>
  cx.db
    .insert(certificates)
    .values({ ...row, issuedAt: cx.now, issuedBy: cx.viewer.personId })
    .returning({ id: certificates.id })
    .get().id;

/** A sheet becomes valid now. */
export function makeValid(cx: Context, certificateId: number): void {
  cx.db.update(certificates).set({ validFrom: cx.now }).where(eq(certificates.id, certificateId)).run();
}

/** A sheet never becomes valid. */
export function makeVoid(cx: Context, certificateId: number): void {
  cx.db.update(certificates).set({ voidedAt: cx.now }).where(eq(certificates.id, certificateId)).run();
}

/** Takes a certificate back, by the viewer and now. */
export function takeBack(cx: Context, certificateId: number, reason: string): void {
  cx.db
    .update(certificates)
    .set({ revokedAt: cx.now, revokedBy: cx.viewer.personId, revocationReason: reason })
    .where(eq(certificates.id, certificateId))
    .run();
}

/** True where some certificate of a course stands. */
export const someStandIn = (cx: Context, courseId: number): boolean =>
  cx.db
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(inArray(certificates.registrationId, registrationsOf(courseId)), certificateStands))
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

/** The certificates of these registrations that became valid; what was prepared and never did is nothing to their holders. */
export const certificatesOf = (cx: Context, registrationIds: readonly number[]) =>
  cx.db
    .select({
      id: certificates.id,
      registrationId: certificates.registrationId,
      serial: certificates.serial,
      kind: certificates.kind,
      toolId: certificates.toolId,
      facts: bears,
      issuedOn: certificates.issuedOn,
      expiresOn: certificates.expiresOn,
      validFrom: certificates.validFrom,
      voidedAt: certificates.voidedAt,
      revokedAt: certificates.revokedAt,
      revocationReason: certificates.revocationReason,
      replacedBy,
      replacedUntil,
      /** The last civil day on which all of it holds. */
      allUntil: sql<string | null>`${allUntilIn("certificates")}`,
      master,
      tools,
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
