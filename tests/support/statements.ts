import { sqlite } from "../../db/client";

/** Statements that run while somebody works, counted by the driver: the same on every machine, however busy. */
export const statementsOf = (work: () => void): number => statementsThat(/(?:)/, work);

/** The same of statements whose text is of a kind. */
export function statementsThat(text: RegExp, work: () => void): number {
  const { prototype } = sqlite().prepare("select 1").constructor as { prototype: Record<string, unknown> };
  let count = 0;
  const kept = new Map<string, unknown>();
  for (const name of ["run", "get", "all"]) {
    const method = prototype[name] as (...values: unknown[]) => unknown;
    kept.set(name, method);
    prototype[name] = function counted(this: { source: string }, ...values: unknown[]) {
      if (text.test(this.source)) count += 1;
      return method.apply(this, values);
    };
  }
  try {
    work();
  } finally {
    for (const [name, method] of kept) prototype[name] = method;
  }
  return count;
}
