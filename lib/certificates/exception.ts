import type { Context } from "../acts/context";
import { grantedByException } from "../stages/store/events";
import type { CertificateEvidence } from "./rules";
import { type CertificateRow, linesOf } from "./store";

type Paper = Pick<CertificateRow, "id" | "kind" | "facts">;

/**
 * The keys of those of these papers that are trainer certifications which an approver granted though conditions were missing, or
 * go on from one: as they say themselves, or, where they are older than that, as what was decided of them and of those in whose
 * place they stand.
 */
export function byExceptionAmong(cx: Context, papers: readonly Paper[]): ReadonlySet<number> {
  const own = papers.filter(({ kind }) => kind === "trainer_certification");
  const silent = own.flatMap(({ id, facts }) => (facts.evidence?.exception === undefined ? id : []));
  const lines = silent.length > 0 ? linesOf(cx, silent) : [];
  const granted =
    lines.length > 0
      ? grantedByException(
          cx,
          lines.map(({ before }) => before),
        )
      : new Set();
  return new Set([
    ...own.flatMap(({ id, facts }) => (facts.evidence?.exception ? id : [])),
    ...lines.flatMap(({ id, before }) => (granted.has(before) ? id : [])),
  ]);
}

/** True where one of them is. */
export const isByException = (cx: Context, paper: Paper): boolean =>
  byExceptionAmong(cx, [paper]).has(paper.id);

/** On what a certification rests that goes on from another one: what was by exception once stays so, with what was not met then. */
export function goingOn(cx: Context, evidence: CertificateEvidence, old: Paper): CertificateEvidence {
  if (evidence.exception || !isByException(cx, old)) return evidence;
  const lacking = old.facts.evidence?.lacking;
  return { ...evidence, exception: true, ...(lacking ? { lacking } : {}) };
}
