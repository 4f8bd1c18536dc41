import type * as z from "zod";
import * as gate from "../../access/gate";
import { type Command, changeInTurn, type Input, type SlowCommand, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { whenFree } from "../../acts/turns";
import { fault } from "../../faults";
import { forgive, withinLimit } from "../../limits/attempts";
import { ok, type Result, refuse, refuseAt } from "../../result";
import { passwordFits } from "../password";
import { confirmed } from "../queries";
import { ownPasswordLimit } from "../rules";
import { hasMeans, isConfirmed } from "../rules/secondStep";
import { type AccountRow, accountRow } from "../store";
import { secondStepsOf } from "../store/secondSteps";
import { confirmedAt, noteConfirmed } from "../store/signIns";
import { holdsRole } from "./guarded";
import { refuseTooMany } from "./tries";

/** Whose second step is set up: their own. Whoever is halfway and has one takes it first. */
export function ownToSetUp(cx: Context): gate.Granted<gate.OwnSignIn, "secondStep.setUp"> {
  const own = gate.ownSignIn(cx, "secondStep.setUp");
  return own.halfway && hasMeans(secondStepsOf(cx, own.accountId)) ? refuse("signInNeeded") : own;
}

/** Refuses what was typed where it is not the account's password, and too many tries. Not in a transaction: hashing waits. */
async function demandPasswordOf(cx: Context, account: AccountRow, current: string): Promise<void> {
  const key = `password:account:${account.id}`;
  refuseTooMany(withinLimit(cx, key, ownPasswordLimit));
  if (account.passwordHash === null || !(await passwordFits(account.passwordHash, current)))
    refuseAt({ current: fault(current ? "passwordWrong" : "required") });
  // A right one costs nothing.
  forgive(cx, key);
}

/**
 * Refuses whoever does not show the password of their own account beside `current`; asked before what would give the
 * account away. Whoever has none must have signed in a few minutes ago.
 * @returns the account as it was then, for `demandUnchanged`.
 */
export async function demandPassword(cx: Context, current: string): Promise<AccountRow> {
  const account = accountRow(cx, gate.self(cx).accountId) ?? refuse("signInNeeded");
  if (account.passwordHash === null) return confirmed(cx) ? account : refuse("confirmBySigningIn");
  await demandPasswordOf(cx, account, current);
  return account;
}

/**
 * Refuses what was asked for while the account, or the sign-in from which it was asked, was as it is no more: somebody
 * changed or took the password, or ended the session, meanwhile. Within the open transaction.
 */
export function demandUnchanged(
  cx: Context,
  { id, passwordHash }: AccountRow,
  signInId: number | null = cx.viewer.signInId,
): void {
  const now = accountRow(cx, id);
  const ended = signInId !== null && confirmedAt(cx, signInId) === null;
  if (!now || now.disabledAt !== null || now.passwordHash !== passwordHash || ended) refuse("signInNeeded");
}

/**
 * Refuses what changes how somebody signs in, unless whoever does it showed who they are a few minutes ago, or does so now.
 * @param current the password, as it is typed beside; empty where it was not asked.
 * @returns the account as it was then, for `demandUnchanged`.
 */
export async function demandConfirmed(
  cx: Context,
  own: gate.Granted<gate.OwnSignIn, "secondStep.setUp">,
  current: string,
): Promise<Result<AccountRow>> {
  const { accountId, signInId } = own;
  const account = accountRow(cx, accountId) ?? refuse("signInNeeded");
  if (isConfirmed(confirmedAt(cx, signInId), cx.now)) return ok(account);
  if (account.passwordHash === null) refuse("confirmBySigningIn");
  if (!current) refuseAt({ current: fault("confirmNeeded") });
  await demandPasswordOf(cx, account, current);
  return changeInTurn(cx, () => {
    demandUnchanged(cx, account, signInId);
    if (signInId !== null) noteConfirmed(cx, signInId);
    return account;
  });
}

/**
 * Refuses what gives or takes power where the sign-in from which it is done did not show a few minutes ago who uses it.
 * What is done from none is the operator's, at the machine. Within the open transaction.
 */
export function demandShown(cx: Context): void {
  if (cx.viewer.signInId !== null && !confirmed(cx)) refuseAt({ current: fault("confirmNeeded") });
}

/**
 * The same of what lets somebody into the account of another, or leads there, where that one has a role: it opens other
 * people's data. Whoever has none comes back in by what is handed over in a village, and is told. Within the open transaction.
 */
export function demandShownFor(cx: Context, whose: Parameters<typeof holdsRole>[1]): void {
  if (holdsRole(cx, whose)) demandShown(cx);
}

/**
 * Makes a command that gives or takes power (`demandShown`) ask for the password beside it, where it was not shown just
 * now; what is refused for another reason asks for none.
 * @param schema that of the command, with `current`.
 */
export function confirming<Schema extends z.ZodType, More extends z.ZodType, Value>(
  act: Command<Schema, Value>,
  schema: More & (Input<More> extends Input<Schema> & { current: string } ? unknown : never),
): SlowCommand<More, Value> {
  return slowCommand<More, Value>(act.permission, schema, async (cx, input) => {
    const said = input as Input<Schema> & { current: string };
    const first = await whenFree(cx, () => act(cx, said));
    if (first.ok || first.fault.fields?.current?.code !== "confirmNeeded") return first;
    const shown = await demandConfirmed(cx, gate.ownSignIn(cx, "secondStep.setUp"), said.current);
    return shown.ok ? whenFree(cx, () => act(cx, said)) : shown;
  });
}
