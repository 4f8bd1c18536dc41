"use server";

import { action } from "@/app/_server/action";
import {
  confirmRegistrations as confirmCommand,
  decideRegistrations as decideCommand,
  registerPerson as registerPersonCommand,
} from "@/lib/registrations/commands";
import { confirmationSchema, decisionSchema, registerPersonSchema } from "@/lib/registrations/schema";

/** One decision on the registrations ticked. */
export const decideRegistrations = action("registrations.decide", decisionSchema, decideCommand, {
  showsInPublic: true,
});

/** Registers somebody on their behalf. */
export const registerPerson = action("registrations.decide", registerPersonSchema, registerPersonCommand, {
  showsInPublic: true,
});

/** Confirms registrations that came at once from one address. */
export const confirmRegistrations = action("registrations.decide", confirmationSchema, confirmCommand, {
  showsInPublic: true,
});
