import { and, asc, eq, ne, sql } from "drizzle-orm";
import { personProgrammes } from "@/db/schema/scopes";
import type { Context } from "../../acts/context";

const inProgramme = (personId: number, programmeId: number) =>
  and(eq(personProgrammes.personId, personId), eq(personProgrammes.programmeId, programmeId));

/**
 * Notes that a person is known in a programme, whose coordinators may see them from now on; true where it did not know
 * them.
 * @param byPersonId who brought them in; null where they came by themselves.
 */
export const makeKnown = (
  cx: Context,
  personId: number,
  programmeId: number,
  byPersonId: number | null,
): boolean =>
  cx.db
    .insert(personProgrammes)
    .values({ personId, programmeId, since: cx.now, byPersonId })
    .onConflictDoNothing()
    .run().changes > 0;

/** The programme that knew a person first: of several at one time, one to which they came by themselves. */
export const firstKnownIn = (cx: Context, personId: number): number | undefined =>
  cx.db
    .select({ programmeId: personProgrammes.programmeId })
    .from(personProgrammes)
    .where(eq(personProgrammes.personId, personId))
    .orderBy(asc(personProgrammes.since), sql`${personProgrammes.byPersonId} is not null`)
    .limit(1)
    .get()?.programmeId;

/** True where some other programme than this one knows the person. */
export const isKnownElsewhere = (cx: Context, personId: number, programmeId: number): boolean =>
  cx.db
    .select({ id: personProgrammes.personId })
    .from(personProgrammes)
    .where(and(eq(personProgrammes.personId, personId), ne(personProgrammes.programmeId, programmeId)))
    .get() !== undefined;

/** A programme knows a person no longer. */
export function forgetIn(cx: Context, personId: number, programmeId: number): void {
  cx.db.delete(personProgrammes).where(inProgramme(personId, programmeId)).run();
}
