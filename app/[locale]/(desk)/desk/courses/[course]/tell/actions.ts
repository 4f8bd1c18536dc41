"use server";

import { action } from "@/app/_actions/action";
import { markTold as markToldCommand, markUntold as markUntoldCommand } from "@/lib/messages/commands";

/** Somebody says that these people know. */
export const markTold = action(markToldCommand);

/** They do not know after all. */
export const markUntold = action(markUntoldCommand);
