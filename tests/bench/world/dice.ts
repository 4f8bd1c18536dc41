/** Numbers that look random and are the same at every run. */
export type Dice = {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number from 0 to below the limit. */
  below: (limit: number) => number;
  /** True in so many of a hundred. */
  percent: (share: number) => boolean;
  /** One of a list whose first ones are the most frequent, as names are; the higher the `slope`, the more so. */
  often: <T>(list: readonly T[], slope?: number) => T;
  /** An unguessable-looking token of 22 signs, as in addresses. */
  token: () => string;
  bytes: (count: number) => Uint8Array;
};

/** Dice that fall the same for the same seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const next = () => word() / 4_294_967_296;
  const below = (limit: number) => Math.floor(next() * limit);
  const bytes = (count: number) => {
    const words = Uint32Array.from({ length: Math.ceil(count / 4) }, word);
    return new Uint8Array(words.buffer, 0, count);
  };
  return {
    next,
    below,
    percent: (share) => next() * 100 < share,
    often: (list, slope = 1.6) => list[Math.floor(list.length * next() ** slope)]!,
    token: () => Buffer.from(bytes(16)).toString("base64url"),
    bytes,
  };
}
