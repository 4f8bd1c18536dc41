"use server";

import { action } from "@/app/_server/action";
import { startSession } from "@/app/_server/auth";
import { register as registerCommand } from "@/lib/admission/commands";
import { anyRegistrationSchema } from "@/lib/registrations/schema";

/** A participant's own registration, with or without an account. */
export const register = action("registration.create", anyRegistrationSchema, registerCommand, {
  showsInPublic: true,
  after: async ({ session }) => {
    if (session) await startSession(session);
  },
  to: ({ token }) => `/registrations/${token}`,
});
