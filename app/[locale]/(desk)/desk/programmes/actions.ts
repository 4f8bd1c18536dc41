"use server";

import { action } from "@/app/_actions/action";
import { createProgramme as createCommand, editProgramme as editCommand } from "@/lib/programmes/commands";
import { programmeEditSchema, programmeSchema } from "@/lib/programmes/schema";

/** Adds a programme. */
export const createProgramme = action("programmes.create", programmeSchema, createCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}`,
});

/** Changes a programme. */
export const editProgramme = action("programmes.edit", programmeEditSchema, editCommand);
