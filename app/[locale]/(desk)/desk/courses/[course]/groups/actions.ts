"use server";

import { action } from "@/app/_actions/action";
import {
  deleteGroup as deleteGroupCommand,
  groupPeople as groupPeopleCommand,
  saveGroup as saveGroupCommand,
} from "@/lib/groups/commands";

/** Makes a group of a course, or gives one another name or language. */
export const saveGroup = action(saveGroupCommand);

/** Deletes a group that has no sessions of its own. */
export const deleteGroup = action(deleteGroupCommand, {
  outOfDate: ["groupChanged", "groupHasSessions", "groupAnswered"],
});

/** Puts the people ticked into a group, or out of theirs. */
export const groupPeople = action(groupPeopleCommand, { outOfDate: ["noPlace"] });
