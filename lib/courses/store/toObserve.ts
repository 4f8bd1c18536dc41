import { and, asc, eq, exists, gte, inArray, isNull, lte, ne, or } from "drizzle-orm";
import { courses, courseTrainers } from "@/db/schema/courses";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { counts } from "../store";

/**
 * Workshops for users of these programmes that count and begin by a civil day and end from another one on, the soonest first,
 * with the keys of who trains each. Drafts and cancelled ones are left out.
 * @param trainerId who trains there; null: whoever does.
 */
export function coursesToObserve(
  cx: Context,
  programmes: Programmes,
  { begunBy, endsFrom }: { begunBy: string; endsFrom: string },
  most: number,
  trainerId: number | null = null,
) {
  const rows = cx.db
    .select({
      id: courses.id,
      title: courses.title,
      place: courses.place,
      zone: courses.zone,
      startsOn: courses.startsOn,
      endsOn: courses.endsOn,
      state: courses.state,
    })
    .from(courses)
    .where(
      and(
        programmes === "all" ? undefined : inArray(courses.programmeId, [...programmes]),
        inArray(courses.state, ["open", "running", "closed"]),
        ne(courses.kind, "tot"),
        eq(courses.countedBy, "people"),
        lte(courses.startsOn, begunBy),
        or(isNull(courses.endsOn), gte(courses.endsOn, endsFrom)),
        counts,
        trainerId === null
          ? undefined
          : exists(
              cx.db
                .select({ courseId: courseTrainers.courseId })
                .from(courseTrainers)
                .where(and(eq(courseTrainers.courseId, courses.id), eq(courseTrainers.personId, trainerId))),
            ),
      ),
    )
    .orderBy(asc(courses.startsOn), asc(courses.id))
    .limit(most)
    .all();
  const trainers = cx.db
    .select({ courseId: courseTrainers.courseId, personId: courseTrainers.personId })
    .from(courseTrainers)
    .where(
      inArray(
        courseTrainers.courseId,
        rows.map(({ id }) => id),
      ),
    )
    .all();
  return rows.map((row) => ({
    ...row,
    trainerIds: trainers.flatMap(({ courseId, personId }) => (courseId === row.id ? personId : [])),
  }));
}
