import { system } from "../../access/table";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { insertPerson } from "../../people/store";
import type { Result } from "../../result";
import { hashPassword } from "../password";
import { createAccount } from "./account";

/** The first administrator, or another one: the operator's command. */
export async function createAdministrator(
  cx: Context,
  input: { name: string; email: string; password: string },
): Promise<Result<{ accountId: number }>> {
  const passwordHash = await hashPassword(input.password);
  return change(cx, () => {
    const { name, email } = input;
    const personId = insertPerson(cx, { name, latinName: null, email, language: "en" }, null);
    return createAccount(
      { ...cx, viewer: system },
      { personId, email, phone: null, passwordHash, isAdministrator: true },
    );
  });
}
