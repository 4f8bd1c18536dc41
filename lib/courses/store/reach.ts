import { and, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { courses } from "@/db/schema/courses";
import type { Reach } from "../../access/table";
import { coursesSharedWith } from "../../sharing/store";
import { counts, coursesTrainedBy } from "../store";

/** Condition: a coordinator's list holds the course, which a programme of theirs leads or shares. */
export const coordinated = ({ programmes }: Pick<Reach, "programmes">): SQL | undefined =>
  programmes === "all"
    ? undefined
    : or(inArray(courses.programmeId, [...programmes]), inArray(courses.id, coursesSharedWith(programmes)));

/** Condition: the viewer has a part in the course's sessions: it counts and is of their programmes, or they train it. */
const takenPartIn = (reach: Reach): SQL | undefined =>
  or(
    and(counts, coordinated(reach)),
    reach.trainerId === null ? undefined : inArray(courses.id, coursesTrainedBy(reach.trainerId)),
  );

/**
 * Courses under way in whose sessions the viewer has a part. For the store of sessions to join, which begins at the sessions
 * of a span where that is all courses: by their state (`+`: not by its index) they are thousands.
 */
export const coursesUnderWay = (reach: Reach) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({
      id: courses.id,
      title: courses.title,
      state: courses.state,
      scheduledBy: courses.scheduledBy,
      startsOn: courses.startsOn,
      place: courses.place,
      mode: courses.mode,
    })
    .from(courses)
    .where(
      and(
        reach.programmes === "all"
          ? sql`+${courses.state} in ('open', 'running')`
          : inArray(courses.state, ["open", "running"]),
        takenPartIn(reach),
      ),
    )
    .as("course");

/** Whether people of the course of this key are counted from its first session, whenever they joined. */
export const countsJoinersFromStart = (courseId: SQLWrapper): SQL<boolean> =>
  sql`(select joiners_from_start from courses as own where own.id = ${courseId})`;
