import {
  and,
  asc,
  between,
  eq,
  gt,
  gte,
  inArray,
  like,
  lte,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { certificates } from "@/db/schema/certificates";
import type { CourseKind } from "@/db/values/courses";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { courseView, courseViewCounts } from "../../courses/store";
import { taughtView } from "../../courses/store/taught";
import { moduleView } from "../../curriculum/store";
import { registrationView } from "../../registrations/store";
import { recognisedOf } from "../../stages/store/recognised";
import { readSerial, readSerialEnd } from "../rules/serial";
import { certificateStands } from "../store";

/** Condition on a certificate and its course: by it somebody completed what the course teaches. */
export const completes = and(eq(certificates.kind, "participation"), certificateStands, courseViewCounts);

/** Condition: the serial that somebody typed, or one whose last groups it is; none where it is no serial. */
function isSerial(text: string) {
  const read = readSerial(text);
  if ("serial" in read) return eq(certificates.serial, read.serial);
  const end = readSerialEnd(text);
  return end
    ? and(sql`substr(${certificates.serial}, -4) = ${end.slice(-4)}`, like(certificates.serial, `%${end}`))
    : null;
}

/**
 * Keys of who hold the certificate with this serial, or with one whose last groups it is, from one of these programmes. For
 * a condition; null where no serial was typed.
 */
export function holdersOfSerial(text: string, programmes: Programmes) {
  const is = isSerial(text);
  if (is === null) return null;
  return new QueryBuilder({ casing: "snake_case" })
    .select({ personId: registrationView.personId })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(and(is, programmes === "all" ? undefined : inArray(courseView.programmeId, [...programmes])));
}

/**
 * Modules that a person completed, summed over courses: those of each course that counts for which they hold a certificate
 * of participation that stands. Qualification is per person, tool and module.
 */
export const modulesCompletedBy = (cx: Context, personId: number) =>
  cx.db
    .select({
      tool: moduleView.toolTitle,
      toolCode: moduleView.toolCode,
      moduleId: moduleView.moduleId,
      code: moduleView.moduleCode,
      module: moduleView.moduleTitle,
      courseId: courseView.id,
      course: courseView.title,
      endsOn: courseView.endsOn,
    })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .innerJoin(taughtView, eq(taughtView.courseId, courseView.id))
    .innerJoin(moduleView, eq(moduleView.moduleId, taughtView.moduleId))
    .where(and(eq(registrationView.personId, personId), completes))
    .orderBy(asc(moduleView.toolId), asc(moduleView.modulePosition))
    .all();

/** The modules that each of these people completed, with the course of each; as `modulesCompletedBy` says. */
export const completedAmong = (cx: Context, personIds: readonly number[]) =>
  personIds.length === 0
    ? []
    : cx.db
        .select({
          personId: registrationView.personId,
          registrationId: certificates.registrationId,
          moduleId: taughtView.moduleId,
          courseId: courseView.id,
          course: courseView.title,
          kind: courseView.kind,
          programmeId: courseView.programmeId,
          endsOn: courseView.endsOn,
          issuedOn: certificates.issuedOn,
        })
        .from(certificates)
        .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
        .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
        .innerJoin(taughtView, eq(taughtView.courseId, courseView.id))
        .where(and(inArray(registrationView.personId, [...personIds]), completes))
        .orderBy(asc(certificates.id), asc(taughtView.moduleId))
        .all();

/**
 * The modules that each of these people completed, by their keys: as `modulesCompletedBy` says, and what is recognised of
 * their earlier learning.
 * @param kind of which courses; of all of them where none is said.
 */
export const modulesCompletedAmong = (
  cx: Context,
  personIds: readonly number[],
  kind?: CourseKind,
): { personId: number; moduleId: number }[] => {
  if (personIds.length === 0) return [];
  const inCourses = cx.db
    .selectDistinct({ personId: registrationView.personId, moduleId: taughtView.moduleId })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .innerJoin(taughtView, eq(taughtView.courseId, courseView.id))
    .where(
      and(inArray(registrationView.personId, [...personIds]), completes, kind && eq(courseView.kind, kind)),
    )
    .all();
  return [...inCourses, ...recognisedOf(cx, personIds)];
};

/** Who has or had a certificate of a course, of whichever kind. */
export const certifiedIn = (cx: Context, courseId: number): number[] =>
  cx.db
    .selectDistinct({ personId: registrationView.personId })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .where(eq(registrationView.courseId, courseId))
    .all()
    .map(({ personId }) => personId);

/**
 * Who completed a training of trainers of a programme, the first first: with the last day of the first one, or the day of the
 * certificate where no days are known.
 */
export const enteredIn = (cx: Context, programmeId: number) =>
  cx.db
    .select({
      personId: registrationView.personId,
      day: sql<string>`min(coalesce(${courseView.endsOn}, ${certificates.issuedOn}))`.as("entered_on"),
    })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(and(eq(courseView.programmeId, programmeId), eq(courseView.kind, "tot"), completes))
    .groupBy(registrationView.personId)
    .orderBy(sql`entered_on`, asc(registrationView.personId))
    .all();

/** Who completed a training of trainers whose last day came after a civil day, up to another one. */
export const enteredBetween = (cx: Context, after: string, to: string): number[] =>
  cx.db
    .selectDistinct({ personId: registrationView.personId })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(
      and(eq(courseView.kind, "tot"), gt(courseView.endsOn, after), lte(courseView.endsOn, to), completes),
    )
    .all()
    .map(({ personId }) => personId);

/**
 * The certifications as a trainer of these people that became valid, whatever became of them: of which modules, from and until
 * which civil day, and when (ms) they were taken back.
 */
export const certificationsOf = (cx: Context, personIds: readonly number[]) =>
  cx.db
    .select({
      certificateId: certificates.id,
      personId: registrationView.personId,
      programmeId: courseView.programmeId,
      moduleId: taughtView.moduleId,
      day: certificates.issuedOn,
      until: certificates.expiresOn,
      toolId: certificates.toolId,
      revokedAt: certificates.revokedAt,
      replacesId: certificates.replacesId,
      replaced:
        sql<boolean>`exists (select 1 from certificates as next where next.replaces_id = ${certificates.id})`.mapWith(
          Boolean,
        ),
    })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .innerJoin(taughtView, eq(taughtView.courseId, courseView.id))
    .where(
      and(
        inArray(registrationView.personId, [...personIds]),
        eq(certificates.kind, "trainer_certification"),
        sql`${certificates.validFrom} is not null`,
      ),
    )
    .orderBy(asc(certificates.id), asc(taughtView.moduleId))
    .all();

/** The certifications of somebody in a programme that stand, each with its tool (null: all of its course) and the modules of its course. */
export function standingCertifications(cx: Context, personId: number, programmeId: number) {
  const found = new Map<number, { id: number; toolId: number | null; modules: number[] }>();
  for (const row of certificationsOf(cx, [personId])) {
    if (row.programmeId !== programmeId || row.revokedAt !== null) continue;
    const one = found.get(row.certificateId) ?? { id: row.certificateId, toolId: row.toolId, modules: [] };
    one.modules.push(row.moduleId);
    found.set(row.certificateId, one);
  }
  return [...found.values()];
}

/** Who holds the certificates of these registrations, of which course in which programme, by the registration. */
export const holdersOf = (cx: Context, registrationIds: readonly number[]) =>
  new Map(
    cx.db
      .select({
        registrationId: registrationView.registrationId,
        personId: registrationView.personId,
        courseId: courseView.id,
        programmeId: courseView.programmeId,
      })
      .from(registrationView)
      .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
      .where(
        sql`${registrationView.registrationId} in (select value from json_each(${JSON.stringify(registrationIds)}))`,
      )
      .all()
      .map(({ registrationId, ...of }) => [registrationId, of] as const),
  );

/** Condition: a person of an outer query has or had a certification on paper that is like this. */
const hadCertification = (personId: SQLWrapper, is: SQL | undefined): SQL =>
  sql`exists ${new QueryBuilder({ casing: "snake_case" })
    .select({ id: certificates.id })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .where(
      and(
        sql`${registrationView.personId} = ${personId}`,
        eq(certificates.kind, "trainer_certification"),
        is,
      ),
    )}`;

/** Condition: a person of an outer query had a certification on paper on a civil day, whatever became of it since. */
export const hadCertificationOn = (personId: SQLWrapper, day: string): SQL =>
  hadCertification(personId, and(lte(certificates.issuedOn, day), gte(certificates.expiresOn, day)));

/** Condition: one of theirs ends between two civil days. */
export const hadCertificationEnding = (personId: SQLWrapper, from: string, to: string): SQL =>
  hadCertification(personId, between(certificates.expiresOn, from, to));

/** Condition: a person of an outer query holds a certificate of a training of trainers of a programme that was in a country. */
export const holdsPaperOfTotIn = (personId: SQLWrapper, programmeId: SQLWrapper, country: string): SQL =>
  sql`exists ${new QueryBuilder({ casing: "snake_case" })
    .select({ id: certificates.id })
    .from(certificates)
    .innerJoin(registrationView, eq(registrationView.registrationId, certificates.registrationId))
    .innerJoin(courseView, eq(courseView.id, registrationView.courseId))
    .where(
      and(
        sql`${registrationView.personId} = ${personId}`,
        sql`${courseView.programmeId} = ${programmeId}`,
        eq(courseView.kind, "tot"),
        eq(courseView.country, country),
      ),
    )}`;

/** The instants (ms) from which these certificates were valid, by their keys. */
export const validSince = (cx: Context, certificateIds: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ id: certificates.id, validFrom: certificates.validFrom })
      .from(certificates)
      .where(inArray(certificates.id, [...certificateIds]))
      .all()
      .flatMap(({ id, validFrom }) => (validFrom === null ? [] : [[id, validFrom] as const])),
  );
