"use server";

import { action } from "@/app/_server/action";
import { createTool as createCommand } from "@/lib/curriculum/commands";
import { toolSchema } from "@/lib/curriculum/schema";

/** Adds a tool to the catalogue. */
export const createTool = action("tools.edit", toolSchema, createCommand);
