"use server";

import { action } from "@/app/_actions/action";
import { setGates as setGatesCommand } from "@/lib/stages/commands";

/** Sets what a programme asks of its trainers, as another version. */
export const setGates = action(setGatesCommand, {
  to: ({ programmeId, number }) => `/desk/programmes/${programmeId}/gates?done=${number}`,
});
