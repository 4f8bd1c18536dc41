import { and, asc, count, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../acts/context";
import { personView } from "../people/store";
import { type RegistrationState, registrationStates, seatStates } from "./rules";

export type RegistrationRow = typeof registrations.$inferSelect;

/** A registration as it is within the open transaction. */
export const registrationRow = (cx: Context, registrationId: number): RegistrationRow | undefined =>
  cx.db.select().from(registrations).where(eq(registrations.id, registrationId)).get();

/** The registration whose holder has this token. */
export const registrationRowByToken = (cx: Context, token: string): RegistrationRow | undefined =>
  cx.db.select().from(registrations).where(eq(registrations.token, token)).get();

/** A person's registration in a course. */
export const registrationRowOf = (
  cx: Context,
  courseId: number,
  personId: number,
): RegistrationRow | undefined =>
  cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), eq(registrations.personId, personId)))
    .get();

/** The registration that this form made already. */
export const registrationRowByForm = (
  cx: Context,
  courseId: number,
  formKey: string,
): RegistrationRow | undefined =>
  cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), eq(registrations.formKey, formKey)))
    .get();

const byTurn = [asc(registrations.waitingSequence), asc(registrations.number)] as const;

/** Those of these registrations that are of the course, in the order of their turns. */
export const registrationRows = (
  cx: Context,
  courseId: number,
  registrationIds: readonly number[],
): RegistrationRow[] =>
  cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.id, [...registrationIds])))
    .orderBy(...byTurn)
    .all();

/** The registrations of a course in these states, in the order of their turns; with a limit the first so many. */
export const registrationRowsIn = (
  cx: Context,
  courseId: number,
  states: readonly RegistrationState[] = registrationStates,
  limit = -1,
): RegistrationRow[] =>
  cx.db
    .select()
    .from(registrations)
    .where(and(eq(registrations.courseId, courseId), inArray(registrations.state, [...states])))
    .orderBy(...byTurn)
    .limit(limit)
    .all();

/** The keys of everything that a person registered for. */
export const registrationIdsOf = (cx: Context, personId: number): number[] =>
  cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.personId, personId))
    .all()
    .map((row) => row.id);

/** Everybody in a course, in whatever state, with their name and language, in the order in which they became known. */
export const peopleRegisteredIn = (cx: Context, courseId: number) =>
  cx.db
    .select({
      registrationId: registrations.id,
      personId: registrations.personId,
      state: registrations.state,
      groupId: registrations.groupId,
      name: personView.name,
      latinName: personView.latinName,
      language: personView.language,
    })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(eq(registrations.courseId, courseId))
    .orderBy(asc(registrations.personId))
    .all();

/** How many registrations of a course are in each state. */
export const countByState = (cx: Context, courseId: number): ReadonlyMap<RegistrationRow["state"], number> =>
  new Map(
    cx.db
      .select({ state: registrations.state, count: count() })
      .from(registrations)
      .where(eq(registrations.courseId, courseId))
      .groupBy(registrations.state)
      .all()
      .map((row) => [row.state, row.count]),
  );

/** The same of every state. */
export function countsIn(cx: Context, courseId: number): Record<RegistrationState, number> {
  const inState = countByState(cx, courseId);
  return Object.fromEntries(registrationStates.map((state) => [state, inState.get(state) ?? 0])) as Record<
    RegistrationState,
    number
  >;
}

/**
 * Names of people with a place in a course that hold a letter which may be missing from our fonts: any but Latin ones of
 * Western and Central Europe and Arabic ones without signs.
 */
export const strangeNamesIn = (cx: Context, courseId: number) =>
  cx.db
    .select({ name: personView.name, latinName: personView.latinName })
    .from(registrations)
    .innerJoin(personView, eq(personView.id, registrations.personId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        inArray(registrations.state, ["accepted", "attended"]),
        sql`${personView.name} glob '*[^ -~À-ſء-غف-ي]*'`,
      ),
    )
    .all();

/** Whose registration it is, in which course, and where it stands. For other stores to join. */
export const registrationView = new QueryBuilder({ casing: "snake_case" })
  .select({
    registrationId: registrations.id,
    courseId: registrations.courseId,
    personId: registrations.personId,
    state: registrations.state,
    source: registrations.source,
    number: registrations.number,
    placeSince: registrations.placeSince,
  })
  .from(registrations)
  .as("registration");

const countIn = (courseId: SQLWrapper, states: readonly RegistrationState[]): SQL<number> =>
  sql<number>`(select count(*) from ${registrations} where ${and(eq(registrations.courseId, courseId), inArray(registrations.state, [...states]))})`;

/** How many hold a place in a course of an outer query. */
export const placesHeld = (courseId: SQLWrapper): SQL<number> => countIn(courseId, seatStates);

/** How many wait for a place in a course of an outer query. */
export const waitingFor = (courseId: SQLWrapper): SQL<number> => countIn(courseId, ["waiting"]);

/** How many registrations a course has, whatever their state. */
export const countRegistrations = (cx: Context, courseId: number): number =>
  cx.db.select({ count: count() }).from(registrations).where(eq(registrations.courseId, courseId)).get()!
    .count;

/** True where somebody has answered this question of their course. */
export const isAnswered = (cx: Context, courseId: number, questionId: number): boolean =>
  cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.courseId, courseId),
        sql`exists (select 1 from json_each(${registrations.answers}) where key = ${String(questionId)})`,
      ),
    )
    .get() !== undefined;
