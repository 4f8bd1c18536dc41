import type { Granted, Self } from "../access/gate";
import type { Context } from "../acts/context";
import { typedKeptMs } from "./rules";
import { typedRow } from "./store";

/** What the viewer typed, by the word in the address; nothing of others, and nothing once it is too long ago. */
export const ownTypedTexts = (
  cx: Context,
  { accountId }: Granted<Self, "account.own">,
  word: string | null,
): readonly string[] =>
  word === null ? [] : (typedRow(cx, accountId, word, cx.now - typedKeptMs)?.texts ?? []);
