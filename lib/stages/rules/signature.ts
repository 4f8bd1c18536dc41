import type { StageAwaits, StageEventKind } from "../../../db/values/stages";
import { addDays } from "../../time/civil";

/** Days after an observation was written down from which it may be taken without the signature of whoever was observed. */
export const signatureDays = 14;

type Entry = { id: number; kind: StageEventKind; ofId: number | null; awaits: StageAwaits | null };

/** The signature under an entry among what stands on a way; undefined where there is none. */
export const signatureOf = <E extends Entry>(standing: readonly E[], entryId: number): E | undefined =>
  standing.find(({ kind, ofId }) => kind === "signed" && ofId === entryId);

/**
 * True of an observation that waits for a signature, and counts once it is there.
 * @param standing what was entered of a way and not struck out since.
 */
export const isUnsigned = (standing: readonly Entry[], { id, kind, awaits }: Entry): boolean =>
  kind === "observation" && awaits !== null && !signatureOf(standing, id);

/** Those of these entries, which stand on a way, that are such observations. */
export const unsignedAmong = <E extends Entry>(standing: readonly E[]): E[] =>
  standing.filter((one) => isUnsigned(standing, one));

/**
 * True of a signature that whoever was observed did not give: somebody took the observation without.
 * @param entries all that was entered of the way.
 */
export const isTaken = (
  entries: readonly Entry[],
  one: Entry & { enteredBy: number | null; personId: number },
): boolean =>
  one.kind === "signed" &&
  one.enteredBy !== one.personId &&
  entries.some(({ id, kind }) => id === one.ofId && kind === "observation");

/** The civil day from which an observation that was written down on a day may be taken without the signature. */
export const takenFrom = (writtenOn: string): string => addDays(writtenOn, signatureDays);
