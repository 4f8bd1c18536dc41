import { readTyped } from "@/app/_actions/readTyped";
import { tenths } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/rules";
import { type Gate, type GatePreset, gateNames, presets, type Unset } from "@/lib/stages/rules/gates";

const fieldOf = (name: Gate, value: number | boolean, locale: Locale) =>
  typeof value === "boolean"
    ? value
      ? "yes"
      : "no"
    : name === "passMark"
      ? tenths(value, locale)
      : String(value);

/** What the fields hold of gates, as the page's language writes it: nothing where a gate is not set. */
export const fieldsOf = (gates: Unset, locale: Locale): Record<string, string> =>
  Object.fromEntries(
    gateNames.map((name) => {
      // A version from before may say nothing of a confirmation; a scheme that leaves something open says null.
      const value = gates[name];
      return [name, value === null || value === undefined ? "" : fieldOf(name, value, locale)];
    }),
  );

type Said = Readonly<Record<string, string | string[] | undefined>>;

/** What was typed into the field of a gate; null where nothing of it was sent. */
function typedIn(said: Said, name: Gate): string | null {
  const typed = said[name];
  return typeof typed === "string" && typed.length <= 40 ? typed : null;
}

/**
 * What the fields hold once a scheme was chosen: what it says, but for what somebody changed of what stood there, which stays under
 * every scheme that is chosen later, also one that says the same. `touched`: the gates that were changed so far.
 * @param before what the page showed.
 * @param said what the form held then.
 */
export function withScheme(
  scheme: GatePreset,
  before: Unset,
  said: Said,
  locale: Locale,
): { fields: Record<string, string>; touched: Gate[] } {
  const shown = fieldsOf(before, locale);
  const next = fieldsOf(presets[scheme], locale);
  const earlier = String(said.touched ?? "").split(",");
  const touched = gateNames.filter((name) => {
    const typed = typedIn(said, name);
    return typed !== null && (earlier.includes(name) || typed !== shown[name]);
  });
  const fields = gateNames.map((name) => [
    name,
    touched.includes(name) ? typedIn(said, name) : (next[name] ?? ""),
  ]);
  return { fields: Object.fromEntries(fields), touched };
}

/** What the fields hold where only another day was asked about: what was typed, and what was changed so far. */
export function asTyped(
  before: Unset,
  said: Said,
  locale: Locale,
): { fields: Record<string, string>; touched: Gate[] } {
  const shown = fieldsOf(before, locale);
  const earlier = String(said.touched ?? "").split(",");
  const fields = gateNames.map((name) => [name, typedIn(said, name) ?? shown[name] ?? ""]);
  return { fields: Object.fromEntries(fields), touched: gateNames.filter((name) => earlier.includes(name)) };
}

/** The day that the form held, as it is kept; the one that is given where it held none. */
export function dayIn(said: Said, otherwise: string): string {
  const { inForceFrom } = readTyped({ ...said } as Parameters<typeof readTyped>[0]);
  return typeof inForceFrom === "string" && inForceFrom !== "" ? inForceFrom : otherwise;
}
