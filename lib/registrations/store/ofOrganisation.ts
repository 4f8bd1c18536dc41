import { and, countDistinct, desc, eq, inArray } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { courseView, courseViewCounts } from "../../courses/store";
import { personView } from "../../people/store";
import { seatStates } from "../rules";

/** Condition: a place in a course of these programmes that counts. */
const placeIn = (programmes: Programmes) =>
  and(
    inArray(registrations.state, [...seatStates]),
    courseViewCounts,
    programmes === "all" ? undefined : inArray(courseView.programmeId, [...programmes]),
  );

/** In how many courses of these programmes people of each of these organisations have or had a place. */
export function coursesByOrganisation(
  cx: Context,
  ids: readonly number[],
  programmes: Programmes,
): ReadonlyMap<number, number> {
  if (ids.length === 0) return new Map();
  const rows = cx.db
    .select({ id: personView.organisationId, count: countDistinct(registrations.courseId) })
    .from(personView)
    .innerJoin(registrations, eq(registrations.personId, personView.id))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(inArray(personView.organisationId, [...ids]), placeIn(programmes)))
    .groupBy(personView.organisationId)
    .all();
  return new Map(rows.map((row) => [row.id!, row.count]));
}

/** So many courses of an organisation are shown. */
const mostCourses = 100;

/** The courses of these programmes in which people of an organisation have or had a place, the newest first, with how many. */
export const coursesOfOrganisation = (cx: Context, organisationId: number, programmes: Programmes) =>
  cx.db
    .select({
      id: courseView.id,
      title: courseView.title,
      startsOn: courseView.startsOn,
      endsOn: courseView.endsOn,
      year: courseView.year,
      datesNote: courseView.datesNote,
      state: courseView.state,
      countedBy: courseView.countedBy,
      approvedAt: courseView.approvedAt,
      people: countDistinct(registrations.personId),
    })
    .from(personView)
    .innerJoin(registrations, eq(registrations.personId, personView.id))
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(eq(personView.organisationId, organisationId), placeIn(programmes)))
    .groupBy(courseView.id)
    .orderBy(desc(courseView.startsOn), desc(courseView.id))
    .limit(mostCourses)
    .all();
