import * as gate from "../../access/gate";
import { createAccount } from "../../accounts/commands/account";
import { confirming } from "../../accounts/commands/confirmed";
import { type HandedOver, handOverCode } from "../../accounts/commands/handOver";
import { accountRowOf } from "../../accounts/store";
import { command } from "../../acts/command";
import { refuseBeyond } from "../queries/toLetIn";
import { codeMadeSchema, codeSchema } from "../schema";

/**
 * Makes a code that proves a person's phone, or lets them choose another password, for the coordinator to hand over; with
 * the account, where they have none. Refused for somebody who holds more than the viewer may give.
 */
export const makeCode = command("people.edit", codeSchema, (cx, input): HandedOver & { personId: number } => {
  const person = gate.person(cx, "people.edit", input.personId);
  refuseBeyond(cx, person);
  if (!accountRowOf(cx, person.id)) createAccount(cx, person, null);
  return { personId: person.id, ...handOverCode(cx, person) };
});

/** The same from a page, where whoever lets in somebody with a role shows first that it is them. */
export const makeCodeShown = confirming(makeCode, codeMadeSchema);
