"use server";

import { action } from "@/app/_actions/action";
import { keysSaid } from "@/app/_actions/keysSaid";
import {
  approve as approveCommand,
  approveMany as approveManyCommand,
  leaveCertified as leaveCertifiedCommand,
  notContinue as notContinueCommand,
  recommendByException as recommendByExceptionCommand,
  recommend as recommendCommand,
  refuseRecommendation as refuseRecommendationCommand,
  resume as resumeCommand,
  returnRecommendation as returnRecommendationCommand,
  strikeOut as strikeOutCommand,
  suspend as suspendCommand,
  takeUnsigned as takeUnsignedCommand,
  withdraw as withdrawCommand,
} from "@/lib/stages/commands";

type Way = { personId: number; programmeId: number; toolId: number };

/** Faults of what was decided, answered or struck out meanwhile, or pressed twice: its form may not be there any more. */
const overtaken = [
  ...["answeredAlready", "stale", "stoppedAlready", "recommendedAlready"],
  ...["wayStopped", "strikeApproval", "undoOvertaken"],
];

const wayPage = ({ personId, programmeId, toolId }: Way, done: string) =>
  `/desk/people/${personId}/ways/${programmeId}/${toolId}?done=${done}`;

/** The page of the way, which says what was done, or that it was answered or changed meanwhile. */
const saying = (done: string) => ({
  to: (way: Way) => wayPage(way, done),
  toAfterFault: ({ code }: { code: string }, said: Record<string, unknown>) => {
    const way = overtaken.includes(code) ? keysSaid(said, "personId", "programmeId", "toolId") : null;
    return way && wayPage(way, "changed");
  },
  showsTyped: true as const,
  outOfDate: overtaken,
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

/** Takes an observation without the signature of whoever was observed. */
export const takeUnsigned = action(takeUnsignedCommand, saying("taken"));

/** Leaves a certification as it is though something on which it rests was struck out. */
export const leaveCertified = action(leaveCertifiedCommand, saying("left"));

/** Strikes out a certification from before that is not to be confirmed. */
export const strikeBefore = action(strikeOutCommand, {
  to: () => "/desk/certifications",
  toAfterFault: ({ code }) =>
    ["stale", "strikeApproval"].includes(code) ? "/desk/certifications?done=changed" : null,
  showsTyped: true,
});

/** Approves several recommendations; the page says whom that certified, and who was left as they are and why. */
export const approveMany = action(approveManyCommand, {
  to: ({ done }) => {
    const keys = (approved: boolean) =>
      done
        .filter(({ fault }) => (fault === null) === approved)
        .map(({ recommendationId }) => recommendationId)
        .join(",");
    return `/desk/certifications?approved=${keys(true)}&left=${keys(false)}`;
  },
});
