import { forGroup } from "../../completion/rules/counting";
import type { AttendanceState } from "../rules";

type Session = { id: number; startInstant: number; endInstant: number; groupId: number | null };
type Mark = { registrationId: number; sessionId: number; state: AttendanceState };

/** Keys of the sessions that are planned for each of these people by their group, and by what is entered of them in others. */
export function theirSessions(
  sessions: readonly Session[],
  marks: readonly Mark[],
): (person: { registrationId: number; groupId: number | null }) => ReadonlySet<number> {
  const entered = new Map<number, Map<number, AttendanceState>>();
  for (const { registrationId, sessionId, state } of marks) {
    const own = entered.get(registrationId);
    if (own) own.set(sessionId, state);
    else entered.set(registrationId, new Map([[sessionId, state]]));
  }
  return ({ registrationId, groupId }) => {
    const own = entered.get(registrationId);
    const all = sessions.map((session) => ({ ...session, state: own?.get(session.id) ?? null }));
    return new Set(forGroup(all, groupId).flatMap(({ id, theirs }) => (theirs ? [id] : [])));
  };
}
