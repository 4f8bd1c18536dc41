"use server";

import { action } from "@/app/_actions/action";
import { enterStep as enterCommand, noteVisit as noteCommand } from "@/lib/stages/commands";

type Of = { personId: number; toolId: number; programmeId: number };
const pageOf =
  (page: string) =>
  ({ personId, toolId, programmeId }: Of) =>
    `/desk/people/${personId}/${page}?tool=${toolId}&programme=${programmeId}&done=saved`;

/** Notes a coaching visit. */
export const noteVisit = action(noteCommand, { to: pageOf("visit") });

/** Enters what took place elsewhere. */
export const enterStep = action(enterCommand, { to: pageOf("enter") });
