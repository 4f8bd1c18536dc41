export { type ProgrammeRole, programmeRoles } from "../../db/values/programmes";

/** How many countries beyond those in use a programme's form takes at once. */
export const moreCountries = ["moreCountry1", "moreCountry2", "moreCountry3"] as const;

/** ISO weekdays, Monday 1, as a form names them. */
export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** What is not retired, and what is chosen already. */
export const stillOffered = <Row extends { id: number; retiredAt: number | null }>(
  rows: readonly Row[],
  chosen: readonly (number | null)[],
): Row[] => rows.filter((row) => row.retiredAt === null || chosen.includes(row.id));
