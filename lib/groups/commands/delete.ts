import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { countsByGroup, leaveGroup } from "../../registrations/store/groups";
import { refuse } from "../../result";
import { countsOfGroups } from "../../timetable/store";
import { groupDeleteSchema } from "../schema";
import { deleteGroupRow, groupRow } from "../store";
import { courseToGroup } from "./save";

/**
 * Deletes a group; whoever was in it is in none then. Refused while sessions are its own, which would become everybody's
 * without anybody's having said so, and where more or fewer people are in it than the page said that it would leave so.
 */
export const deleteGroup = command("timetable.edit", groupDeleteSchema, (cx, input) => {
  const { id: courseId } = courseToGroup(cx, input.courseId);
  const group = groupRow(cx, courseId, input.groupId) ?? refuse("notFound");
  const sessions = countsOfGroups(cx, courseId).get(group.id) ?? 0;
  if (sessions > 0) refuse("groupHasSessions", { params: { count: sessions } });
  const people = countsByGroup(cx, courseId).get(group.id) ?? 0;
  if (people !== input.people) refuse("groupChanged");
  leaveGroup(cx, group.id);
  deleteGroupRow(cx, group.id);
  happened(cx, { kind: "group.deleted", courseId, groupId: group.id, people });
  return { courseId };
});
