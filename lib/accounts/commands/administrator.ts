import { change } from "../../acts/command";
import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { insertPerson } from "../../people/store";
import { failAt, type Result } from "../../result";
import { hashPassword } from "../password";
import { passwordFault } from "../passwordChoice";
import { setAccount } from "../store";
import { createAccount } from "./account";

/** Makes the owner of an account an administrator, which nobody but the operator does. Within the open transaction. */
export function makeAdministrator(cx: SystemContext, accountId: number): void {
  setAccount(cx, accountId, { isAdministrator: true });
  happened(cx, { kind: "account.made-administrator", accountId });
}

/** The first administrator, or another one: the operator's command. Refused with a password that is easily guessed. */
export async function createAdministrator(
  cx: SystemContext,
  input: { name: string; email: string; password: string },
): Promise<Result<{ accountId: number }>> {
  const guessable = passwordFault(cx, input.password, [input.name, input.email]);
  if (guessable) return failAt({ password: guessable });
  const passwordHash = await hashPassword(input.password);
  return change(cx, () => {
    const { name, email } = input;
    const person = insertPerson(cx, { name, latinName: null, email, language: "en" }, null);
    const account = createAccount(cx, person, passwordHash);
    makeAdministrator(cx, account.accountId);
    return account;
  });
}
