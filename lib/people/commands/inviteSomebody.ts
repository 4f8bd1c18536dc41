import * as gate from "../../access/gate";
import { createAccount } from "../../accounts/commands/account";
import { invite } from "../../accounts/commands/invite";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { refuseAt } from "../../result";
import { personSchema } from "../schema";
import { insertPerson } from "../store";
import { saidOf } from "./said";

/** Adds somebody with an account, and makes the link with which they come in: an administrator hands it over. */
export const inviteSomebody = command("accounts.edit", personSchema, (cx, input) => {
  gate.everywhere(cx, "accounts.edit");
  if (!input.phone && !input.email) refuseAt({ phone: fault("contactForAccount") });
  const added = insertPerson(cx, saidOf(cx, input), input.organisation);
  happened(cx, { kind: "person.created", personId: added.id });
  createAccount(cx, added, null);
  const link = invite(cx, gate.person(cx, "people.edit", added.id), false);
  return { personId: added.id, name: input.name, link };
});
