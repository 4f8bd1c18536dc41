"use server";

import { action } from "@/app/_server/action";
import {
  decideRegistrations as decideCommand,
  registerPerson as registerPersonCommand,
} from "@/lib/registrations/commands";
import { decisionSchema, registerPersonSchema } from "@/lib/registrations/schema";

/** One decision on the registrations ticked. */
export const decideRegistrations = action("registrations.decide", decisionSchema, decideCommand, {
  showsInPublic: true,
});

/** Registers somebody on their behalf. */
export const registerPerson = action("registrations.decide", registerPersonSchema, registerPersonCommand, {
  showsInPublic: true,
});
