"use server";

import { action } from "@/app/_actions/action";
import { comeBack as comeBackCommand, withdraw as withdrawCommand } from "@/lib/registrations/commands";
import { comeBackSchema, withdrawalSchema } from "@/lib/registrations/schema";

/** Gives a place or an application back. */
export const withdraw = action("registration.follow", withdrawalSchema, withdrawCommand);

/** Takes part again after having given the place back. */
export const comeBack = action("registration.follow", comeBackSchema, comeBackCommand);
