import { and, asc, inArray, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { courses } from "@/db/schema/courses";
import type { Context } from "../../acts/context";

/** The venue of the course of this key in an outer query; null where it has none. For other stores to ask. */
export const venueOfCourse = (courseId: SQLWrapper): SQL<number | null> =>
  sql`(select held.venue_id from courses as held where held.id = ${courseId})`;

/** True of a course of this key in an outer query that is held online. For other stores to ask. */
export const isOnlineCourse = (courseId: SQLWrapper): SQL<number> =>
  sql`(select held.mode = 'online' from courses as held where held.id = ${courseId})`;

/** What places of these countries are called where courses are planned or were held there, each once and always in one order; a draft's name is nobody's yet. */
export const placesNamed = (cx: Context, countries: readonly string[]) =>
  cx.db
    .selectDistinct({ country: courses.country, place: courses.place })
    .from(courses)
    .where(and(inArray(courses.country, [...countries]), ne(courses.state, "draft")))
    .orderBy(asc(courses.country), asc(courses.place))
    .all();
