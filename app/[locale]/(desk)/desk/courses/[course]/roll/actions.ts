"use server";

import { action } from "@/app/_server/action";
import { takeRoll as takeRollCommand } from "@/lib/attendance/commands";
import { rollSchema } from "@/lib/attendance/schema";

/** Puts marks on the roll of a session, or takes them back. */
export const takeRoll = action("roll.take", rollSchema, takeRollCommand);
