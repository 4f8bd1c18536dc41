"use server";

import { action } from "@/app/_actions/action";
import { observe as observeCommand } from "@/lib/stages/commands";

/** Faults after which the page has no form any more that could say them. */
const withoutForm = [
  ...["observedAlready", "observationCancelled", "observationTooEarly", "notOnWay"],
  ...["ownObservation", "observerSuperior", "observerNotQualified"],
];

/** Writes down what one saw of a trainer in a workshop. */
export const observe = action(observeCommand, {
  to: ({ courseId, personId, toolId, programmeId }) =>
    `/desk/observe/${courseId}/${personId}?tool=${toolId}&programme=${programmeId}&done=saved`,
  toAfterFault: ({ code }, said, scripts) => {
    const [courseId, personId] = [said.courseId, said.personId].map(Number);
    const [toolId, programmeId] = [said.toolId, said.programmeId].map(Number);
    return scripts || !withoutForm.includes(code) || !courseId || !personId
      ? null
      : `/desk/observe/${courseId}/${personId}?tool=${toolId}&programme=${programmeId}&done=notSaved`;
  },
  showsTyped: true,
});
