import type { TrainerRole } from "../../../db/values/timetable";
import { roleOf, type SessionTrainers } from "./roles";

/** From the one who leads to whoever learns to. */
const rank: readonly TrainerRole[] = ["lead", "co_trainer", "apprentice"];

/** The role that is nearer to leading. */
export const higher = (a: TrainerRole, b: TrainerRole): TrainerRole =>
  rank.indexOf(a) <= rank.indexOf(b) ? a : b;

/**
 * A session with somebody in another one's place and role; who trains it already keeps their own role where that is the
 * higher one.
 */
export function replacedBy<S extends SessionTrainers>(
  session: S,
  personId: number,
  byPersonId: number,
): S & { trainerIds: number[]; coTrainerIds: number[]; apprenticeIds: number[] } {
  const left = roleOf(session, personId);
  const as = session.trainerIds.includes(byPersonId) ? higher(left, roleOf(session, byPersonId)) : left;
  const others = session.trainerIds.filter((id) => id !== personId && id !== byPersonId);
  const trainerIds = [...others, byPersonId];
  const inRole = (role: TrainerRole) =>
    trainerIds.filter((id) => (id === byPersonId ? as : roleOf(session, id)) === role);
  return { ...session, trainerIds, coTrainerIds: inRole("co_trainer"), apprenticeIds: inRole("apprentice") };
}
