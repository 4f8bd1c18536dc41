/** How often a property is tried: `tries` in `npm test`, and as many times more as `RUNS` says (`RUNS=10 npm test -- invariants`). */
export const runs = (tries: number): number => tries * Number(process.env.RUNS || 1);
