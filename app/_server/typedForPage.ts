import { randomUUID } from "node:crypto";
import { clock } from "@/lib/time/clock";

/** What somebody typed into a form that is gone from the page to which they are led. */
type Typed = { accountId: number | null; texts: readonly string[]; at: number };

/** In the memory of the server alone, for an hour and for so many, the oldest of which goes first. */
const lifetimeMs = 60 * 60 * 1000;
const most = 500;
const shared = globalThis as { cascadeTypedForPage?: Map<string, Typed> };
shared.cascadeTypedForPage ??= new Map();
const kept = shared.cascadeTypedForPage;

/** The address with a word by which its page finds again what this account typed; as it is where nothing was. */
export function withTyped(to: string, accountId: number | null, texts: readonly string[]): string {
  if (texts.length === 0) return to;
  const word = randomUUID();
  kept.set(word, { accountId, texts, at: clock() });
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest);
  const [path, fragment] = to.split("#");
  return `${path}${path!.includes("?") ? "&" : "?"}typed=${word}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** What was typed, for whoever typed it; nothing for others, and once it is too long ago. */
export function typedFor(accountId: number | null, word: string | null): readonly string[] {
  const found = word === null ? undefined : kept.get(word);
  return found && found.accountId === accountId && clock() - found.at < lifetimeMs ? found.texts : [];
}
