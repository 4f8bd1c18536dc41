/** For which modules a certification is in doubt: their codes, or all of it; null where none is. */
export type DoubtedFor = readonly string[] | "all" | null;

/** True where one of these modules is among them: of several certifications of one tool the mark stands on that one. */
export const isDoubted = (of: DoubtedFor, codes: readonly string[]): boolean =>
  of === "all" || codes.some((code) => of?.includes(code) ?? false);
