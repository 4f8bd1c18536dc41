import { eq } from "drizzle-orm";
import { tools } from "@/db/schema/curriculum";
import type { Context } from "../acts/context";

export type ToolRow = typeof tools.$inferSelect;

/** A tool as it is within the open transaction. */
export const toolRow = (cx: Context, toolId: number): ToolRow | undefined =>
  cx.db.select().from(tools).where(eq(tools.id, toolId)).get();
