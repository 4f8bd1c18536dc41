"use server";

import { action } from "@/app/_actions/action";
import { keysSaid } from "@/app/_actions/keysSaid";
import {
  allowAgain as allowCommand,
  issueCertificates as issueCommand,
  keepCertificate as keepCommand,
  prepareCertificates as prepareCommand,
  reissueCertificate as reissueCommand,
  revokeCertificate as revokeCommand,
} from "@/lib/certificates/commands";
import type { Did } from "./Done";

type Which = { courseId: number; certificateId: number };

const pageOf = ({ courseId, certificateId }: Which, did: Did) =>
  `/desk/courses/${courseId}/certificates?certificate=${certificateId}&did=${did}`;

/** Faults of what somebody did to the certificate meanwhile: its form is not there any more. */
const overtaken = ["alreadyRevoked", "neverValid", "notTakenBack", "nothingToDecide", "ruleLost"];

/** The page of the certificate of which something was done, which says so, or what somebody else did to it meanwhile. */
const saying = (did: Did) => ({
  to: (which: Which) => pageOf(which, did),
  toAfterFault: ({ code }: { code: string }, said: Record<string, unknown>) => {
    const which = overtaken.includes(code) ? keysSaid(said, "courseId", "certificateId") : null;
    return which && pageOf(which, "meanwhile");
  },
});

/** Certificates for everyone who completed the course; the page shows the one where it is one. */
export const issueCertificates = action(issueCommand, {
  outOfDate: ["batchChanged"],
  to: ({ courseId, certificateId, leftOut }) =>
    certificateId === null || leftOut.length > 0 ? null : saying("issued").to({ courseId, certificateId }),
});

/** Sheets for the closing. */
export const prepareCertificates = action(prepareCommand);

/** Takes a certificate back. */
export const revokeCertificate = action(revokeCommand, saying("revoked"));

/** Takes a certificate back and puts another in its place. */
export const reissueCertificate = action(reissueCommand, saying("reissued"));

/** Keeps a certificate whose rule is no longer met, or whose hours are others now. */
export const keepCertificate = action(keepCommand, saying("kept"));

/** Lets somebody whose certificate was taken back have one again. */
export const allowAgain = action(allowCommand, saying("allowed"));
