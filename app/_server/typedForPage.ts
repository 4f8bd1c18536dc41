import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { whenFree } from "@/lib/acts/turns";
import { keepTypedTexts } from "@/lib/typed/commands";

/** The address with a word by which its page finds again what its reader typed; as it is where nothing was. */
export async function withTyped(cx: Context, to: string, texts: readonly string[]): Promise<string> {
  if (texts.length === 0) return to;
  const self = gate.self(cx);
  const word = await whenFree(cx, () => keepTypedTexts(cx, self, texts));
  const [path, fragment] = to.split("#");
  return `${path}${path!.includes("?") ? "&" : "?"}typed=${word}${fragment === undefined ? "" : `#${fragment}`}`;
}
