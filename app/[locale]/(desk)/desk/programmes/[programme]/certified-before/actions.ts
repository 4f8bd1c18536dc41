"use server";

import { action } from "@/app/_actions/action";
import { enterCertifiedBeforeList as enterCommand } from "@/lib/stages/commands";

/** Enters the certifications from before of a list, once it was shown how it reads. */
export const enterCertifiedBeforeList = action(enterCommand, {
  to: ({ programmeId, entered }) => `/desk/programmes/${programmeId}/certified-before?done=${entered}`,
});
