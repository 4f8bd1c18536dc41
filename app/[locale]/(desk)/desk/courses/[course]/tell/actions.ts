"use server";

import { action } from "@/app/_actions/action";
import { markTold as markToldCommand, markUntold as markUntoldCommand } from "@/lib/messages/commands";
import { toldSchema } from "@/lib/messages/schema";

/** Somebody says that these people know. */
export const markTold = action("registrations.decide", toldSchema, markToldCommand);

/** They do not know after all. */
export const markUntold = action("registrations.decide", toldSchema, markUntoldCommand);
