import type { SessionKind } from "../../../db/values/timetable";
import type { Issue } from "./issues";

/** What a new session begins as, where it was opened to mend what is open in a plan: its kind, its module, its group and how long it is. */
export function asMendedBy(issue: Issue | null): {
  kind: SessionKind;
  moduleId: number | null;
  groupId: number | null;
  minutes: number | null;
} {
  const nothing = { kind: "module" as const, moduleId: null, groupId: null, minutes: null };
  switch (issue?.kind) {
    case "minutes_missing": {
      const { moduleId, groupId, minutes } = issue;
      return { kind: "module", moduleId, groupId, minutes };
    }
    case "part_missing": {
      const { session: kind, groupIds, minutes } = issue;
      // Of several groups that lack it the first one's.
      return { ...nothing, kind, groupId: groupIds?.[0] ?? null, minutes };
    }
    case "test_missing":
      return { ...nothing, kind: "test" };
    default:
      return nothing;
  }
}
