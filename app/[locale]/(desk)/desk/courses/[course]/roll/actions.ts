"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/app/_actions/action";
import { takeRoll as takeRollCommand } from "@/lib/attendance/commands";

/** Puts marks on the roll of a session, or takes them back. */
export const takeRoll = action(takeRollCommand, {
  // A workshop that the first mark starts takes no more registrations: public pages say so at once.
  after: ({ started }) => {
    if (started) revalidatePath("/[locale]", "layout");
  },
});
