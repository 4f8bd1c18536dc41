/**
 * What may be done outside the usual order for a stated reason: a course started or ended before its day, a roll taken
 * before the session's day or mended after a certificate rests on it, certificates issued before the end, issued again
 * after a revocation, or kept although the rule is no longer met.
 */
export const exceptionKinds = [
  "course.start",
  "course.end",
  "roll.early",
  "roll.mended",
  "certificate.early",
  "certificate.again",
  "certificate.keep",
] as const;

export type ExceptionKind = (typeof exceptionKinds)[number];
