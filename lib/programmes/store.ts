import { eq } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { programmeMembers, programmes } from "@/db/schema/programmes";
import type { Context } from "../acts/context";

export type ProgrammeRow = typeof programmes.$inferSelect;

/** A programme as it is within the open transaction. */
export const programmeRow = (cx: Context, programmeId: number): ProgrammeRow | undefined =>
  cx.db.select().from(programmes).where(eq(programmes.id, programmeId)).get();

/** A programme, for the store of another domain to join. */
export const programmeView = new QueryBuilder({ casing: "snake_case" })
  .select({ id: programmes.id, code: programmes.code })
  .from(programmes)
  .as("programme");

/** True where this person coordinates or trains in any programme. */
export const holdsRole = (cx: Context, personId: number): boolean =>
  cx.db
    .select({ id: programmeMembers.programmeId })
    .from(programmeMembers)
    .where(eq(programmeMembers.personId, personId))
    .limit(1)
    .get() !== undefined;
