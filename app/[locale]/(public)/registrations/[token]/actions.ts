"use server";

import { action } from "@/app/_actions/action";
import { comeBack as comeBackCommand, withdraw as withdrawCommand } from "@/lib/registrations/commands";

/** Gives a place or an application back. */
export const withdraw = action(withdrawCommand);

/** Takes part again after having given the place back. */
export const comeBack = action(comeBackCommand);
