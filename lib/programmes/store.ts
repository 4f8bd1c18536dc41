import { eq } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import type { Context } from "../acts/context";

export type ProgrammeRow = typeof programmes.$inferSelect;

/** A programme as it is within the open transaction. */
export const programmeRow = (cx: Context, programmeId: number): ProgrammeRow | undefined =>
  cx.db.select().from(programmes).where(eq(programmes.id, programmeId)).get();
