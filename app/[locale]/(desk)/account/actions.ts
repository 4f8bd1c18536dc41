"use server";

import { action } from "@/app/_actions/action";
import { chooseLanguage, endSession, startSession } from "@/app/_server/auth";
import {
  changePassword as changePasswordCommand,
  signOut as signOutCommand,
  signOutEverywhere as signOutEverywhereCommand,
} from "@/lib/accounts/commands";
import { editProfile as editProfileCommand } from "@/lib/people/commands";

/** Changes one's own name, contact and language. */
export const editProfile = action(editProfileCommand, {
  after: ({ language }) => chooseLanguage(language),
});

/** Sets another password; every other session ends. */
export const changePassword = action(changePasswordCommand, {
  after: startSession,
});

/** Ends the session of this browser. */
export const signOut = action(signOutCommand, { after: endSession, to: () => "/" });

/** Ends every session of the account. */
export const signOutEverywhere = action(signOutEverywhereCommand, {
  after: endSession,
  to: () => "/sign-in",
});
