import { and, asc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { prepared } from "@/db/client";
import { programmeMembers, programmes } from "@/db/schema/programmes";
import type { ProgrammeRole } from "@/db/values/programmes";
import type { Context } from "../../acts/context";

/** A role that a person holds in a programme. */
export type Role = { personId: number; programmeId: number; role: ProgrammeRole };

/** Which roles a person holds in which programmes; prepared for every request, as `accountInSession`. */
export const rolesHeld = prepared((db) =>
  db
    .select({
      programmeId: programmeMembers.programmeId,
      role: programmeMembers.role,
      trainersTakeSecondStep: programmes.trainersTakeSecondStep,
    })
    .from(programmeMembers)
    .innerJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .where(eq(programmeMembers.personId, sql.placeholder("personId")))
    .prepare(),
);

/** The roles of a person with the short names of the programmes, by those. */
export const rolesOf = (cx: Context, personId: number) =>
  cx.db
    .select({ programmeId: programmes.id, programme: programmes.code, role: programmeMembers.role })
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

/** True where a person holds a role, or this one, in one of these programmes. */
export const holdsRoleIn = (
  cx: Context,
  personId: number,
  programmeIds: readonly number[],
  role?: ProgrammeRole,
): boolean =>
  someRole(
    cx,
    personId,
    and(
      inArray(programmeMembers.programmeId, [...programmeIds]),
      role ? eq(programmeMembers.role, role) : undefined,
    ),
  );

/** True where a person holds a role in another programme than these. */
export const holdsRoleBeyond = (cx: Context, personId: number, programmeIds: readonly number[]): boolean =>
  someRole(cx, personId, notInArray(programmeMembers.programmeId, [...programmeIds]));

/** Gives a role, from now on; who holds it already goes on holding it. */
export function insertRole(cx: Context, role: Role): void {
  cx.db
    .insert(programmeMembers)
    .values({ ...role, since: cx.now })
    .onConflictDoNothing()
    .run();
}

/** Takes a role away; true where it was held. */
export const deleteRole = (cx: Context, { personId, programmeId, role }: Role): boolean =>
  cx.db
    .delete(programmeMembers)
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        eq(programmeMembers.personId, personId),
        eq(programmeMembers.role, role),
      ),
    )
    .run().changes > 0;
