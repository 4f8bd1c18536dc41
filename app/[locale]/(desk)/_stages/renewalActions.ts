"use server";

import { action } from "@/app/_actions/action";
import { keysSaid } from "@/app/_actions/keysSaid";
import {
  approveMaster as approveMasterCommand,
  enterCertifiedBefore as certifiedBeforeCommand,
  enterMasterStep as masterStepCommand,
  recommendRenewal as recommendRenewalCommand,
  refuseRecommendation as refuseCommand,
  renew as renewCommand,
  returnRecommendation as returnCommand,
} from "@/lib/stages/commands";

const pageOf = (personId: number, done: string) => `/desk/people/${personId}/renewal?done=${done}`;

/** Faults of what somebody decided meanwhile: the page has no such form any more. */
const overtaken = [
  ...["answeredAlready", "recommendedAlready", "wayStopped", "doubtFirst"],
  ...["renewalEarly", "renewalLate", "masterAlready", "notCertifiedNow"],
  ...["recommendFirst", "exceptionNotRecommended"],
];

/** The page says what was done; where somebody decided meanwhile, that it was, and how it stands now, with what was typed. */
const back = (done: string) => ({
  to: ({ personId }: { personId: number }) => pageOf(personId, done),
  toAfterFault: ({ code }: { code: string }, said: Record<string, unknown>) => {
    const whose = overtaken.includes(code) ? keysSaid(said, "personId") : null;
    return whose && pageOf(whose.personId, "changed");
  },
  showsTyped: true as const,
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
