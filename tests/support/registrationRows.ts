import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { read } from "../../db/client";
import { notices, registrationChanges, registrations } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { as } from "./as";
import { followRegistration } from "./asked";

/** The registrations of a course, in the order in which they came. */
export const rows = (courseId: number) =>
  read()
    .select()
    .from(registrations)
    .where(eq(registrations.courseId, courseId))
    .orderBy(asc(registrations.id))
    .all();
export const states = (courseId: number) => rows(courseId).map((r) => r.state);
/** What the person of a registration is to be told, oldest first. */
export const toTell = (registrationId: number) =>
  read()
    .select({ message: notices.message, at: notices.at })
    .from(notices)
    .where(eq(notices.registrationId, registrationId))
    .orderBy(asc(notices.id))
    .all();
export const told = (registrationId: number) => toTell(registrationId).map((n) => n.message);
/** What became of a registration, step by step: what it came from, and what it became. */
export const history = (registrationId: number) =>
  read()
    .select({ to: registrationChanges.toState, cause: registrationChanges.cause })
    .from(registrationChanges)
    .where(eq(registrationChanges.registrationId, registrationId))
    .orderBy(asc(registrationChanges.id))
    .all()
    .map((c) => `${c.cause}: ${c.to}`);

/** What the person's own page says: the place on the waiting list, or null. */
export const placeOnList = ({ token }: { token: string }) =>
  followRegistration(as(visitor), token)!.waitingNumber;

/** Current states follow from the history: the last change of each registration says what its row says. */
export function expectHistoryToAgree(courseId: number) {
  for (const row of rows(courseId)) {
    const changes = read()
      .select()
      .from(registrationChanges)
      .where(eq(registrationChanges.registrationId, row.id))
      .orderBy(asc(registrationChanges.id))
      .all();
    expect(changes[0]?.fromState).toBeNull();
    for (const [i, change] of changes.entries())
      if (i > 0) expect(change.fromState).toBe(changes[i - 1]!.toState);
    expect(changes.at(-1)?.toState).toBe(row.state);
  }
}
