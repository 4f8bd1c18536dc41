/** Why an answer came to nothing because the page was out of date; the page then says it and stands as it is now. */
export const lateCodes = [
  "requestTakenBack",
  "requestAnsweredAlready",
  "askedCancelled",
  "askedOver",
  "askedSessionGone",
  "askedTooLate",
  "askedAllOver",
  "askedNoTrainer",
] as const;

/** True of one of these. */
export const isTooLate = (code: string): boolean => (lateCodes as readonly string[]).includes(code);
