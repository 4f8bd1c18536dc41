"use server";

import { action } from "@/app/_actions/action";
import {
  deleteGroup as deleteGroupCommand,
  groupPeople as groupPeopleCommand,
  restoreGroup as restoreGroupCommand,
  saveGroup as saveGroupCommand,
} from "@/lib/groups/commands";

const groupsOf = (courseId: unknown, done: string) => `/desk/courses/${Number(courseId)}/groups?done=${done}`;

/** Where the form went with the group that it was about. */
const whereDeleted = ({ code }: { code: string }, { courseId }: Record<string, unknown>) =>
  code === "groupDeleted" ? groupsOf(courseId, "gone") : null;

/** Makes a group of a course, or gives one another name or language; where it was deleted meanwhile, the page says so. */
export const saveGroup = action(saveGroupCommand, {
  toAfterFault: whereDeleted,
  showsTyped: true,
  outOfDate: ["groupNameTaken"],
});

/** Deletes a group that has no sessions of its own; its form is gone with it, so the page says that it is, whoever deleted it. */
export const deleteGroup = action(deleteGroupCommand, {
  to: ({ courseId, back: group }) =>
    `${groupsOf(courseId, "deleted")}&${new URLSearchParams({
      name: group.name,
      ...(group.language ? { language: group.language } : {}),
      ...(group.venueId ? { venue: String(group.venueId) } : {}),
      group: String(group.groupId),
      ...(group.requestIds.length > 0 ? { requests: group.requestIds.join(",") } : {}),
    })}`,
  toAfterFault: whereDeleted,
  outOfDate: ["groupChanged", "groupHasSessions", "groupAnswered"],
});

/** Undoes that a group was deleted. */
export const restoreGroup = action(restoreGroupCommand, {
  to: ({ courseId }) => groupsOf(courseId, "back"),
});

/** Puts the people ticked into a group, or out of theirs. */
export const groupPeople = action(groupPeopleCommand, {
  toAfterFault: whereDeleted,
  outOfDate: ["noPlace", "groupGone"],
});
