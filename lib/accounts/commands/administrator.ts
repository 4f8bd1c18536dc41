import * as gate from "../../access/gate";
import { change } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { insertPerson } from "../../people/store";
import { type Result, refuse, refuseAt } from "../../result";
import { hashChosen } from "../passwordChoice";
import { isUsed } from "../rules";
import { type AccountRow, accountProven, endLinksAndCodes, setAccount } from "../store";
import { createAccount } from "./account";

/**
 * Makes the owner of an account an administrator. Refused where the account is disabled, or is in use though nobody has
 * vouched that its contact is its owner's: somebody else may have made it. Links and codes that are under way end. Within
 * the open transaction.
 */
export function makeAdministrator(cx: Context, account: gate.Granted<AccountRow, "accounts.edit">): void {
  if (account.disabledAt !== null) refuse("accountDisabled");
  const used = isUsed(account);
  const { emailProvenAt, phoneProvenAt, invitedAt } = account;
  if (used && (emailProvenAt ?? phoneProvenAt ?? invitedAt) === null) refuse("contactUnproven");
  endLinksAndCodes(cx, account.id);
  setAccount(cx, account.id, { isAdministrator: true });
  happened(cx, { kind: "account.made-administrator", accountId: account.id });
}

/**
 * The first administrator, or another one: the operator's command. Refused with a password that is easily guessed.
 * @param input.password null where they choose one by a link.
 */
export async function createAdministrator(
  cx: SystemContext,
  input: { name: string; email: string; password: string | null },
): Promise<Result<{ accountId: number }>> {
  const { password } = input;
  const hashing = change(cx, () => ({
    hash: password === null ? null : hashChosen(cx, password, [input.name, input.email]),
  }));
  if (!hashing.ok) return hashing;
  const passwordHash = await hashing.value.hash;
  return change(cx, () => {
    const { name, email } = input;
    const person = insertPerson(cx, { name, latinName: null, email, language: "en" }, null);
    if (accountProven(cx, "email", email)) refuseAt({ email: fault("accountExists") });
    const account = createAccount(cx, person, passwordHash);
    // The operator knows whose address it is.
    setAccount(cx, account.accountId, { emailProvenAt: cx.now });
    makeAdministrator(cx, gate.account(cx, account.accountId));
    return account;
  });
}
