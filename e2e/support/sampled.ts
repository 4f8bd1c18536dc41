/**
 * All of what is walked over where `npm test -- walks` asks; in `npm test` a sample, every tenth or as said. Those in
 * between are looked at there in another language, or by another test.
 */
export const sampled = <T>(all: readonly T[], every = 10): T[] =>
  process.env.WALKS ? [...all] : all.filter((_, nth) => nth % every === Math.min(3, every - 1));

/** Tag of a long test that `npm test -- walks` alone runs, beside another one of its kind in `npm test`. */
export const walk = "@walk";
