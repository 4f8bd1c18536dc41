import { and, eq, inArray } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { programmeMembers, programmes } from "@/db/schema/programmes";
import type { Context } from "../acts/context";

export type ProgrammeRow = typeof programmes.$inferSelect;

/** A programme as it is within the open transaction. */
export const programmeRow = (cx: Context, programmeId: number): ProgrammeRow | undefined =>
  cx.db.select().from(programmes).where(eq(programmes.id, programmeId)).get();

/** Programmes as other domains join them. */
export const programmeView = new QueryBuilder({ casing: "snake_case" })
  .select({ id: programmes.id, code: programmes.code, title: programmes.title })
  .from(programmes)
  .as("programme");

/** Which of these people are trainers in a programme. */
export const trainersAmong = (cx: Context, programmeId: number, personIds: readonly number[]): number[] =>
  cx.db
    .select({ id: programmeMembers.personId })
    .from(programmeMembers)
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        eq(programmeMembers.role, "trainer"),
        inArray(programmeMembers.personId, [...personIds]),
      ),
    )
    .all()
    .map((member) => member.id);
