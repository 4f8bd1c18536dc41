"use server";

import { action } from "@/app/_actions/action";
import { takeRoll as takeRollCommand } from "@/lib/attendance/commands";

/** Puts marks on the roll of a session, or takes them back. */
export const takeRoll = action(takeRollCommand);
