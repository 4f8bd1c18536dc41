"use server";

import { action } from "@/app/_actions/action";
import {
  approveMaster as approveMasterCommand,
  enterCertifiedBefore as certifiedBeforeCommand,
  enterMasterStep as masterStepCommand,
  recommendRenewal as recommendRenewalCommand,
  renew as renewCommand,
} from "@/lib/stages/commands";

const back = (done: string) => ({
  to: ({ personId }: { personId: number }) => `/desk/people/${personId}/renewal?done=${done}`,
});

/** Renews a certification. */
export const renew = action(renewCommand, back("renewed"));

/** Recommends a renewal, or a master trainer, by exception. */
export const recommendRenewal = action(recommendRenewalCommand, back("recommended"));

/** Enters what leads to master trainer. */
export const enterMasterStep = action(masterStepCommand, back("step"));

/** Makes somebody a master trainer. */
export const approveMaster = action(approveMasterCommand, back("master"));

/** Enters a certification from before. */
export const enterCertifiedBefore = action(certifiedBeforeCommand, back("before"));
