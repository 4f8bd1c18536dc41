"use server";

import { action } from "@/app/_actions/action";
import { signObservation as signCommand } from "@/lib/stages/commands";

/** Says that one has read what an observer wrote down. */
export const signObservation = action(signCommand, { to: () => "/my/way?done=read" });
