"use server";

import { action } from "@/app/_actions/action";
import {
  addToolVersion as addVersionCommand,
  createTool as createCommand,
  editTool as editCommand,
  editToolVersion as editVersionCommand,
  setToolRetired as retireCommand,
  setToolVersionRetired as retireVersionCommand,
} from "@/lib/curriculum/commands";

/** Adds a tool to the catalogue. */
export const createTool = action(createCommand, {
  to: ({ toolId }) => `/desk/tools/${toolId}`,
});

/** Changes the texts of a tool. */
export const editTool = action(editCommand);

/** Adds a version or a national variant of a tool. */
export const addToolVersion = action(addVersionCommand, {
  to: ({ toolId, toolVersionId }) => `/desk/tools/${toolId}?version=${toolVersionId}`,
});

/** Changes a version of a tool and its modules. The page is made anew, so that rows that were added have their keys. */
export const editToolVersion = action(editVersionCommand, {
  to: ({ toolId, toolVersionId }) => `/desk/tools/${toolId}?version=${toolVersionId}&saved=yes#versions`,
});

/** Retires a tool or brings it back. */
export const setToolRetired = action(retireCommand, {
  to: ({ toolId, retired }) => `/desk/tools/${toolId}?done=${retired ? "retired" : "restored"}`,
});

/** Retires a version or brings it back. */
export const setToolVersionRetired = action(retireVersionCommand, {
  to: ({ toolId, toolVersionId, retired }) =>
    `/desk/tools/${toolId}?version=${toolVersionId}&done=${retired ? "versionRetired" : "versionRestored"}#versions`,
});
