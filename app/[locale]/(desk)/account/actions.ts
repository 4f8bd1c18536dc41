"use server";

import { action } from "@/app/_actions/action";
import { chooseLanguage, endSession, startSession } from "@/app/_server/auth";
import {
  askProof as askProofCommand,
  changeContact as changeContactCommand,
  changePassword as changePasswordCommand,
  endSignIn as endSignInCommand,
  proveByCode as proveByCodeCommand,
  removeContact as removeContactCommand,
  removeIdentity as removeIdentityCommand,
  restoreIdentity as restoreIdentityCommand,
  signOut as signOutCommand,
  signOutElsewhere as signOutElsewhereCommand,
} from "@/lib/accounts/commands";
import { editProfile as editProfileCommand } from "@/lib/people/commands";

/**
 * Changes one's own name and language. Another one holds at once, and the page says in it that it was saved; where it stays,
 * so does the one that was chosen for reading meanwhile.
 */
export const editProfile = action(editProfileCommand, {
  after: ({ language, languageChanged }) => (languageChanged ? chooseLanguage(language) : undefined),
  to: ({ languageChanged }) => (languageChanged ? "/account?done=saved" : null),
});

/** Sets another password; every other session ends. */
export const changePassword = action(changePasswordCommand, {
  after: startSession,
});

/** Ends the session of this browser. */
export const signOut = action(signOutCommand, { after: endSession, to: () => "/" });

/** Ends one sign-in of the account; where it is this browser's, leads to signing in. */
export const endSignIn = action(endSignInCommand, {
  after: ({ here }) => (here ? endSession() : undefined),
  to: ({ here }) => (here ? "/sign-in" : null),
});

/** Ends every other sign-in of the account. */
export const signOutElsewhere = action(signOutElsewhereCommand);
/** Has a code sent, or made by hand, that proves a contact of the account. */
export const askProof = action(askProofCommand);

/** Another e-mail address or phone; it counts once its code was typed. */
export const changeContact = action(changeContactCommand);

/** Proves a contact by its code. */
export const proveByCode = action(proveByCodeCommand, { after: startSession });

/** Takes off the e-mail address or the phone. */
export const removeContact = action(removeContactCommand);

/** Takes off the sign-in by an OpenID Connect issuer. */
export const removeIdentity = action(removeIdentityCommand);

/** Lets the issuer that one took off sign one in again. */
export const restoreIdentity = action(restoreIdentityCommand);
