import { and, asc, eq, getTableColumns, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { registrationChanges, registrations } from "@/db/schema/registrations";
import type { RegistrationCause, RegistrationState } from "@/db/values/registrations";
import type { Context } from "../../acts/context";
import { namedBy, personAs, personView } from "../../people/store";

/** Every change of a registration, the first one first, with who made it; null where nobody signed in did. */
export const historyOf = (cx: Context, registrationId: number) =>
  cx.db
    .select({
      id: registrationChanges.id,
      fromState: registrationChanges.fromState,
      toState: registrationChanges.toState,
      reason: registrationChanges.reason,
      at: registrationChanges.at,
      by: personView.name,
      byLatin: personView.latinName,
    })
    .from(registrationChanges)
    .leftJoin(personView, eq(personView.id, registrationChanges.byPersonId))
    .where(eq(registrationChanges.registrationId, registrationId))
    .orderBy(asc(registrationChanges.id))
    .all()
    .map(({ byLatin, ...change }) => ({ ...change, by: namedBy(change.by, byLatin) }));

/** The last change of all registrations: by it is told what happened after a page was shown. 0 before any. */
export const lastChange = (cx: Context): number =>
  cx.db
    .select({ id: sql<number>`coalesce(max(${registrationChanges.id}), 0)` })
    .from(registrationChanges)
    .get()!.id;

const holder = personAs("holder");

const whatHappened = {
  id: registrations.id,
  name: holder.name,
  latinName: holder.latinName,
  state: registrations.state,
  byId: personView.id,
  by: personView.name,
  byLatin: personView.latinName,
  at: registrationChanges.at,
};

/**
 * What happened last to each of these registrations of a course, or to those that `which` holds of, when, and who did it;
 * null where nobody signed in did. `own`: it was the reader,
 * as in another tab.
 */
export const lastHappenedTo = (cx: Context, courseId: number, ids: readonly number[], which?: SQL) =>
  cx.db
    .select(whatHappened)
    .from(registrations)
    .innerJoin(holder, eq(holder.id, registrations.personId))
    .innerJoin(registrationChanges, eq(registrationChanges.registrationId, registrations.id))
    .leftJoin(personView, eq(personView.id, registrationChanges.byPersonId))
    .where(
      and(
        eq(registrations.courseId, courseId),
        inArray(registrations.id, [...ids]),
        sql`${registrationChanges.id} = (select max(id) from registration_changes as own where own.registration_id = ${registrations.id})`,
        which,
      ),
    )
    .orderBy(asc(registrations.number))
    .all()
    .map(({ byId, ...row }) => ({ ...row, own: byId !== null && byId === cx.viewer.personId }));

/** Of those alone that are in another state now than when this change was the last (`lastChange`). */
export const movedSince = (cx: Context, courseId: number, ids: readonly number[], seen: number) =>
  lastHappenedTo(
    cx,
    courseId,
    ids,
    sql`${registrationChanges.id} > ${seen} and ${registrations.state} is not (select to_state from registration_changes as shown where shown.registration_id = ${registrations.id} and shown.id <= ${seen} order by shown.id desc limit 1)`,
  );

/** True where anything happened to a registration after this change (`lastChange`). */
export const changedSince = (cx: Context, registrationId: number, seen: number): boolean =>
  cx.db
    .select({ id: registrationChanges.id })
    .from(registrationChanges)
    .where(and(eq(registrationChanges.registrationId, registrationId), gt(registrationChanges.id, seen)))
    .limit(1)
    .get() !== undefined;

/** Registrations of a course whose last change was for this cause, with the state before it and when it was. */
const lastMovedBy = (cx: Context, courseId: number, cause: RegistrationCause, which?: SQL) =>
  cx.db
    .select({
      ...getTableColumns(registrations),
      before: sql<RegistrationState>`${registrationChanges.fromState}`,
      decidedAt: registrationChanges.at,
    })
    .from(registrations)
    .innerJoin(registrationChanges, eq(registrationChanges.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, courseId),
        eq(registrationChanges.cause, cause),
        eq(registrationChanges.toState, registrations.state),
        sql`${registrationChanges.fromState} is not null`,
        sql`${registrationChanges.id} = (select max(id) from registration_changes as own where own.registration_id = ${registrations.id})`,
        which,
      ),
    )
    .all();

/**
 * Those of these registrations of a course that a coordinator decided on last, with the state that each had before; others,
 * and those that something happened to since, are left out.
 */
export const decidedByCoordinator = (cx: Context, courseId: number, ids: readonly number[]) =>
  lastMovedBy(cx, courseId, "decided", inArray(registrations.id, [...ids]));

/** The registrations that the viewer decided on at this instant, those that something happened to since among them. */
export const decidedAt = (cx: Context, courseId: number, at: number): number[] =>
  cx.db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(registrationChanges, eq(registrationChanges.registrationId, registrations.id))
    .where(
      and(
        eq(registrations.courseId, courseId),
        eq(registrationChanges.at, at),
        eq(registrationChanges.cause, "decided"),
        cx.viewer.personId === null
          ? isNull(registrationChanges.byPersonId)
          : eq(registrationChanges.byPersonId, cx.viewer.personId),
      ),
    )
    .all()
    .map((row) => row.id);

/** The registrations of a course that its end released, with the state that each had before. */
export const releasedByEnd = (cx: Context, courseId: number) =>
  lastMovedBy(cx, courseId, "course_ended", eq(registrations.state, "declined"));

/** When people of a course were last moved by its end (ms); null where nobody was. */
export const lastEndedIn = (cx: Context, courseId: number): number | null =>
  cx.db
    .select({ at: sql<number | null>`max(${registrationChanges.at})` })
    .from(registrationChanges)
    .innerJoin(registrations, eq(registrations.id, registrationChanges.registrationId))
    .where(and(eq(registrations.courseId, courseId), eq(registrationChanges.cause, "course_ended")))
    .get()!.at;

const first = alias(registrationChanges, "first_change");

/** Who made each of these registrations; null where the person did so themselves, without an account. */
export const makersOf = (cx: Context, registrationIds: readonly number[]): (number | null)[] =>
  cx.db
    .select({ by: first.byPersonId })
    .from(first)
    .where(and(inArray(first.registrationId, [...registrationIds]), isNull(first.fromState)))
    .orderBy(asc(first.id))
    .all()
    .map((row) => row.by);
