"use server";

import { action } from "@/app/_actions/action";
import { keepRegistration, startNoSession, startSession } from "@/app/_server/auth";
import { isGuessedFirst } from "@/lib/accounts/queries";
import { register as registerCommand } from "@/lib/admission/commands";
import { askedInPublic } from "@/lib/registrations/queries";

/** A participant's own registration, with or without an account. */
export const register = action(registerCommand, {
  asked: ({ slug, who }, cx) => {
    const [questions, phone] = askedInPublic(cx, String(slug));
    const isGuessed = (password: string, own: Parameters<typeof isGuessedFirst>[2]) =>
      isGuessedFirst(cx, password, own);
    return [questions, cx.viewer.personId !== null, who, phone, isGuessed];
  },
  after: async ({ session, asksAccount, token, language }) => {
    await keepRegistration(token);
    if (session) await startSession(session);
    else if (asksAccount) await startNoSession(language);
  },
  // There is nothing to register in any more: the page says so in the place of its form.
  outOfDate: ["courseCancelled", "registrationClosed"],
  to: ({ token, session, asksAccount, otherNow }) => {
    // What was stored before is shown, with what became of what was typed since.
    if (otherNow) return `/registrations/${token}?said=storedBefore#state`;
    return `/registrations/${token}${asksAccount ? `?account=${session === null ? "none" : "made"}` : ""}`;
  },
});
