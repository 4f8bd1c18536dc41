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
import {
  allowAgainSchema,
  certifySchema,
  issueSchema,
  keepSchema,
  prepareSchema,
  revocationSchema,
} from "@/lib/certificates/schema";

/** Certificates for everyone who completed the course. */
export const issueCertificates = action("certificates.issue", issueSchema, issueCommand);

/** Sheets for the closing. */
export const prepareCertificates = action("certificates.issue", prepareSchema, prepareCommand);

/** A trainer certification for one person. */
export const certifyTrainer = action("certificates.issue", certifySchema, certifyCommand);

/** Takes a certificate back. */
export const revokeCertificate = action("certificates.issue", revocationSchema, revokeCommand);

/** Takes a certificate back and puts another in its place. */
export const reissueCertificate = action("certificates.issue", revocationSchema, reissueCommand);

/** Keeps a certificate whose rule is no longer met, or whose hours are others now. */
export const keepCertificate = action("certificates.issue", keepSchema, keepCommand);

/** Lets somebody whose certificate was taken back have one again. */
export const allowAgain = action("certificates.issue", allowAgainSchema, allowCommand);
