"use server";

import { action } from "@/app/_actions/action";
import {
  disableShown,
  enableShown,
  endSessionsOf as endSessionsOfCommand,
  giveAdministrationShown,
  removeIdentityOf as removeIdentityOfCommand,
  takeAdministrationShown,
} from "@/lib/accounts/commands";
import { inviteSomebody as inviteSomebodyCommand } from "@/lib/people/commands";

const said = (what: string) => ({
  to: ({ accountId }: { accountId: number }) => `/desk/settings/accounts/${accountId}?done=${what}`,
});

/** Adds somebody with an account and shows the link with which they come in. */
export const inviteSomebody = action(inviteSomebodyCommand);

/** Closes an account and ends its sign-ins. */
export const disableAccount = action(disableShown, said("disabled"));

/** Opens a disabled account again. */
export const enableAccount = action(enableShown, said("enabled"));

/** Ends every sign-in of an account. */
export const endSessionsOf = action(endSessionsOfCommand, said("ended"));

/** Makes the owner of an account an administrator. */
export const giveAdministration = action(giveAdministrationShown, said("given"));

/** Takes administration away again. */
export const takeAdministration = action(takeAdministrationShown, said("taken"));

/** Takes off the sign-in by an OpenID Connect issuer. */
export const removeIdentityOf = action(removeIdentityOfCommand, said("issuerRemoved"));
