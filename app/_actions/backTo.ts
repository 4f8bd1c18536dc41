import type { Values } from "./readPost";

/**
 * Where a form says that it was sent from (`back`), with more said there; only at or below this address, else it itself.
 * What was said there of an earlier act goes.
 */
export function backTo(said: Values, path: string, more: Readonly<Record<string, string>>): string {
  const from = typeof said.back === "string" ? said.back : path;
  const within = from === path || from.startsWith(`${path}?`) || from.startsWith(`${path}/`);
  const [at, query] = (within && from.length <= 2000 ? from : path).split("#")[0]!.split("?");
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more))
    if (value) all.set(name, value);
    else all.delete(name);
  return all.size > 0 ? `${at}?${all}` : at!;
}
