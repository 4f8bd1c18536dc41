import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { inTransaction } from "../../acts/transaction";
import { fault } from "../../faults";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { refuseAt } from "../../result";
import { hashChosen, ownWordsOf } from "../passwordChoice";
import { codesMeant, readIdentifier } from "../queries";
import { codeLetsIn, codeLimit, isCodeOpen, isProven } from "../rules";
import { codeUseSchema, proofSchema } from "../schema";
import { accountRow, setAccountAndEndSessions } from "../store";
import { type CodeRow, codeRow, codesOf, countMiss, isCode, markCodeUsed } from "../store/codes";
import { sessionOf } from "./account";
import { cameByHand, choosePassword, proveContact, startedSession } from "./prove";
import { refuseTooMany } from "./tries";

/**
 * The code among these that was typed. A wrong one counts against each that could have been meant; of one that is over it
 * is said, to whoever knows it, that it is.
 */
function typedAmong(cx: Context, codes: readonly CodeRow[], typed: string, address: string): CodeRow {
  const tries = withinLimit(cx, `code:address:${networkOf(address)}`, codeLimit);
  refuseTooMany(tries);
  const row = codes.find((one) => isCode(cx, one, typed));
  if (!row)
    inTransaction(cx, () => {
      for (const one of codes) if (isCodeOpen(one, cx.now)) countMiss(cx, one.id);
    });
  if (!row) return refuseAt({ code: fault("codeWrong") });
  return isCodeOpen(row, cx.now) ? row : refuseAt({ code: fault("codeOver") });
}

/** Uses a code up, and proves what it names. Within the open transaction. */
function takeCode(cx: Context, { id, accountId, email, phone, byPersonId }: CodeRow, keeps: boolean): void {
  // Another process may have taken it while this one hashed.
  const now = codeRow(cx, id);
  if (!now || !isCodeOpen(now, cx.now)) refuseAt({ code: fault("codeOver") });
  if (!keeps && !codeLetsIn(now, accountRow(cx, accountId)!)) refuseAt({ code: fault("codeOver") });
  markCodeUsed(cx, id);
  if (phone) proveContact(cx, accountId, { field: "phone", value: phone, byPersonId }, keeps);
  else if (email) proveContact(cx, accountId, { field: "email", value: email, byPersonId: null }, keeps);
  else if (byPersonId !== null) cameByHand(cx, accountId, byPersonId);
}

/**
 * Comes in with a code in the place of a password, and chooses another. Whatever is wrong with the code, nothing changes
 * but the count of its misses; nobody waits for those of others.
 */
export const useCode = slowCommand("session.start", codeUseSchema, async (cx, input, address) => {
  const meant = codesMeant(cx, readIdentifier(cx, input.identifier)).filter((one) =>
    codeLetsIn(one, accountRow(cx, one.accountId)!),
  );
  const row = typedAmong(cx, meant, input.code, address);
  const owner = accountRow(cx, row.accountId)!.personId;
  const passwordHash = await hashChosen(cx, input.password, ownWordsOf(cx, owner));
  return changeInTurn(cx, () => {
    takeCode(cx, row, false);
    choosePassword(cx, row.accountId, passwordHash, "code");
    startedSession(cx, row.accountId, "code");
    return sessionOf(cx, row.accountId);
  });
});

/**
 * Proves a contact of one's own account by the code that came to it or was handed over. Whoever proves the first keeps the
 * password that they are signed in with; other sessions end.
 */
export const proveByCode = slowCommand("account.own", proofSchema, async (cx, input, address) => {
  const { accountId } = gate.self(cx);
  const row = typedAmong(cx, codesOf(cx, accountId, "prove"), input.code, address);
  return changeInTurn(cx, () => {
    const first = !isProven(accountRow(cx, accountId)!);
    takeCode(cx, row, true);
    const { signInId } = cx.viewer;
    if (first) setAccountAndEndSessions(cx, accountId, {}, signInId);
    return sessionOf(cx, accountId, signInId);
  });
});
