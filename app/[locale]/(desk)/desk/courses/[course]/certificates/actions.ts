"use server";

import { action } from "@/app/_server/action";
import {
  certifyTrainer as certifyCommand,
  issueCertificates as issueCommand,
  reissueCertificate as reissueCommand,
  revokeCertificate as revokeCommand,
} from "@/lib/certificates/commands";
import { certifySchema, issueSchema, revocationSchema } from "@/lib/certificates/schema";

/** Certificates for everyone who completed the course. */
export const issueCertificates = action("certificates.issue", issueSchema, issueCommand);

/** A trainer certification for one person. */
export const certifyTrainer = action("certificates.issue", certifySchema, certifyCommand);

/** Takes a certificate back. */
export const revokeCertificate = action("certificates.issue", revocationSchema, revokeCommand);

/** Takes a certificate back and puts another in its place. */
export const reissueCertificate = action("certificates.issue", revocationSchema, reissueCommand);
