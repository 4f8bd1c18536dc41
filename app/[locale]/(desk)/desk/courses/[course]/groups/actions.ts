"use server";

import { action } from "@/app/_actions/action";
import {
  deleteGroup as deleteGroupCommand,
  groupPeople as groupPeopleCommand,
  saveGroup as saveGroupCommand,
} from "@/lib/groups/commands";

/** Makes a group of a course, or gives one another name or language. */
export const saveGroup = action(saveGroupCommand);

const groupsOf = (courseId: unknown, done: string) => `/desk/courses/${Number(courseId)}/groups?done=${done}`;

/** Deletes a group that has no sessions of its own; its form is gone with it, so the page says that it is, whoever deleted it. */
export const deleteGroup = action(deleteGroupCommand, {
  to: ({ courseId }) => groupsOf(courseId, "deleted"),
  toAfterFault: ({ code }, { courseId }) => (code === "groupDeleted" ? groupsOf(courseId, "gone") : null),
  outOfDate: ["groupChanged", "groupHasSessions", "groupAnswered"],
});

/** Puts the people ticked into a group, or out of theirs. */
export const groupPeople = action(groupPeopleCommand, { outOfDate: ["noPlace"] });
