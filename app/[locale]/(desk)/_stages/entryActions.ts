"use server";

import { action } from "@/app/_actions/action";
import { keysSaid } from "@/app/_actions/keysSaid";
import {
  enterStep as enterCommand,
  noteVisit as noteCommand,
  undoEntry as undoCommand,
} from "@/lib/stages/commands";

type Of = { personId: number; toolId: number; programmeId: number };
const at = (page: string, { personId, toolId, programmeId }: Of) =>
  `/desk/people/${personId}/${page}?tool=${toolId}&programme=${programmeId}`;

/** The same of what a form said, which has to be looked at again by the page; null where it names nobody. */
const saidAt = (page: string, said: Record<string, unknown>) => {
  const of = keysSaid(said, "personId", "toolId", "programmeId");
  return of && at(page, of);
};

/** Faults after which the page has no form any more that could say them: the way is gone. */
const withoutForm = ["notOnWay", "ownStage"];

const back = (page: string) => ({
  to: (of: Of & { entryId: number }) => `${at(page, of)}&entered=${of.entryId}`,
  toAfterFault: ({ code }: { code: string }, said: Record<string, unknown>, scripts: boolean) => {
    const to = scripts || !withoutForm.includes(code) ? null : saidAt(page, said);
    return to && `${to}&done=notSaved`;
  },
  showsTyped: true as const,
});

/** Notes a coaching visit. */
export const noteVisit = action(noteCommand, back("visit"));

/** Enters what took place elsewhere. */
export const enterStep = action(enterCommand, back("enter"));

/** Undoes what one entered just now; the page says so, or that something has happened since. */
export const undoEntry = action(undoCommand, {
  to: (of) => `${at(of.entry === "coaching_visit" ? "visit" : "enter", of)}&done=undone`,
  toAfterFault: (_, said) => {
    const to = saidAt(said.page === "visit" ? "visit" : "enter", said);
    return to && `${to}&done=overtaken`;
  },
});
