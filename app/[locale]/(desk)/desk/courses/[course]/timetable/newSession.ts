import type { NamedIssue, Session } from "@/lib/timetable/queries";
import { asMendedBy } from "@/lib/timetable/rules/newSession";
import { placeForNew, usualMinutes } from "@/lib/timetable/rules/rearrange";
import type { Begins } from "./SessionFields";

/** What a new session begins with: the next free time of the week that is shown, and what it is to mend where it was opened for that. */
export function beginsWith({
  sessions,
  days,
  free,
  issue,
}: {
  sessions: readonly Session[];
  days: readonly string[];
  /** Why nobody works on a day; else null. */
  free: (day: string) => string | null;
  /** What of the plan is stepped through. */
  issue: NamedIssue | null;
}): Begins {
  const worked = days.filter((day) => free(day) === null);
  const on = worked.length > 0 ? worked : days;
  const { kind, moduleId, groupId, minutes } = asMendedBy(issue);
  const most = minutes === null ? undefined : Math.min(minutes, usualMinutes.session);
  return {
    ...placeForNew(sessions, on, groupId, most),
    kind,
    ...(moduleId === null ? {} : { moduleId: String(moduleId) }),
    ...(groupId === null ? {} : { groupId: String(groupId) }),
  };
}
