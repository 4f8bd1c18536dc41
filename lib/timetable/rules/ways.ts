/** In what way sessions are put elsewhere by hand. */
export const rearrangements = ["move", "length", "split", "duplicate", "insert", "push"] as const;

export type Rearrangement = (typeof rearrangements)[number];
