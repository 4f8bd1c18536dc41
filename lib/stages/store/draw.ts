import { keyedHash } from "../../crypto/tokens";
import type { Gates } from "../rules/gates";
import type { Evidence } from "../rules/stage";

/**
 * True where a workshop is among those drawn for a confirmation, one in so many: by a key that the product made with the
 * version of the gates and that nobody reads, so that nobody can tell before or choose, and the same whenever it is asked.
 */
export const isDrawn = (drawKey: string, workshop: string, oneIn: number): boolean =>
  Buffer.from(keyedHash(Buffer.from(drawKey), workshop), "base64url").readUInt32BE(0) % oneIn === 0;

/** A history in which each workshop says whether the draw of its gates spared it. */
export function withDraw(
  history: readonly Evidence[],
  version: { gates: Gates; drawKey: string | null } | null,
): Evidence[] {
  const oneIn = version?.gates.countOneIn ?? 1;
  const drawKey = version?.drawKey ?? null;
  if (oneIn === 1 || drawKey === null) return [...history];
  return history.map((one) =>
    one.kind === "workshop" ? { ...one, spared: !isDrawn(drawKey, one.key, oneIn) } : one,
  );
}
