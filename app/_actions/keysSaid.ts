/** Keys that a form said by these names, to make an address of; null where one is none, as in a request written by hand. */
export function keysSaid<Name extends string>(
  said: Readonly<Record<string, unknown>>,
  ...names: readonly Name[]
): Record<Name, number> | null {
  const keys = names.map((name) => [name, Number(said[name])] as const);
  return keys.every(([, key]) => key > 0) ? (Object.fromEntries(keys) as Record<Name, number>) : null;
}
