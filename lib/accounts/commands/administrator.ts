import { change } from "../../acts/command";
import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { fault } from "../../faults";
import { insertPerson } from "../../people/store";
import { type Result, refuseAt } from "../../result";
import { hashChosen } from "../passwordChoice";
import { accountProven, endLinksAndCodes, setAccount } from "../store";
import { createAccount } from "./account";

/**
 * Makes the owner of an account an administrator, which nobody but the operator does; links and codes that are under way
 * end. Within the open transaction.
 */
export function makeAdministrator(cx: SystemContext, accountId: number): void {
  endLinksAndCodes(cx, accountId);
  setAccount(cx, accountId, { isAdministrator: true });
  happened(cx, { kind: "account.made-administrator", accountId });
}

/** The first administrator, or another one: the operator's command. Refused with a password that is easily guessed. */
export async function createAdministrator(
  cx: SystemContext,
  input: { name: string; email: string; password: string },
): Promise<Result<{ accountId: number }>> {
  const hashing = change(cx, () => ({ hash: hashChosen(cx, input.password, [input.name, input.email]) }));
  if (!hashing.ok) return hashing;
  const passwordHash = await hashing.value.hash;
  return change(cx, () => {
    const { name, email } = input;
    const person = insertPerson(cx, { name, latinName: null, email, language: "en" }, null);
    if (accountProven(cx, "email", email)) refuseAt({ email: fault("accountExists") });
    const account = createAccount(cx, person, passwordHash);
    // The operator knows whose address it is.
    setAccount(cx, account.accountId, { emailProvenAt: cx.now });
    makeAdministrator(cx, account.accountId);
    return account;
  });
}
