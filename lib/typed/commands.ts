import type { Granted, Self } from "../access/gate";
import type { Context, SystemContext } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { newToken } from "../crypto/tokens";
import { mostTyped, typedKeptMs } from "./rules";
import { deleteTypedBut, deleteTypedUntil, insertTyped } from "./store";

/**
 * Keeps what the viewer typed into a form that is gone from the page to which they are led; gives the word by which that page
 * finds it. What is too old of anybody's goes, and the oldest of their own beyond so many.
 */
export const keepTypedTexts = (
  cx: Context,
  { accountId }: Granted<Self, "account.own">,
  texts: readonly string[],
): string =>
  inTransaction(cx, () => {
    const word = newToken();
    deleteTypedUntil(cx, cx.now - typedKeptMs);
    deleteTypedBut(cx, accountId, mostTyped - 1);
    insertTyped(cx, word, accountId, texts);
    return word;
  });

/** Forgets what was typed too long ago, where nobody writes anything anew. */
export const forgetTypedTexts = (cx: SystemContext): void => deleteTypedUntil(cx, cx.now - typedKeptMs);
