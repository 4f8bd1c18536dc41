"use server";

import { action } from "@/app/_actions/action";
import { makeTrainers as makeTrainersCommand } from "@/lib/people/commands";

/** Makes people on the way trainers of the programme. */
export const makeTrainers = action(makeTrainersCommand, {
  to: ({ programmeId, given, left }) =>
    `/desk/programmes/${programmeId}/candidates?done=1&given=${given.join(",")}&left=${left.join(",")}`,
});
