"use server";

import type * as z from "zod";
import { action } from "@/app/_actions/action";
import { startSession } from "@/app/_server/auth";
import { register as registerCommand } from "@/lib/admission/commands";
import { askedInPublic } from "@/lib/registrations/queries";
import {
  anyRegistrationSchema,
  type RegistrationInput,
  registrationSchema,
  signedInRegistrationSchema,
} from "@/lib/registrations/schema";

/** A participant's own registration, with or without an account. */
export const register = action(
  "registration.create",
  ({ slug, who }, cx): z.ZodType<RegistrationInput> | null => {
    const asked = askedInPublic(cx, String(slug));
    if (!asked) return null;
    return cx.viewer.personId === null ? registrationSchema(asked) : signedInRegistrationSchema(asked, who);
  },
  registerCommand,
  {
    showsInPublic: true,
    after: async ({ session }) => {
      if (session) await startSession(session);
    },
    to: ({ token }) => `/registrations/${token}`,
  },
);
