import type { CertificateKind } from "../../db/values/certificates";
import type { Locale } from "../../db/values/languages";

/** A certificate with every word ready, in one language. */
export type CertificatePage = {
  kind: CertificateKind;
  language: Locale;
  title: string;
  issuer: string;
  intro: string;
  name: string;
  latinName: string | null;
  sentence: string;
  /** Heads of the scope table of a trainer certification: tool, modules, version. */
  heads: string[];
  /** Modules begin with their code and a space; where there is no room for more, the code stands alone. */
  tools: { name: string; version: string; modules: string[] }[];
  details: { label: string; value: string }[];
  signatories: { name: string; role: string }[];
  serialLabel: string;
  serial: string;
  verifyLabel: string;
  verifyUrl: string;
  /** Said of demonstration data, or null. */
  fictional: string | null;
  /** Why the certificate no longer counts, printed across the page, or null. */
  mark: string | null;
};
