import { verifyLimit } from "../../accounts/rules";
import type { Context } from "../../acts/context";
import { unlessBusy } from "../../acts/turns";
import type { Locale } from "../../i18n/rules";
import { withinLimit } from "../../limits/attempts";
import { networkOf } from "../../limits/rules";
import { type Verification, verify } from "../queries";

/**
 * Says what a certificate is worth to whoever asks from an address. A typing error costs nothing; serials that do not
 * exist are counted by address, and after too many there is no answer about them for so many minutes. One that exists is
 * always answered: it is too long to be guessed, and a whole country's phones may share an address.
 */
export function verifyCertificate(
  cx: Context,
  typed: string,
  address: string,
  paper: Locale | null = null,
): Verification | { answer: "tooMany"; minutes: number } {
  const found = verify(cx, typed, paper);
  if (found.answer !== "unknown") return found;
  // Reading waits for nobody: while somebody else writes for long, this one is not counted.
  const limit = unlessBusy(cx, () => withinLimit(cx, `verify:address:${networkOf(address)}`, verifyLimit));
  return limit === null || limit.allowed ? found : { answer: "tooMany", minutes: limit.waitMinutes };
}
