import { and, desc, eq, notInArray, or, sql } from "drizzle-orm";
import { certificateStands, certificates } from "@/db/schema/certificates";
import type { Reach } from "../../access/rules";
import type { Context } from "../../acts/context";
import { scoreOf } from "../../assessments/store";
import { minutesOf } from "../../attendance/store";
import { coursesByRule } from "../../courses/store/reach";
import { registrationView } from "../../registrations/store/roster";

/**
 * Courses of a coordinator in which a certificate may rest on what has gone: minutes, state or scores are no longer
 * those of a participation that stands, or a trainer certification has none. Which of them are to be decided on, their
 * completion tells; those that were looked at and kept are among them. The newest first.
 */
export function shakenCourses(cx: Context, reach: Reach, most: number) {
  const course = coursesByRule(reach);
  const of = registrationView;
  const participation = and(
    eq(certificates.kind, "participation"),
    or(
      notInArray(of.state, ["accepted", "attended"]),
      sql`json_extract(${certificates.facts}, '$.minutes') <> ${minutesOf(of.id)}`,
      sql`${course.minPostTest} is not null and coalesce(${scoreOf(of.id, "post_test")}, -1) < ${course.minPostTest}`,
      sql`${course.microTeaching} and ${scoreOf(of.id, "micro_teaching")} is null`,
    ),
  );
  const certification = and(
    eq(certificates.kind, "trainer_certification"),
    sql`not exists (select 1 from certificates as basis where basis.registration_id = ${of.id} and basis.kind = 'participation' and basis.valid_from is not null and basis.revoked_at is null)`,
  );
  return cx.db
    .selectDistinct({ id: course.id, title: course.title })
    .from(certificates)
    .innerJoin(of, eq(of.id, certificates.registrationId))
    .innerJoin(course, eq(course.id, of.courseId))
    .where(and(certificateStands, or(participation, certification)))
    .orderBy(desc(course.id))
    .limit(most)
    .all();
}
