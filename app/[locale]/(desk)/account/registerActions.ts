"use server";

import { action } from "@/app/_actions/action";
import { joinRegister as joinCommand, leaveRegister as leaveCommand } from "@/lib/stages/commands";

/** Agrees to be found in the public register of trainers. */
export const joinRegister = action(joinCommand);

/** Wants to be found there no longer. */
export const leaveRegister = action(leaveCommand);
