import type { TrainerRole } from "../../../db/values/timetable";

/** Who trains a session, and who of them not as lead. Where neither list is there, nobody has said yet. */
export type SessionTrainers = {
  trainerIds: readonly number[];
  coTrainerIds?: readonly number[];
  apprenticeIds?: readonly number[];
};

/** As what somebody trains a session. */
export const roleOf = ({ coTrainerIds, apprenticeIds }: SessionTrainers, personId: number): TrainerRole =>
  apprenticeIds?.includes(personId) ? "apprentice" : coTrainerIds?.includes(personId) ? "co_trainer" : "lead";

/** Who leads in a course where nobody says otherwise: whose own workshop it is, else the first of its trainers. */
export const firstTrainer = (
  course: { scheduledBy: number | null },
  trainerIds: readonly number[],
): number | null => course.scheduledBy ?? (trainerIds.length > 0 ? Math.min(...trainerIds) : null);

/**
 * The roles at a session of which nobody has said any: whose course it is leads, else the first of its trainers, and the
 * others beside them are co-trainers. Whoever is alone leads.
 */
export function withRoles<S extends SessionTrainers>(session: S, first: number | null): S {
  if (session.coTrainerIds || session.apprenticeIds) return session;
  const { trainerIds } = session;
  const lead = first !== null && trainerIds.includes(first) ? first : Math.min(...trainerIds);
  return { ...session, coTrainerIds: trainerIds.filter((id) => id !== lead), apprenticeIds: [] };
}

/** True where apprentices train a session by themselves. */
export const onlyApprentices = (trainers: readonly { role: TrainerRole }[]): boolean =>
  trainers.length > 0 && trainers.every(({ role }) => role === "apprentice");

/** Roles as one text, in whatever order the people are. */
export const rolesWord = (session: SessionTrainers): string =>
  [...session.trainerIds]
    .sort((a, b) => a - b)
    .map((id) => `${id} ${roleOf(session, id)}`)
    .join();

/**
 * The sessions with a module that name no trainer, and who led them: the course's first trainer where no session of it names
 * anybody; nobody (null) once one does, so that what names none counts for none.
 */
export function namingNobody<S extends { moduleId: number | null; trainers: readonly unknown[] }>(
  sessions: readonly S[],
  first: number | null,
): { sessions: S[]; leads: number | null } {
  const none = sessions.every(({ trainers }) => trainers.length === 0);
  return {
    sessions: sessions.filter(({ moduleId, trainers }) => moduleId !== null && trainers.length === 0),
    leads: none ? first : null,
  };
}
