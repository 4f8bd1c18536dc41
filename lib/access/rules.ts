import type { ProgrammeRole } from "../../db/values/programmes";
import { addDays } from "../time/civil";

/** So many days after the end of a programme those who held a role in it to the end still read what is there. */
export const readingDays = 90;

/** A role as it was given; civil days, the last ones included; null where nothing ends it. */
export type RoleGiven = {
  readonly programmeId: number;
  readonly role: ProgrammeRole;
  readonly endsOn: string | null;
  readonly programmeEndsOn: string | null;
};

/** The last day on which somebody with a role in a programme that ends on this day reads what is there. */
export const readsUntil = (programmeEndsOn: string): string => addDays(programmeEndsOn, readingDays);

/**
 * What a role is worth on a civil day: all that its holder may, reading alone (the programme has ended), or nothing (the
 * role has ended, or the programme has long). So a role ends by time passing, and an administrator who moves the end of the
 * programme gives it back.
 */
export function standingOf(
  { endsOn, programmeEndsOn }: Pick<RoleGiven, "endsOn" | "programmeEndsOn">,
  today: string,
): "acts" | "reads" | "ended" {
  if (endsOn !== null && today > endsOn) return "ended";
  if (programmeEndsOn === null || today <= programmeEndsOn) return "acts";
  return today <= readsUntil(programmeEndsOn) ? "reads" : "ended";
}

/**
 * The programmes of somebody's roles, by what they are there on the civil day that it is in each programme; `readsOnly`: those that
 * have ended.
 */
export function rolesOn(roles: readonly RoleGiven[], dayIn: (programmeId: number) => string) {
  const held = roles
    .map((role) => ({ ...role, standing: standingOf(role, dayIn(role.programmeId)) }))
    .filter(({ standing }) => standing !== "ended");
  const of = (which: (role: (typeof held)[number]) => boolean) => [
    ...new Set(held.filter(which).map(({ programmeId }) => programmeId)),
  ];
  return {
    coordinates: of(({ role }) => role === "coordinator"),
    trains: of(({ role }) => role === "trainer"),
    readsOnly: of(({ standing }) => standing === "reads"),
  };
}
