import { readTyped } from "@/app/_actions/readTyped";
import {
  type Gate,
  type GatePreset,
  gateNames,
  pointsOf,
  presets,
  type Unset,
} from "@/lib/stages/rules/gates";

const fieldOf = (name: Gate, value: number | boolean) =>
  typeof value === "boolean" ? (value ? "yes" : "no") : name === "passMark" ? pointsOf(value) : String(value);

/** What the fields hold of gates: nothing where a gate is not set. */
export const fieldsOf = (gates: Unset): Record<string, string> =>
  Object.fromEntries(
    gateNames.map((name) => {
      const value = gates[name];
      return [name, value === null || value === undefined ? "" : fieldOf(name, value)];
    }),
  );

type Said = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What the fields hold once a scheme was chosen: what it says, but for what somebody changed of what stood there, which stays.
 * @param before what the page showed.
 * @param said what the form held then.
 */
export function withScheme(scheme: GatePreset, before: Unset, said: Said): Record<string, string> {
  const shown = fieldsOf(before);
  const next = fieldsOf(presets[scheme]);
  return Object.fromEntries(
    gateNames.map((name) => {
      const typed = said[name];
      const changed = typeof typed === "string" && typed.length <= 40 && typed !== shown[name];
      return [name, changed ? typed : (next[name] ?? "")];
    }),
  );
}

/** The day that the form held, as it is kept; the one that is given where it held none. */
export function dayIn(said: Said, otherwise: string): string {
  const { inForceFrom } = readTyped({ ...said } as Parameters<typeof readTyped>[0]);
  return typeof inForceFrom === "string" && inForceFrom !== "" ? inForceFrom : otherwise;
}
