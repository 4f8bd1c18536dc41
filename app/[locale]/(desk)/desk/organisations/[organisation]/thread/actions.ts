"use server";

import { action } from "@/app/_actions/action";
import {
  enterThreadEntry as enterCommand,
  strikeThreadEntry as strikeCommand,
  undoThreadEntry as undoCommand,
} from "@/lib/cascade/commands";

/** Enters what became of an organisation. */
export const enterThreadEntry = action(enterCommand, {
  to: ({ organisationId, entryId }) => `/desk/organisations/${organisationId}/thread?entered=${entryId}`,
});

/** Strikes out what was entered by mistake. */
export const strikeThreadEntry = action(strikeCommand, {
  to: ({ organisationId }) => `/desk/organisations/${organisationId}/thread?done=struck`,
});

/** Takes back what one entered just now. */
export const undoThreadEntry = action(undoCommand, {
  to: ({ organisationId }) => `/desk/organisations/${organisationId}/thread`,
});
