import { and, asc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../../acts/context";
import { groupNameOf } from "../../groups/store";
import { latinNameOf, nameOf, organisationView, personView } from "../../people/store";
import { seatStates } from "../rules";

const build = new QueryBuilder({ casing: "snake_case" });
const seatList = sql.raw(seatStates.map((state) => `'${state}'`).join(", "));

/** Condition: the registration of this key in an outer query holds one of the course's places. */
export const holdsPlace = (registrationId: SQLWrapper): SQL =>
  sql`exists (select 1 from registrations as holder where holder.id = ${registrationId} and holder.state in (${seatList}))`;

/** How many hold a place in the course of this key. */
export const placesTaken = (courseId: SQLWrapper): SQL<number> =>
  sql`(select count(*) from registrations as holder where holder.course_id = ${courseId} and holder.state in (${seatList}))`;

/** When the first of those who hold a place in the course of this key joined; null where nobody does. */
export const firstPlaceIn = (courseId: SQLWrapper): SQL<number | null> =>
  sql`(select min(place_since) from registrations as first where first.course_id = ${courseId} and first.state in (${seatList}))`;

/** Registrations that hold a place, as a table of this name. For other stores to join. */
export const placesAs = <Name extends string>(name: Name) =>
  build
    .select({
      id: registrations.id,
      courseId: registrations.courseId,
      placeSince: registrations.placeSince,
      groupId: registrations.groupId,
    })
    .from(registrations)
    .where(sql`${registrations.state} in (${seatList})`)
    .as(name);

/** The keys of all registrations of a course, be it one of an outer query, for an `in`. */
export const registrationsOf = (courseId: number | SQLWrapper) =>
  build.select({ id: registrations.id }).from(registrations).where(eq(registrations.courseId, courseId));

/** Whose registrations these are, by their keys. */
export const peopleOfRegistrations = (cx: Context, keys: readonly number[]): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ id: registrations.id, personId: registrations.personId })
      .from(registrations)
      .where(inArray(registrations.id, [...new Set(keys)]))
      .all()
      .map(({ id, personId }) => [id, personId]),
  );

/** What somebody is called whose registration has this key in an outer query; null where it is null. */
export const nameOfRegistered = (registrationId: SQLWrapper): SQL<string | null> =>
  sql`(select ${nameOf(sql`own.person_id`)} from registrations as own where own.id = ${registrationId})`;

/** Their name in Latin letters, likewise. */
export const latinNameOfRegistered = (registrationId: SQLWrapper): SQL<string | null> =>
  sql`(select ${latinNameOf(sql`own.person_id`)} from registrations as own where own.id = ${registrationId})`;

const people = (cx: Context, which: SQL | undefined) =>
  cx.db
    .select({
      registrationId: registrations.id,
      number: registrations.number,
      courseId: registrations.courseId,
      personId: registrations.personId,
      state: registrations.state,
      placeSince: registrations.placeSince,
      groupId: registrations.groupId,
      group: groupNameOf(registrations.groupId),
      needs: registrations.needs,
      name: personView.name,
      latinName: personView.latinName,
      language: personView.language,
      organisation: organisationView.organisation,
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(which)
    .orderBy(asc(personView.sortName), asc(registrations.id))
    .all();
/** Somebody of a course, with the registration by which they are in it. */
export type Registered = ReturnType<typeof people>[number];

/** Everyone who holds a place in a course, by name. */
export const rosterOf = (cx: Context, courseId: number): Registered[] =>
  people(cx, and(eq(registrations.courseId, courseId), inArray(registrations.state, [...seatStates])));

/** The same of several courses, read at once. */
export const rostersOf = (cx: Context, courseIds: readonly number[]): Registered[] =>
  courseIds.length === 0
    ? []
    : people(
        cx,
        and(inArray(registrations.courseId, [...courseIds]), inArray(registrations.state, [...seatStates])),
      );

/** Those of these registrations, by name. */
export const registeredPeople = (cx: Context, ids: readonly number[]): Registered[] =>
  ids.length === 0 ? [] : people(cx, inArray(registrations.id, [...ids]));

/** When the first of those who hold a place in a course joined; null where nobody does. */
export const firstPlaceOf = (cx: Context, courseId: number): number | null =>
  cx.db.get<{ at: number | null }>(sql`select ${firstPlaceIn(sql`${courseId}`)} as at`).at;
