"use server";

import { action } from "@/app/_actions/action";
import {
  keepTemplate as keepCommand,
  removeTemplate as removeCommand,
  renameTemplate as renameCommand,
  restoreTemplate as restoreCommand,
} from "@/lib/templates/commands";

/** Keeps a course as a template. */
export const keepTemplate = action(keepCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}/templates?done=kept`,
});

/** Gives a template another name. */
export const renameTemplate = action(renameCommand);

/** Removes a template; the list offers to put it back. */
export const removeTemplate = action(removeCommand, {
  to: ({ programmeId, templateId }) => `/desk/programmes/${programmeId}/templates?removed=${templateId}`,
});

/** Puts a template back. */
export const restoreTemplate = action(restoreCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}/templates?done=restored`,
});
