import * as gate from "../../access/gate";
import { changeInTurn, slowCommand } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newCode } from "../../crypto/tokens";
import { fault } from "../../faults";
import { withinLimit } from "../../limits/attempts";
import { queueMail, tellOwner } from "../../messages/tell";
import { personRow, setContactOf } from "../../people/store";
import { normalisePhone, phoneFault } from "../../phone/phone";
import { type Result, refuse, refuseAt } from "../../result";
import { sendSms } from "../../sms/send";
import { withoutMarks } from "../../text";
import { codeDigits, codeLifetimeMs, isCodeOpen, isProven, linkLimit } from "../rules";
import { contactChangeSchema, contactRemovalSchema, proofAskedSchema } from "../schema";
import { type AccountRow, accountRow, accountRowOf, endLinksAndCodes, setAccount } from "../store";
import { codesOf, insertCode } from "../store/codes";
import { demandConfirmed, demandShownFor, demandUnchanged } from "./confirmed";
import { refuseTooMany } from "./tries";

/** A contact of which its owner is to show that it is theirs. */
type ToProve = { field: "email" | "phone"; value: string };

/** How a code comes to its owner: by mail, by a text message, or from the hand of whoever coordinates or trains. */
export type Comes = { by: "mail" | "sms" | "hand" };

/** The same while a text message has not gone out yet, which alone may tell the code. */
type Asked = { by: "mail" | "hand" } | { by: "sms"; to: string; code: string };

/**
 * Has a contact proven: a code goes to it, or waits to be made by hand where nothing reaches it. It takes the place of the
 * older one, whoever asked for that: the log says so, and so does the mail. Within the open transaction.
 * @param byPersonId who changes the contact of somebody else, who then has longer to find the code.
 */
function askForProof(
  cx: Context,
  account: AccountRow,
  { field, value }: ToProve,
  byPersonId: number | null,
): Asked {
  refuseTooMany(withinLimit(cx, `proof:account:${account.id}`, linkLimit));
  const { settings } = cx;
  if (field === "email" && !settings.smtpUrl) refuseAt({ contact: fault("noMailToProve") });
  const before = codesOf(cx, account.id, "prove").find((row) => isCodeOpen(row, cx.now));
  const instead = before ? (before.email !== null ? ("email" as const) : ("phone" as const)) : null;
  const sent = field === "email" || (settings.smsUrl !== null && byPersonId === null);
  const awaited = sent && byPersonId === null;
  const comes = awaited ? "mailed" : "handedOver";
  const code = newCode(codeDigits[comes]);
  insertCode(cx, {
    accountId: account.id,
    purpose: "prove",
    code,
    email: field === "email" ? value : null,
    phone: field === "phone" ? value : null,
    expiresAt: cx.now + codeLifetimeMs[comes],
    byPersonId,
  });
  if (field === "email") {
    const { language } = personRow(cx, account.personId)!;
    const params = {
      code,
      holds: awaited ? "minutes" : "days",
      instead: before ? "yes" : "",
    };
    const mail = { to: value, language, message: "contactCode" as const, params };
    queueMail(cx, cx.now, mail, null, account.personId);
  }
  happened(cx, { kind: "contact.proof-asked", accountId: account.id, field, instead });
  if (field === "email") return { by: "mail" };
  return sent ? { by: "sms", to: value, code } : { by: "hand" };
}

/** Sends the text message that a code goes by; where that fails, the code waits to be made by hand. */
async function sent(cx: Context, asked: Result<Asked>): Promise<Result<Comes>> {
  if (!asked.ok || asked.value.by !== "sms") return asked as Result<Comes>;
  const { to, code } = asked.value;
  const { accountId } = gate.self(cx);
  try {
    await sendSms(cx.settings.smsUrl!, to, `Cascade: ${code}`);
    return { ok: true, value: { by: "sms" } };
  } catch {
    return changeInTurn(cx, () => {
      const expiresAt = cx.now + codeLifetimeMs.handedOver;
      insertCode(cx, {
        accountId,
        purpose: "prove",
        code: newCode(codeDigits.handedOver),
        email: null,
        phone: to,
        expiresAt,
        byPersonId: null,
      });
      return { by: "hand" as const };
    });
  }
}

/** Asks for a code that proves a contact which the viewer's account has already. */
export const askProof = slowCommand("account.own", proofAskedSchema, async (cx, { field }) => {
  const asked = await changeInTurn(cx, () => {
    const account = accountRow(cx, gate.self(cx).accountId) ?? refuse("signInNeeded");
    const value = account[field] ?? refuse("notFound");
    return askForProof(cx, account, { field, value }, null);
  });
  return sent(cx, asked);
});

/** Refuses whoever neither showed just now who they are nor shows it by the password; gives their account as it was then. */
const demandOwner = (cx: Context, current: string): Promise<Result<AccountRow>> =>
  demandConfirmed(cx, gate.ownSignIn(cx, "secondStep.setUp"), current);

/** What somebody types as their new contact: an e-mail address, or a phone as of their country. */
function readContact(cx: Context, account: AccountRow, typed: string): ToProve {
  if (typed.includes("@")) return { field: "email", value: withoutMarks(typed).trim().toLowerCase() };
  const country = personRow(cx, account.personId)?.country ?? "";
  const phone = normalisePhone(typed, country, account.phone);
  return { field: "phone", value: phone ?? refuseAt({ contact: phoneFault(country) }) };
}

/**
 * Another e-mail address or phone for the viewer's own account: it counts once the code that goes to it was typed. Whose it
 * may be already is not said.
 */
export const changeContact = slowCommand("account.own", contactChangeSchema, async (cx, input) => {
  const shown = await demandOwner(cx, input.current);
  if (!shown.ok) return shown;
  const account = shown.value;
  const asked = await changeInTurn(cx, () => {
    demandUnchanged(cx, account);
    return askForProof(cx, account, readContact(cx, account, input.contact), null);
  });
  return sent(cx, asked);
});

/** Takes off a contact of the viewer's own account; the other one stays as proven or unproven as it is. */
export const removeContact = slowCommand(
  "account.own",
  contactRemovalSchema,
  async (cx, { field, current }) => {
    const shown = await demandOwner(cx, current);
    if (!shown.ok) return shown;
    const { accountId } = gate.self(cx);
    return changeInTurn(cx, () => {
      demandUnchanged(cx, shown.value);
      const account = accountRow(cx, accountId)!;
      const { personId, email, emailProvenAt, phoneProvenAt } = account;
      const other = field === "email" ? account.phone : email;
      if (!account[field] || !other) refuse("contactNeeded");
      const [own, others] =
        field === "email" ? [emailProvenAt, phoneProvenAt] : [phoneProvenAt, emailProvenAt];
      if (own !== null && others === null) refuse("otherContactUnproven");
      const person = personRow(cx, personId)!;
      if (field === "email") tellOwner(cx, account, "contactChanged");
      endLinksAndCodes(cx, accountId);
      const left = { email, phone: account.phone, [field]: null };
      setContactOf(cx, person, left);
      setAccount(cx, accountId, {
        [field]: null,
        ...(field === "email" ? { emailProvenAt: null } : { phoneProvenAt: null, phoneProvenBy: null }),
      });
      happened(cx, { kind: "contact.changed", accountId, field });
      return {};
    });
  },
);

/** Somebody whose contact another person writes. */
type Edited = gate.Granted<{ id: number }, "people.edit"> | gate.GrantedParticipant<"participants.register">;

/**
 * What becomes of the account of somebody whose contact a coordinator or trainer corrects: an account of which nothing is
 * proven takes it at once, as unproven; else the account and the person keep theirs until the new one is proven, one of the
 * two at a time. Of somebody with a role it is corrected by whoever showed who they are. Within the open transaction.
 * @returns the contact that the person has then.
 */
export function contactCorrected(
  cx: Context,
  whose: Edited,
  said: { email: string | null; phone: string | null },
): { email: string | null; phone: string | null } {
  const personId = "personId" in whose ? whose.personId : whose.id;
  const account = accountRowOf(cx, personId);
  if (!account) return said;
  const { email, phone } = account;
  if (email === said.email && phone === said.phone) return said;
  if (!said.email && !said.phone) refuseAt({ phone: fault("contactNeeded") });
  demandShownFor(cx, account);
  if (!isProven(account)) {
    endLinksAndCodes(cx, account.id);
    setAccount(cx, account.id, said);
    return said;
  }
  const changed = (["phone", "email"] as const).filter((field) => said[field] !== account[field]);
  for (const field of changed) {
    const value = said[field];
    if (value === null) refuseAt({ [field]: fault("contactOfAccount") });
    if (field === "email" && !cx.settings.smtpUrl) refuseAt({ email: fault("noMailToProve") });
    // One waits for its code at a time: the second would take the place of the first, and nobody would hear of it.
    if (changed.length > 1) refuseAt({ email: fault("oneContactAtOnce") });
    askForProof(cx, account, { field, value }, cx.viewer.personId);
  }
  return { email, phone };
}
