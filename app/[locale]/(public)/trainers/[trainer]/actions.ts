"use server";

import { action } from "@/app/_actions/action";
import { askForTrainer as askCommand } from "@/lib/stages/commands";

/** Asks for a trainer of the public register; the page then says what happens now. */
export const askForTrainer = action(askCommand, {
  to: ({ trainer, already }) => `/trainers/${trainer}?said=${already ? "already" : "sent"}#sent`,
  inPlace: true,
});
