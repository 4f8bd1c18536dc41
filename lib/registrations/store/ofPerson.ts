import { and, eq, inArray, notInArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { registrations } from "@/db/schema/registrations";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { courseView, courseViewCounts } from "../../courses/store";
import { seatStates } from "../rules";
import { cameBy } from "./came";

/** In how many courses that count a person of an outer query took part. */
export const coursesTakenPart = (personId: SQLWrapper): SQL<number> =>
  sql<number>`${new QueryBuilder({ casing: "snake_case" })
    .select({ count: sql`count(*)` })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(sql`${registrations.personId} = ${personId}`, courseViewCounts, cameBy(registrations)))}`;

/** Keys of whose registration in a course has this number, where it is a course of these programmes. For a condition. */
export const holdersOfNumber = (courseId: number, number: number, programmes: Programmes) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({ personId: registrations.personId })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        eq(registrations.number, number),
        programmes === "all" ? undefined : inArray(courseView.programmeId, [...programmes]),
      ),
    );

const someOf = (cx: Context, personId: number, which: SQL | undefined): boolean =>
  cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(courseView, eq(courseView.id, registrations.courseId))
    .where(and(eq(registrations.personId, personId), which))
    .limit(1)
    .get() !== undefined;

/** True where a person registered for a course of one of these programmes. */
export const takesPartIn = (cx: Context, personId: number, programmes: readonly number[]): boolean =>
  someOf(cx, personId, inArray(courseView.programmeId, [...programmes]));

/** True where a person registered for a course of another programme than these. */
export const takesPartBeyond = (cx: Context, personId: number, programmes: readonly number[]): boolean =>
  someOf(cx, personId, notInArray(courseView.programmeId, [...programmes]));

/** True where a person has a place in a course, or had it until that was over. */
export const hasPlace = (cx: Context, personId: number): boolean =>
  someOf(cx, personId, inArray(registrations.state, [...seatStates]));

/** True where a person registered themselves for a course of one of these programmes. */
export const registeredThemselvesIn = (
  cx: Context,
  personId: number,
  programmes: readonly number[],
): boolean =>
  someOf(
    cx,
    personId,
    and(eq(registrations.source, "self"), inArray(courseView.programmeId, [...programmes])),
  );

/** The courses in which a person has a place, and in which group they are there. */
export const placesWithGroup = (
  cx: Context,
  personId: number,
): { courseId: number; groupId: number | null }[] =>
  cx.db
    .select({ courseId: registrations.courseId, groupId: registrations.groupId })
    .from(registrations)
    .where(and(eq(registrations.personId, personId), inArray(registrations.state, [...seatStates])))
    .all();

/** Keys of the courses in which a person has a place. */
export const coursesWithPlace = (cx: Context, personId: number): number[] =>
  placesWithGroup(cx, personId).map(({ courseId }) => courseId);
