import { and, asc, type Column, eq, exists, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { programmeMembers, programmes } from "@/db/schema/programmes";
import type { ProgrammeRole } from "@/db/values/programmes";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { programmeDays } from "./days";

/** A role in a programme, and whose it is. */
export type Role = { personId: number; programmeId: number; role: ProgrammeRole };

/** The roles that a person was given, with what ends them; prepared for every request, as `signInHeld`. */
export const rolesHeld = prepared((db) =>
  db
    .select({
      programmeId: programmeMembers.programmeId,
      role: programmeMembers.role,
      endsOn: programmeMembers.endsOn,
      programmeEndsOn: programmes.endsOn,
      trainersTakeSecondStep: programmes.trainersTakeSecondStep,
    })
    .from(programmeMembers)
    .innerJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .where(eq(programmeMembers.personId, sql.placeholder("personId")))
    .prepare(),
);

/** The roles of a person with the programmes, by their short names. */
export const rolesOf = (cx: Context, personId: number) =>
  cx.db
    .select({
      programmeId: programmes.id,
      title: programmes.title,
      role: programmeMembers.role,
      endsOn: programmeMembers.endsOn,
      programmeEndsOn: programmes.endsOn,
    })
    .from(programmeMembers)
    .innerJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .where(eq(programmeMembers.personId, personId))
    .orderBy(asc(programmes.code))
    .all();

const someRole = (cx: Context, personId: number, which: SQL | undefined): boolean =>
  cx.db
    .select({ id: programmeMembers.personId })
    .from(programmeMembers)
    .where(and(eq(programmeMembers.personId, personId), which))
    .limit(1)
    .get() !== undefined;

/** Condition that a role has not ended by itself, by the day that it is in its programme. What ends with its programme has not. */
export const hasNotEnded = (cx: Context): SQL =>
  sql`(${programmeMembers.endsOn} is null or ${programmeMembers.endsOn} >= ${programmeDays(cx).in(programmeMembers.programmeId)})`;

/** Condition that a person, whose key a query has in a column, holds a role that has not ended; `null`: whichever. */
export const holdsNow = (
  cx: Context,
  personId: Column,
  { role, programmeId }: { role: ProgrammeRole | null; programmeId: number | null },
): SQL =>
  exists(
    cx.db
      .select({ id: programmeMembers.personId })
      .from(programmeMembers)
      .where(
        and(
          eq(programmeMembers.personId, personId),
          role === null ? undefined : eq(programmeMembers.role, role),
          programmeId === null ? undefined : eq(programmeMembers.programmeId, programmeId),
          hasNotEnded(cx),
        ),
      ),
  );

/** True where a person has a role in one of these programmes, also one that has ended. */
export const holdsRoleIn = (cx: Context, personId: number, programmeIds: readonly number[]): boolean =>
  someRole(cx, personId, inArray(programmeMembers.programmeId, [...programmeIds]));

/** True where a person coordinates one of these programmes now. */
export const coordinatesOneOf = (cx: Context, personId: number, programmeIds: readonly number[]): boolean =>
  someRole(
    cx,
    personId,
    and(
      inArray(programmeMembers.programmeId, [...programmeIds]),
      eq(programmeMembers.role, "coordinator"),
      hasNotEnded(cx),
    ),
  );

/** Keys of the people who coordinate a programme now. */
export const coordinatorsNow = (cx: Context, programmeId: number): number[] =>
  cx.db
    .select({ id: programmeMembers.personId })
    .from(programmeMembers)
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        eq(programmeMembers.role, "coordinator"),
        hasNotEnded(cx),
      ),
    )
    .all()
    .map(({ id }) => id);

/** True where a person is a trainer in one of these programmes now, or in any. */
export const holdsTrainerRoleIn = (cx: Context, personId: number, programmes: Programmes): boolean =>
  someRole(
    cx,
    personId,
    and(
      eq(programmeMembers.role, "trainer"),
      programmes === "all" ? undefined : inArray(programmeMembers.programmeId, [...programmes]),
      hasNotEnded(cx),
    ),
  );

/** True where a person holds a role in another programme than these. */
export const holdsRoleBeyond = (cx: Context, personId: number, programmeIds: readonly number[]): boolean =>
  someRole(cx, personId, notInArray(programmeMembers.programmeId, [...programmeIds]));

const isRole = ({ personId, programmeId, role }: Role) =>
  and(
    eq(programmeMembers.programmeId, programmeId),
    eq(programmeMembers.personId, personId),
    eq(programmeMembers.role, role),
  );

/** A role as it was given, if it was. */
export const roleRow = (cx: Context, role: Role) =>
  cx.db.select().from(programmeMembers).where(isRole(role)).get();

/**
 * Gives a role, from now on; who has it already goes on holding it, to this day.
 * @param endsOn the last day (civil, of the programme); null where it ends with the programme alone.
 */
export function insertRole(cx: Context, role: Role, endsOn: string | null): void {
  cx.db
    .insert(programmeMembers)
    .values({ ...role, since: cx.now, endsOn })
    .onConflictDoUpdate({
      target: [programmeMembers.programmeId, programmeMembers.personId, programmeMembers.role],
      set: { endsOn },
    })
    .run();
}

/** Takes a role away; gives what it was, undefined where there was none. */
export const deleteRole = (cx: Context, role: Role) =>
  cx.db.delete(programmeMembers).where(isRole(role)).returning().get();
