import type { Granted } from "../../access/gate";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { newCode } from "../../crypto/tokens";
import type { PersonRow } from "../../people/store";
import { refuse } from "../../result";
import { phoneAwaited } from "../queries";
import { codeDigits, codeLifetimeMs } from "../rules";
import { accountRowOf } from "../store";
import { insertCode } from "../store/codes";
import { demandShownFor } from "./confirmed";

/** A code to hand over, which is shown once, with what its owner types beside it. */
export type HandedOver = { code: string; identifier: string; expiresAt: number };

/**
 * Makes a code that whoever is granted the person hands over. It proves the phone that it names: the one that its owner
 * asked to change to, or the account's; where that is proven, or there is none, it lets its owner back in with another
 * password. It takes the place of the older one. Never for oneself; for somebody with a role by whoever showed who they are.
 * Within the open transaction.
 */
export function handOverCode(
  cx: Context,
  person: Granted<PersonRow, "people.edit" | "roll.take">,
): HandedOver {
  if (person.id === cx.viewer.personId) refuse("ownCode");
  const account = accountRowOf(cx, person.id) ?? refuse("notFound");
  demandShownFor(cx, account);
  const unproven = account.phoneProvenAt === null ? account.phone : null;
  const toProve = phoneAwaited(cx, account.id) ?? unproven;
  const code = newCode(codeDigits.handedOver);
  const expiresAt = cx.now + codeLifetimeMs.handedOver;
  const purpose = toProve === null ? "backIn" : "prove";
  const phone = toProve ?? account.phone;
  insertCode(cx, {
    accountId: account.id,
    purpose,
    code,
    email: null,
    phone,
    expiresAt,
    byPersonId: cx.viewer.personId,
  });
  happened(cx, {
    kind: "contact.code-made",
    accountId: account.id,
    personId: person.id,
    purpose,
    said: { by: cx.viewer.name ?? "Cascade" },
  });
  return { code, identifier: phone ?? account.email ?? "", expiresAt };
}
