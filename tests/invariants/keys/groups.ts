import { deleteGroup, saveGroup } from "../../../lib/groups/commands";
import { as } from "../../support/as";
import { type TwoProgrammes, version } from "../../support/twoProgrammes";
import { now, value } from "../../support/world";
import { type Row, team } from "./row";

/** Groups of a course, and who is in them. */
export function groupRows({ w, own, foreign }: TwoProgrammes): Record<string, Row> {
  const groupOf = new Map<number, number>();
  const deletedOf = new Map<number, number>();
  for (const [of, by] of [
    [own, w.coordinator],
    [foreign, w.stranger],
  ] as const) {
    const { courseId } = of.open;
    const group = { courseId, groupId: null, version: null, name: "Group A", language: null };
    groupOf.set(of.programmeId, value(saveGroup(as(by, now), group)).groupId);
    const { groupId } = value(saveGroup(as(by, now), { ...group, name: "Group that is deleted" }));
    value(deleteGroup(as(by, now), { courseId, groupId, people: 0 }));
    deletedOf.set(of.programmeId, groupId);
  }
  const named = (of: typeof own) => ({
    courseId: String(of.open.courseId),
    groupId: String(groupOf.get(of.programmeId)),
  });
  return {
    saveGroup: {
      form: (of) => ({
        ...named(of),
        version: version("course_groups", groupOf.get(of.programmeId)!),
        name: "Group B",
        language: "ar",
      }),
      by: team,
    },
    deleteGroup: { form: (of) => ({ ...named(of), people: "0" }), by: team },
    restoreGroup: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        groupId: String(deletedOf.get(of.programmeId)),
        name: "Group that was deleted",
      }),
      by: team,
    },
    groupPeople: {
      form: (of) => ({ ...named(of), registrationIds: [String(of.open.rows[0]!.id)] }),
      by: team,
    },
  };
}
