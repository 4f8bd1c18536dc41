"use server";

import { action } from "@/app/_actions/action";
import { dayInProgramme } from "@/lib/programmes/queries";
import { setGates as setGatesCommand } from "@/lib/stages/commands";

/** Sets what a programme asks of its trainers, as another version. */
export const setGates = action(setGatesCommand, {
  asked: (said, cx) => [dayInProgramme(cx, Number(said.programmeId))],
  to: ({ programmeId, number }) => `/desk/programmes/${programmeId}/gates?done=${number}`,
});
