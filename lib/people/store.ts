import { and, eq, inArray } from "drizzle-orm";
import { persons } from "@/db/schema/people";
import { personProgrammes } from "@/db/schema/scopes";
import type { Context } from "../acts/context";

export type PersonRow = typeof persons.$inferSelect;

/** A person as they are within the open transaction. */
export const personRow = (cx: Context, personId: number): PersonRow | undefined =>
  cx.db.select().from(persons).where(eq(persons.id, personId)).get();

/** True where the person is known in one of these programmes. */
export const isKnownIn = (cx: Context, personId: number, programmes: readonly number[]): boolean =>
  cx.db
    .select({ id: personProgrammes.personId })
    .from(personProgrammes)
    .where(
      and(eq(personProgrammes.personId, personId), inArray(personProgrammes.programmeId, [...programmes])),
    )
    .limit(1)
    .get() !== undefined;
