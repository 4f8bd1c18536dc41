"use server";

import { action } from "@/app/_actions/action";
import { setGates as setGatesCommand } from "@/lib/stages/commands";
import { dayAt } from "@/lib/time/zone";

/** Sets what a programme asks of its trainers, as another version. */
export const setGates = action(setGatesCommand, {
  asked: (_said, cx) => [dayAt(cx.now, "UTC")],
  to: ({ programmeId, number }) => `/desk/programmes/${programmeId}/gates?done=${number}`,
});
