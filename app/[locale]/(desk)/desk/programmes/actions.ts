"use server";

import { action } from "@/app/_actions/action";
import {
  createProgramme as createCommand,
  editProgramme as editCommand,
  reviewRoles as reviewRolesCommand,
} from "@/lib/programmes/commands";

/** Adds a programme. */
export const createProgramme = action(createCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}`,
});

/** Changes a programme. */
export const editProgramme = action(editCommand);

/** Notes that somebody looked through who has a role. */
export const reviewRoles = action(reviewRolesCommand);
