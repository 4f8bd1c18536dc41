import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { inTransaction } from "../../acts/transaction";
import { fault } from "../../faults";
import { countMiss as countMissUnder, forgive, minutesToWait, withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { refuseAt } from "../../result";
import { hashChosen, ownWordsOf } from "../passwordChoice";
import { codesMeant, readIdentifier } from "../queries";
import { codeLetsIn, codeLimit, endsByMisses, isCodeOpen, isProven, waitAtCode } from "../rules";
import { codeUseSchema, proofSchema } from "../schema";
import { accountRow, setAccountAndEndSessions } from "../store";
import { type CodeRow, codeRow, codesOf, countMiss, deleteCode, isCode, markCodeUsed } from "../store/codes";
import { beginSession, sessionOf } from "./account";
import { cameByHand, choosePassword, proveContact } from "./prove";
import { stillLetsIn } from "./stillLetsIn";
import { refuseTooMany } from "./tries";

/** Under what the misses of one network at one code are counted. */
const missesFrom = (codeId: number, address: string) => `code:${codeId}:address:${networkOf(address)}`;

/** Under what the tries of one network at all codes are counted: of IPv6 what a whole line is given. */
const triesFrom = (address: string) => `code:address:${networkOf(address, 56)}`;

/** True where so many wrong ones came from this network that a short code is over for it, though not for others. */
const isOverFor = (cx: Context, code: CodeRow, address: string): boolean =>
  endsByMisses(code) && minutesToWait(cx, missesFrom(code.id, address), waitAtCode) > 0;

/**
 * The code among these that was typed. A network may type a few wrong ones in a while, and that is all that holds off who
 * guesses a long one: no stranger ends what was handed to somebody else. A wrong one counts also against each short one that
 * could have been meant; that is over for the network from which a few came, before it is over for everybody. Of one that is
 * over for everybody it is said, to whoever knows it, that it is; one whose maker could not make it now ends as it is typed.
 * @param wrong what is said of a wrong one: beside a contact, or alone.
 */
function typedAmong(
  cx: Context,
  codes: readonly CodeRow[],
  typed: string,
  address: string,
  wrong: "codeWrong" | "proofWrong",
): CodeRow {
  refuseTooMany(withinLimit(cx, triesFrom(address), codeLimit));
  const row = codes.find((one) => isCode(cx, one, typed));
  if (!row)
    inTransaction(cx, () => {
      for (const one of codes) {
        if (!endsByMisses(one) || !isCodeOpen(one, cx.now) || isOverFor(cx, one, address)) continue;
        countMiss(cx, one.id);
        countMissUnder(cx, missesFrom(one.id, address));
      }
    });
  if (row && !stillLetsIn(cx, row, "code")) {
    inTransaction(cx, () => deleteCode(cx, row.id));
    refuseAt({ code: fault(wrong) });
  }
  // Where guesses count no more, a right one is answered as a wrong one: else it would be found out without end.
  if (!row || isOverFor(cx, row, address)) return refuseAt({ code: fault(wrong) });
  return isCodeOpen(row, cx.now) ? row : refuseAt({ code: fault("codeOver") });
}

/** Uses a code up, which was no wrong try, and proves what it names. Within the open transaction. */
function takeCode(cx: Context, row: CodeRow, address: string, keeps: boolean): void {
  const { id, accountId, email, phone, byPersonId } = row;
  // Another process may have taken it while this one hashed, or its maker lost what let them make it.
  const now = codeRow(cx, id);
  if (!now || !isCodeOpen(now, cx.now) || !stillLetsIn(cx, now, "code"))
    refuseAt({ code: fault("codeOver") });
  if (!keeps && !codeLetsIn(now, accountRow(cx, accountId)!)) refuseAt({ code: fault("codeOver") });
  markCodeUsed(cx, id);
  forgive(cx, triesFrom(address));
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
  const row = typedAmong(cx, meant, input.code, address, "codeWrong");
  const owner = accountRow(cx, row.accountId)!.personId;
  const passwordHash = await hashChosen(cx, input.password, ownWordsOf(cx, owner));
  return changeInTurn(cx, () => {
    takeCode(cx, row, address, false);
    choosePassword(cx, row.accountId, passwordHash, "code");
    return beginSession(cx, row.accountId, "code");
  });
});

/**
 * Proves a contact of one's own account by the code that came to it or was handed over. Whoever proves the first keeps the
 * password that they are signed in with; other sessions end.
 */
export const proveByCode = slowCommand("account.own", proofSchema, async (cx, input, address) => {
  const { accountId } = gate.self(cx);
  const row = typedAmong(cx, codesOf(cx, accountId, "prove"), input.code, address, "proofWrong");
  return changeInTurn(cx, () => {
    const first = !isProven(accountRow(cx, accountId)!);
    takeCode(cx, row, address, true);
    const { signInId } = cx.viewer;
    if (first) setAccountAndEndSessions(cx, accountId, {}, signInId);
    return sessionOf(cx, accountId, signInId);
  });
});
