/** For so long whoever entered something undoes it as if it had not been, ms. */
const undoneWithin = 3_600_000;

/** True where somebody entered something themselves, and within the last hour. */
export const enteredJustNow = (
  entry: { enteredBy: number | null; enteredAt: number },
  personId: number | null,
  now: number,
): boolean => personId !== null && entry.enteredBy === personId && now - entry.enteredAt <= undoneWithin;
