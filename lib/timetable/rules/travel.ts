import { daysBetween } from "../../time/civil";
import type { Issue, Plan, PlannedSession } from "./issues";
import { times } from "./times";

/** Where a trainer is in another place on the day itself, the day before or the day after; each such day once. */
export function travelOf(plan: Plan, sessions: readonly PlannedSession[], day: string): Issue[] {
  const found = new Map<string, Issue>();
  for (const { trainerId, day: there, courseId, notFrom = [], venue } of plan.elsewhereOn) {
    if (Math.abs(daysBetween(day, there)) > 1) continue;
    const own = sessions.filter(
      (s) => s.trainers.some(({ id }) => id === trainerId) && !notFrom.includes(s.id),
    );
    const met = there > day ? own.at(-1) : own[0];
    if (!met) continue;
    const about = `${times(met)} trainer ${trainerId} course ${courseId} ${there}`;
    const to = { trainerId, day, there, courseId, ...(venue ? { venue } : {}) };
    found.set(about, { sessionId: met.id, about, kind: "travel", ...to });
  }
  return [...found.values()];
}
