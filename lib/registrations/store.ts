import { and, count, eq, inArray, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { registrations } from "@/db/schema/registrations";
import type { Context } from "../acts/context";
import { personView } from "../people/store";

export type RegistrationRow = typeof registrations.$inferSelect;

/** A registration as it is within the open transaction. */
export const registrationRow = (cx: Context, registrationId: number): RegistrationRow | undefined =>
  cx.db.select().from(registrations).where(eq(registrations.id, registrationId)).get();

/** The registration whose holder has this token. */
export const registrationRowByToken = (cx: Context, token: string): RegistrationRow | undefined =>
  cx.db.select().from(registrations).where(eq(registrations.token, token)).get();

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
    number: registrations.number,
    placeSince: registrations.placeSince,
  })
  .from(registrations)
  .as("registration");
