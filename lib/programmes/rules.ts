import { type ProgrammeRole, programmeRoles } from "../../db/values/programmes";
import { isolate, type Locale, locales, shownIn, type Translated } from "../i18n/rules";

export { type ProgrammeRole, programmeRoles };

/**
 * What a programme is called, in each language: its title up to the dash, after which a title explains itself, as in
 * "PROSPECTS – Partnership for …". The short name (`code`) is in one language for all.
 */
export const programmeCalled = (title: Translated): Translated => ({
  ...title,
  ...Object.fromEntries(
    locales.flatMap((locale) => (title[locale] ? [[locale, title[locale].split(/\s[–—]\s/)[0]]] : [])),
  ),
});

/** The same within a sentence, set apart, as a reader has it. */
export const programmeInSentence = (title: Translated, reader: Locale): string =>
  isolate(shownIn(programmeCalled(title), reader), reader);

/** How many countries beyond those in use a programme's form takes at once. */
export const moreCountries = ["moreCountry1", "moreCountry2", "moreCountry3"] as const;

/** ISO weekdays, Monday 1, as a form names them. */
export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** What is not retired, and what is chosen already. */
export const stillOffered = <Row extends { id: number; retiredAt: number | null }>(
  rows: readonly Row[],
  chosen: readonly (number | null)[],
): Row[] => rows.filter((row) => row.retiredAt === null || chosen.includes(row.id));

/** What an address says of a role that was taken away: the programme's key, the role, and its last day where it had one. */
export const sayRole = (role: { programmeId: number; role: ProgrammeRole; endsOn: string | null }): string =>
  [role.programmeId, role.role, ...(role.endsOn ? [role.endsOn] : [])].join("-");

/**
 * The role that was just taken away, where somebody still lacks it, so that one tap gives it back.
 * @param said what the address says of it (`sayRole`), as in 3-trainer or 3-trainer-2027-06-30.
 */
export const roleTaken = (
  said: string | null,
  programmes: readonly { id: number; title: Translated }[],
  own: readonly { programmeId: number; role: ProgrammeRole }[],
): { programmeId: number; programme: Translated; role: ProgrammeRole; endsOn: string | null } | undefined => {
  const [, which, endsOn = null] = /^(\d+-[a-z]+?)(?:-(\d{4}-\d\d-\d\d))?$/.exec(said ?? "") ?? [];
  return programmes
    .flatMap(({ id, title }) =>
      programmeRoles.map((role) => ({ programmeId: id, programme: programmeCalled(title), role, endsOn })),
    )
    .find(
      ({ programmeId, role }) =>
        which === `${programmeId}-${role}` &&
        !own.some((held) => held.programmeId === programmeId && held.role === role),
    );
};
