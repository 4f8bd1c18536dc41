/** How often a property is tried: `tries` in `npm test`, and as many times more as `RUNS` says (`RUNS=10 npm test -- invariants`). */
export const runs = (tries: number): number => tries * Number(process.env.RUNS || 1);

/** Of cases that are many: in `npm test` every so-manieth, in turns by what else they are told apart; all with `RUNS`. */
export const someOf = <T>(all: readonly T[], every: number, from = 0): T[] =>
  runs(1) > 1 ? [...all] : all.filter((_, nth) => nth % every === from % every);
