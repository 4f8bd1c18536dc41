import { type GatePreset, type Gates, inForceOn, ownGates } from "./gates";

type Version = { number: number; inForceFrom: string; preset: GatePreset; gates: Gates };
type Said = Pick<Version, "inForceFrom" | "preset" | "gates">;

/**
 * What is to be added so that a version takes the place of one that is still to come: itself, and where its day is another one
 * what is then in force on the old day, so that nothing of the old version is.
 */
function inItsPlace(versions: readonly Version[], old: Version, said: Said): Said[] {
  if (said.inForceFrom === old.inForceFrom) return [said];
  // What was replaced on that day before is of no more use than what is replaced now.
  const without = versions.filter(({ inForceFrom }) => inForceFrom !== old.inForceFrom);
  const then = inForceOn([...without, { ...said, number: Number.MAX_SAFE_INTEGER }], old.inForceFrom) ?? {
    preset: "own" as const,
    gates: ownGates,
  };
  return [said, { preset: then.preset, gates: then.gates, inForceFrom: old.inForceFrom }];
}

/** The versions that setting one adds, in place of one that is still to come or of none, each with its number. */
export const addedBy = (versions: readonly Version[], old: Version | null | undefined, said: Said) =>
  (old ? inItsPlace(versions, old, said) : [said]).map((one, i) => ({
    ...one,
    number: versions.length + 1 + i,
  }));

/** The number of the version that took the place of another one before it began: of the same day, and the last; null where none did. */
export const replacedBy = (
  versions: readonly Pick<Version, "number" | "inForceFrom">[],
  { number, inForceFrom }: Pick<Version, "number" | "inForceFrom">,
): number | null => {
  const last = Math.max(
    ...versions.flatMap((one) => (one.inForceFrom === inForceFrom ? one.number : [])),
    number,
  );
  return last > number ? last : null;
};

/** The versions as they would be once another is set from a civil day on, in place of one that is still to come where it corrects that. */
export function afterSetting(versions: readonly Version[], inForceFrom: string, corrects: number | null) {
  const said = { inForceFrom, preset: "own" as const, gates: ownGates };
  const old = versions.find(({ number }) => number === corrects);
  return [...versions, ...addedBy(versions, old, said)];
}
