import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import { happened } from "../../acts/happened";
import { countsByGroup, leaveGroup, registrationsOfGroup } from "../../registrations/store/groups";
import { withdrawRequest } from "../../requests/commands/manage";
import { answeredFor, keepGroupName, waitingIn } from "../../requests/store";
import { refuse } from "../../result";
import { countsOfGroups } from "../../timetable/store";
import { groupDeleteSchema } from "../schema";
import { deleteGroupRow, groupRow } from "../store";
import { courseToGroup } from "./save";

/**
 * Deletes a group; whoever was in it is in none then, and a trainer who was asked for it and has not answered is asked no more.
 * Refused while sessions are its own, which would become everybody's without anybody's having said so; where a trainer answered
 * a request for it, which would read as one for the whole course; and where more or fewer people are in it than the page said that it would leave so.
 */
export const deleteGroup = command("timetable.edit", groupDeleteSchema, (cx, input) => {
  const course = courseToGroup(cx, input.courseId);
  const { id: courseId } = course;
  const group = groupRow(cx, courseId, input.groupId) ?? refuse("groupDeleted");
  const sessions = countsOfGroups(cx, courseId).get(group.id) ?? 0;
  if (sessions > 0) refuse("groupHasSessions", { params: { count: sessions } });
  if (answeredFor(cx, courseId, group.id)) refuse("groupAnswered");
  const people = countsByGroup(cx, courseId).get(group.id) ?? 0;
  if (people !== input.people) refuse("groupChanged");
  // Who was asked for this group was not asked for the others.
  const asked = waitingIn(cx, courseId).filter(({ groupId }) => groupId === group.id);
  for (const { requestId, id: personId } of asked)
    withdrawRequest(cx, gate.courseFor(cx, "trainers.ask", course), { requestId, personId });
  const registrationIds = registrationsOfGroup(cx, group.id);
  keepGroupName(cx, group);
  leaveGroup(cx, group.id);
  deleteGroupRow(cx, group.id);
  happened(cx, { kind: "group.deleted", courseId, groupId: group.id, people, registrationIds });
  const { name, language, venueId } = group;
  /** What undoing it puts back; with it who was in it, however many, as the audit log says. */
  const back = { groupId: group.id, name, language, venueId, requestIds: asked.map((one) => one.requestId) };
  return { courseId, back };
});
