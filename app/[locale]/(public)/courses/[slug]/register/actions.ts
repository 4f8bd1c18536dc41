"use server";

import { action } from "@/app/_actions/action";
import { startSession } from "@/app/_server/auth";
import { register as registerCommand } from "@/lib/admission/commands";
import { askedInPublic, phonesInPublic } from "@/lib/registrations/queries";
import { sentRegistrationSchema } from "@/lib/registrations/schema";

/** A participant's own registration, with or without an account. */
export const register = action(
  "registration.create",
  ({ slug, who }, cx) =>
    sentRegistrationSchema(
      askedInPublic(cx, String(slug)),
      cx.viewer.personId !== null,
      who,
      phonesInPublic(cx, String(slug)),
    ),
  registerCommand,
  {
    after: async ({ session }) => {
      if (session) await startSession(session);
    },
    to: ({ token }) => `/registrations/${token}`,
  },
);
