"use server";

import { action } from "@/app/_actions/action";
import {
  approve as approveCommand,
  approveMany as approveManyCommand,
  notContinue as notContinueCommand,
  recommendByException as recommendByExceptionCommand,
  recommend as recommendCommand,
  refuseRecommendation as refuseRecommendationCommand,
  resume as resumeCommand,
  returnRecommendation as returnRecommendationCommand,
  strikeOut as strikeOutCommand,
  suspend as suspendCommand,
  withdraw as withdrawCommand,
} from "@/lib/stages/commands";

type Way = { personId: number; programmeId: number; toolId: number };

/** The page of the way, which says what was done. */
const saying = (done: string) => ({
  to: ({ personId, programmeId, toolId }: Way) =>
    `/desk/people/${personId}/ways/${programmeId}/${toolId}?done=${done}`,
  outOfDate: ["answeredAlready", "stale", "stoppedAlready"],
});

/** Recommends somebody for certification. */
export const recommend = action(recommendCommand, saying("recommended"));

/** Sends a recommendation back with a question. */
export const returnRecommendation = action(returnRecommendationCommand, saying("returned"));

/** Refuses a recommendation. */
export const refuseRecommendation = action(refuseRecommendationCommand, saying("refused"));

/** Approves a recommendation, of which the certification comes. */
export const approve = action(approveCommand, saying("approved"));

/** Recommends somebody of whom conditions are missing. */
export const recommendByException = action(recommendByExceptionCommand, saying("recommended"));

/** Ends a way. */
export const notContinue = action(notContinueCommand, saying("stopped"));

/** Interrupts a way. */
export const suspend = action(suspendCommand, saying("stopped"));

/** Takes a certification back. */
export const withdrawCertification = action(withdrawCommand, saying("stopped"));

/** Lets a way go on. */
export const resume = action(resumeCommand, saying("resumed"));

/** Strikes out an entry by mistake. */
export const strikeOut = action(strikeOutCommand, saying("struck"));

/** Strikes out a certification from before that is not to be confirmed. */
export const strikeBefore = action(strikeOutCommand, {
  to: () => "/desk/certifications",
  outOfDate: ["stale", "strikeApproval"],
});

/** Approves several recommendations; the page says how many, and how many were left out. */
export const approveMany = action(approveManyCommand, {
  to: ({ approved, done }) => `/desk/certifications?done=${approved}-${done.length - approved}`,
});
