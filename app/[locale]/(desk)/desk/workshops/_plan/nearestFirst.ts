/** What is offered in lists by country: what is of the one that is meant comes first, the rest after it as it was. */
export const nearestFirst = <T extends { country: string | null }>(
  all: readonly T[],
  country: string,
): T[] => [...all.filter((one) => one.country === country), ...all.filter((one) => one.country !== country)];
