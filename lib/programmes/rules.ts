import { type ProgrammeRole, programmeRoles } from "../../db/values/programmes";

export { type ProgrammeRole, programmeRoles };

/** How many countries beyond those in use a programme's form takes at once. */
export const moreCountries = ["moreCountry1", "moreCountry2", "moreCountry3"] as const;

/** ISO weekdays, Monday 1, as a form names them. */
export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** What is not retired, and what is chosen already. */
export const stillOffered = <Row extends { id: number; retiredAt: number | null }>(
  rows: readonly Row[],
  chosen: readonly (number | null)[],
): Row[] => rows.filter((row) => row.retiredAt === null || chosen.includes(row.id));

/**
 * The role that was just taken away, where somebody still lacks it, so that one tap gives it back.
 * @param said what the address says of it: the programme's key and the role, as in 3-trainer.
 */
export const roleTaken = (
  said: string | null,
  programmes: readonly { id: number; code: string }[],
  own: readonly { programmeId: number; role: ProgrammeRole }[],
): { programmeId: number; programme: string; role: ProgrammeRole } | undefined =>
  programmes
    .flatMap(({ id, code }) => programmeRoles.map((role) => ({ programmeId: id, programme: code, role })))
    .find(
      ({ programmeId, role }) =>
        said === `${programmeId}-${role}` &&
        !own.some((held) => held.programmeId === programmeId && held.role === role),
    );
