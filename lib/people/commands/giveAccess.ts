import * as gate from "../../access/gate";
import { createAccount } from "../../accounts/commands/account";
import { confirming } from "../../accounts/commands/confirmed";
import { invite } from "../../accounts/commands/invite";
import { accountRowOf } from "../../accounts/store";
import { hasIdentity } from "../../accounts/store/identities";
import { command } from "../../acts/command";
import { refuse } from "../../result";
import { refuseBeyond } from "../queries/toLetIn";
import { accessGivenSchema, accessSchema } from "../schema";

/**
 * Gives a person the means to sign in: a link that works once, for the coordinator to hand over; a new one ends the
 * older. Refused for somebody who has a way in of their own (an administrator may take a password away with it; whoever
 * else helps hands over a code, which ends the old password only as it is used), and for somebody who holds more than the viewer may give: a link would be access to what is another's.
 */
export const giveAccess = command("people.edit", accessSchema, (cx, input) => {
  const person = gate.person(cx, "people.edit", input.personId);
  const account = accountRowOf(cx, person.id);
  const reset = input.reset && gate.maySomewhere(cx, "accounts.edit");
  if (account && (account.passwordHash ? !reset : hasIdentity(cx, account.id))) refuse("hasAccess");
  refuseBeyond(cx, person);
  if (!account) createAccount(cx, person, null);
  return { personId: person.id, link: invite(cx, person, reset) };
});

/** The same from a page, where whoever lets in somebody with a role shows first that it is them. */
export const giveAccessShown = confirming(giveAccess, accessGivenSchema);
