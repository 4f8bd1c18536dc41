"use server";

import { action } from "@/app/_actions/action";
import { backTo } from "@/app/_actions/backTo";
import {
  deleteView as deleteCommand,
  renameView as renameCommand,
  restoreView as restoreCommand,
  saveView as saveCommand,
} from "@/lib/views/commands";

/** Saves what the address of a list says as a view of one's own. */
export const saveView = action(saveCommand);

/** Gives a view another name. */
export const renameView = action(renameCommand);

/** Deletes a view; the list offers to put it back. */
export const deleteView = action(deleteCommand, {
  to: ({ viewId }, said) => backTo(said, "/desk", { deleted: String(viewId) }),
});

/** Puts back the view that was deleted last, and opens it. */
export const restoreView = action(restoreCommand, {
  to: ({ query }, said) => backTo(said, "/desk", Object.fromEntries(new URLSearchParams(query))),
});
