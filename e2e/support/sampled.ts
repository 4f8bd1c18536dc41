/** All of what pages are walked over for where `npm test -- walks` asks; in `npm test` a sample, every tenth. */
export const sampled = <T>(all: readonly T[]): T[] =>
  process.env.WALKS ? [...all] : all.filter((_, nth) => nth % 10 === 3);
