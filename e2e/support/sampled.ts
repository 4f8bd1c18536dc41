import type { Row } from "./answers";

/**
 * All of what is walked over where `npm test -- walks` asks; in `npm test` a sample, every tenth or as said. Those in
 * between are looked at there in another language, or by another test.
 */
export const sampled = <T>(all: readonly T[], every = 10): T[] =>
  process.env.WALKS ? [...all] : someOf(all, every);

/** The last one where there are fewer than so many: a sample that is empty could not fail. */
function someOf<T>(all: readonly T[], every: number): T[] {
  const some = all.filter((_, nth) => nth % every === Math.min(3, every - 1));
  return some.length > 0 ? some : all.slice(-1);
}

/** Tag of a long test that `npm test -- walks` alone runs, beside another one of its kind in `npm test`. */
export const walk = "@walk";

/**
 * Which roles try which action. In `npm test` two each: of those whom it lets in one, and one of those whom it keeps out, in turns among
 * what has the same row, so that every role tries every kind of row; all of them where fewer actions than roles have that row. With the
 * walks everybody tries everything.
 */
export function triedBy(rows: Record<string, Row>): (name: string, role: number) => boolean {
  if (process.env.WALKS) return () => true;
  const alike = (row: Row) => Object.values(rows).filter((other) => other.join() === row.join()).length;
  const seen = new Map<string, number>();
  const tried = new Map<string, (number | undefined)[]>();
  for (const [name, row] of Object.entries(rows)) {
    const kind = row.join();
    const turn = seen.get(kind) ?? 0;
    seen.set(kind, turn + 1);
    const inTurn = (those: number[]) => those[turn % those.length];
    const all = row.map((_, role) => role);
    tried.set(
      name,
      alike(row) < row.length
        ? all
        : [
            inTurn(all.filter((role) => row[role] === "ok")),
            inTurn(all.filter((role) => row[role] !== "ok")),
          ],
    );
  }
  return (name, role) => tried.get(name)!.includes(role);
}
