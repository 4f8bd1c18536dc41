"use server";

import { action } from "@/app/_actions/action";
import { confirmWorkshop as confirmCommand } from "@/lib/stages/commands";

/** Confirms that a workshop of somebody on the way took place. */
export const confirmWorkshop = action(confirmCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}/workshops?done=confirmed`,
});
