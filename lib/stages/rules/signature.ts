import type { StageAwaits, StageEventKind } from "../../../db/values/stages";
import { addDays } from "../../time/civil";

/** Days after an observation was written down from which it may be taken without the signature of whoever was observed. */
export const signatureDays = 14;

type Entry = { id: number; kind: StageEventKind; ofId: number | null; awaits: StageAwaits | null };

/**
 * Those of these entries that are observations which wait for a signature, and count once it is there.
 * @param standing what was entered of a way and not struck out since.
 */
export function unsignedAmong<E extends Entry>(standing: readonly E[]): E[] {
  const signed = new Set(standing.flatMap(({ kind, ofId }) => (kind === "signed" ? (ofId ?? []) : [])));
  return standing.filter(
    ({ id, kind, awaits }) => kind === "observation" && awaits !== null && !signed.has(id),
  );
}

/** The civil day from which an observation that was written down on a day may be taken without the signature. */
export const takenFrom = (writtenOn: string): string => addDays(writtenOn, signatureDays);
