import type { Context } from "../acts/context";
import { grantedByException } from "../stages/store/events";
import { type CertificateRow, certificateAndBefore } from "./store";

/**
 * True of a trainer certification that an approver granted though conditions were missing, and of all that goes on from it: as it
 * says itself, or, of one older than that, as what was decided of it and of those in whose place it stands.
 */
export const isByException = (
  cx: Context,
  { id, kind, facts }: Pick<CertificateRow, "id" | "kind" | "facts">,
): boolean =>
  kind === "trainer_certification" &&
  (facts.evidence?.exception ?? grantedByException(cx, certificateAndBefore(cx, id)));
