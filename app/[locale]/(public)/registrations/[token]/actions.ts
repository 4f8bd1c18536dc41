"use server";

import { action } from "@/app/_server/action";
import { withdraw as withdrawCommand } from "@/lib/registrations/commands";
import { withdrawalSchema } from "@/lib/registrations/schema";

/** Gives a place or an application back. */
export const withdraw = action("registration.follow", withdrawalSchema, withdrawCommand, {
  showsInPublic: true,
});
