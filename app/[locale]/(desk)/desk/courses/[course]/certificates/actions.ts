"use server";

import { action } from "@/app/_actions/action";
import {
  allowAgain as allowCommand,
  certifyTrainer as certifyCommand,
  issueCertificates as issueCommand,
  keepCertificate as keepCommand,
  prepareCertificates as prepareCommand,
  reissueCertificate as reissueCommand,
  revokeCertificate as revokeCommand,
} from "@/lib/certificates/commands";

/** Certificates for everyone who completed the course. */
export const issueCertificates = action(issueCommand, { outOfDate: ["batchChanged"] });

/** Sheets for the closing. */
export const prepareCertificates = action(prepareCommand);

/** A trainer certification for one person. */
export const certifyTrainer = action(certifyCommand);

/** Takes a certificate back. */
export const revokeCertificate = action(revokeCommand);

/** Takes a certificate back and puts another in its place. */
export const reissueCertificate = action(reissueCommand);

/** Keeps a certificate whose rule is no longer met, or whose hours are others now. */
export const keepCertificate = action(keepCommand);

/** Lets somebody whose certificate was taken back have one again. */
export const allowAgain = action(allowCommand);
