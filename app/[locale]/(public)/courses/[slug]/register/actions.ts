"use server";

import { action } from "@/app/_actions/action";
import { keepRegistration, startNoSession, startSession } from "@/app/_server/auth";
import { register as registerCommand } from "@/lib/admission/commands";
import { askedInPublic } from "@/lib/registrations/queries";

/** A participant's own registration, with or without an account. */
export const register = action(registerCommand, {
  asked: ({ slug, who }, cx) => {
    const [questions, phone] = askedInPublic(cx, String(slug));
    return [questions, cx.viewer.personId !== null, who, phone];
  },
  after: async ({ session, asksAccount, token, language }) => {
    await keepRegistration(token);
    if (session) await startSession(session);
    else if (asksAccount) await startNoSession(language);
  },
  // There is nothing to register in any more: the page says so in the place of its form.
  outOfDate: ["courseCancelled", "registrationClosed"],
  to: ({ token, session, asksAccount }) =>
    `/registrations/${token}${asksAccount && session === null ? "?account=none" : ""}`,
});
