import { and, desc, eq, gte, inArray, isNotNull, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courses, courseTrainers } from "@/db/schema/courses";
import type { Reach } from "../../access/rules";
import type { Context } from "../../acts/context";

const build = new QueryBuilder({ casing: "snake_case" });

/** Condition: a coordinator's list holds the course. */
const coordinated = ({ programmes }: Reach): SQL | undefined =>
  programmes === "all" ? undefined : inArray(courses.programmeId, [...programmes]);

/** Condition: the viewer has a part in the course's sessions: it counts and is of their programmes, or they train it. */
const takenPartIn = (reach: Reach): SQL | undefined =>
  or(
    and(isNotNull(courses.approvedAt), coordinated(reach)),
    reach.trainerId === null
      ? undefined
      : inArray(
          courses.id,
          build
            .select({ id: courseTrainers.courseId })
            .from(courseTrainers)
            .where(eq(courseTrainers.personId, reach.trainerId)),
        ),
  );

const named = { id: courses.id, title: courses.title };

/** Courses under way in whose sessions the viewer has a part. For the store of sessions to join. */
export const coursesUnderWay = (reach: Reach) =>
  build
    .select({
      ...named,
      state: courses.state,
      scheduledBy: courses.scheduledBy,
      startsOn: courses.startsOn,
    })
    .from(courses)
    .where(and(inArray(courses.state, ["open", "running"]), takenPartIn(reach)))
    .as("course");

/**
 * Courses whose rolls are due: those that run, and a trainer's workshop, which the first mark starts. The limit keeps SQLite
 * from dissolving this and beginning with all sessions that are over.
 */
export const coursesWithRoll = (reach: Reach) =>
  build
    .select(named)
    .from(courses)
    .where(
      and(
        or(eq(courses.state, "running"), and(eq(courses.state, "open"), isNotNull(courses.scheduledBy))),
        ne(courses.countedBy, "numbers"),
        takenPartIn(reach),
      ),
    )
    .limit(1000)
    .as("course");

/** A coordinator's courses with what completing them takes. For the store of certificates to join. */
export const coursesByRule = (reach: Reach) =>
  build
    .select({ ...named, minPostTest: courses.minPostTest, microTeaching: courses.microTeaching })
    .from(courses)
    .where(coordinated(reach))
    .as("course");

/** A coordinator's courses that count and ended since a civil day or are to come, the latest first. */
export const lateCourses = (cx: Context, reach: Reach, since: string, most: number) =>
  cx.db
    .select(named)
    .from(courses)
    .where(
      and(
        isNotNull(courses.approvedAt),
        inArray(courses.state, ["open", "running", "closed"]),
        gte(courses.endsOn, since),
        coordinated(reach),
      ),
    )
    .orderBy(desc(courses.endsOn))
    .limit(most)
    .all();

/** Whether people of the course of this key are counted from its first session, whenever they joined. */
export const countsJoinersFromStart = (courseId: SQLWrapper): SQL<boolean> =>
  sql`(select joiners_from_start from courses as own where own.id = ${courseId})`;
