import { type ThreadKind, threadKinds } from "../../../db/values/cascade";

export type { ThreadKind };

/** What somebody may enter of an organisation. */
export const enteredKinds = threadKinds.filter((kind) => kind !== "struck") as unknown as readonly [
  Exclude<ThreadKind, "struck">,
  ...Exclude<ThreadKind, "struck">[],
];
export type EnteredKind = (typeof enteredKinds)[number];

type Row = { id: number; kind: ThreadKind; day: string; words: string | null; ofId: number | null };

/** What was entered, the latest day first: undone rows are left out, struck ones say why. */
export function entriesOf<R extends Row>(rows: readonly R[]) {
  const struck = new Map(rows.flatMap((row) => (row.ofId === null ? [] : [[row.ofId, row] as const])));
  return rows
    .flatMap((row) => {
      const by = struck.get(row.id);
      if (row.kind === "struck" || (by && by.words === null)) return [];
      return [{ ...row, kind: row.kind as EnteredKind, struck: by ?? null }];
    })
    .sort((a, b) => b.day.localeCompare(a.day) || b.id - a.id);
}

/**
 * How far a cooperative is, as its thread says plainly: the latest day on which it was registered, or running. Null where it
 * says neither; then what is kept of the organisation holds.
 */
export const stateByThread = (
  entries: readonly { kind: EnteredKind; struck: unknown }[],
): "registered" | "running" | null => {
  const kinds = entries.flatMap(({ kind, struck }) => (struck ? [] : kind));
  return kinds.find((kind) => kind === "registered" || kind === "running") ?? null;
};
