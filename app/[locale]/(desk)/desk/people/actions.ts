"use server";

import { action } from "@/app/_actions/action";
import { takeSecondStepAway as takeSecondStepAwayCommand } from "@/lib/accounts/commands";
import {
  addMemberShown,
  bringInShown,
  createPerson as createPersonCommand,
  editPersonShown,
  giveAccessShown,
  makeCodeShown,
  readSensitiveFacts,
  removeMember as removeMemberCommand,
} from "@/lib/people/commands";
import { sayRole } from "@/lib/programmes/rules";

/** Adds a person. */
export const createPerson = action(createPersonCommand, {
  to: ({ personId }) => `/desk/people/${personId}`,
});

/** Changes a person's row. */
export const editPerson = action(editPersonShown);

/** Brings in somebody of another programme, by their exact contact. */
export const bringIn = action(bringInShown, {
  to: ({ personId }) => `/desk/people/${personId}`,
});

/** Makes somebody coordinator or trainer of a programme. */
export const addMember = action(addMemberShown);

/** Takes such a role away. */
export const removeMember = action(removeMemberCommand, {
  to: ({ personId, ...role }) => `/desk/people/${personId}?taken=${sayRole(role)}#change`,
});

/** Gives a person the means to sign in. */
export const giveAccess = action(giveAccessShown);

/** Makes a code to hand over. */
export const makeCode = action(makeCodeShown);

/** Shows what a person said of themselves for the totals; the reading is noted in the audit log. */
export const showSensitive = action(readSensitiveFacts);

/** Takes the second step away from a colleague who lost it. */
export const takeSecondStepAway = action(takeSecondStepAwayCommand);
