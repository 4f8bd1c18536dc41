"use server";

import { action } from "@/app/_actions/action";
import {
  approveMaster as approveMasterCommand,
  enterCertifiedBefore as certifiedBeforeCommand,
  enterMasterStep as masterStepCommand,
  recommendRenewal as recommendRenewalCommand,
  refuseRecommendation as refuseCommand,
  renew as renewCommand,
  returnRecommendation as returnCommand,
} from "@/lib/stages/commands";

/** Faults of what was answered or decided meanwhile: its form may not be there any more. */
const overtaken = ["answeredAlready", "recommendedAlready", "recommendFirst", "exceptionNotRecommended"];

/** The page says what was done; where somebody answered meanwhile, how it stands now, with what was typed. */
const back = (done: string) => ({
  to: ({ personId }: { personId: number }) => `/desk/people/${personId}/renewal?done=${done}`,
  toAfterFault: ({ code }: { code: string }, { personId }: Record<string, unknown>) =>
    overtaken.includes(code) && Number(personId)
      ? `/desk/people/${Number(personId)}/renewal?done=changed`
      : null,
  showsTyped: true as const,
  outOfDate: overtaken,
});

/** Renews a certification. */
export const renew = action(renewCommand, back("renewed"));

/** Recommends a renewal, or a master trainer, by exception. */
export const recommendRenewal = action(recommendRenewalCommand, back("recommended"));

/** Sends a recommendation of a renewal, or a master trainer, back with a question. */
export const returnRenewal = action(returnCommand, back("returned"));

/** Refuses one. */
export const refuseRenewal = action(refuseCommand, back("refused"));

/** Enters what leads to master trainer. */
export const enterMasterStep = action(masterStepCommand, back("step"));

/** Makes somebody a master trainer. */
export const approveMaster = action(approveMasterCommand, back("master"));

/** Enters a certification from before. */
export const enterCertifiedBefore = action(certifiedBeforeCommand, back("before"));
