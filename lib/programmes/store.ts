import { eq } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { programmeMembers, programmes } from "@/db/schema/programmes";
import type { Context } from "../acts/context";

export type ProgrammeRow = typeof programmes.$inferSelect;

/** A programme as it is within the open transaction. */
export const programmeRow = (cx: Context, programmeId: number): ProgrammeRow | undefined =>
  cx.db.select().from(programmes).where(eq(programmes.id, programmeId)).get();

/** A programme's short name. For other stores to join. */
export const programmeView = new QueryBuilder({ casing: "snake_case" })
  .select({ programmeId: programmes.id, programme: programmes.code })
  .from(programmes)
  .as("programme");

/** True where there is a programme. */
export const someProgramme = (cx: Context): boolean =>
  cx.db.select({ id: programmes.id }).from(programmes).limit(1).get() !== undefined;

/** True where somebody coordinates a programme. */
export const someCoordinator = (cx: Context): boolean =>
  cx.db
    .select({ id: programmeMembers.personId })
    .from(programmeMembers)
    .where(eq(programmeMembers.role, "coordinator"))
    .limit(1)
    .get() !== undefined;
