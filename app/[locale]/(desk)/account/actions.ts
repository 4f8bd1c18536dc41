"use server";

import { action } from "@/app/_actions/action";
import { chooseLanguage, endSession, startSession } from "@/app/_server/auth";
import {
  changePassword as changePasswordCommand,
  signOutEverywhere as signOutEverywhereCommand,
} from "@/lib/accounts/commands";
import { noInput, passwordChangeSchema } from "@/lib/accounts/schema";
import { editProfile as editProfileCommand } from "@/lib/people/commands";
import { profileSchema } from "@/lib/people/schema";
import { ok } from "@/lib/result";

/** Changes one's own name, contact and language. */
export const editProfile = action("account.own", profileSchema, editProfileCommand, {
  after: ({ language }) => chooseLanguage(language),
});

/** Sets another password; every other session ends. */
export const changePassword = action("account.own", passwordChangeSchema, changePasswordCommand, {
  after: startSession,
});

/** Ends the session of this browser. */
export const signOut = action("account.own", noInput, () => ok({}), { after: endSession, to: () => "/" });

/** Ends every session of the account. */
export const signOutEverywhere = action("account.own", noInput, signOutEverywhereCommand, {
  after: endSession,
  to: () => "/sign-in",
});
