import type { LackingGate } from "../../db/values/certificates";
import type { Context } from "../acts/context";
import { peopleOfRegistrations } from "../registrations/store/roster";
import { leftUnmetAmong } from "../stages/leftNow";
import { decisionsOf } from "../stages/store/events";
import type { CertificateEvidence } from "./rules";
import { type CertificateRow, linesOf } from "./store";

type Paper = Pick<CertificateRow, "id" | "registrationId" | "kind" | "facts">;

/** These papers and those in whose place they stand, each with whose it is: nobody's paper takes the place of another's. */
function linesWithPeople(cx: Context, papers: readonly Paper[]) {
  if (papers.length === 0) return [];
  const people = peopleOfRegistrations(
    cx,
    papers.map(({ registrationId }) => registrationId),
  );
  const of = new Map(papers.map(({ id, registrationId }) => [id, people.get(registrationId)!]));
  return linesOf(
    cx,
    papers.map(({ id }) => id),
  ).map((line) => ({ ...line, personId: of.get(line.id)! }));
}

/** Those of these papers that are trainer certifications, with those in whose place they stand and what was decided of all of them. */
function readDecided(cx: Context, papers: readonly Paper[]) {
  const own = papers.filter(({ kind }) => kind === "trainer_certification");
  const lines = linesWithPeople(cx, own);
  return { own, lines, decisions: lines.length > 0 ? decisionsOf(cx, lines) : [] };
}
type Decided = ReturnType<typeof readDecided>;

/**
 * Those of these papers that are trainer certifications by exception, by their keys, each with what was not met where that is known:
 * an approver granted it though conditions were missing, or left it as it is though it misses them since something was struck out,
 * or it goes on from such a one. As they say themselves, or as what was decided of them and of those in whose place they stand.
 */
function exceptionsAmong(
  cx: Context,
  { own, lines, decisions }: Decided,
): ReadonlyMap<number, readonly LackingGate[] | null> {
  const saying = own.filter(({ facts }) => facts.evidence?.exception);
  const said = new Set(saying.map(({ id }) => id));
  const silent = lines.filter(({ id }) => !said.has(id));
  const granted = new Set(decisions.flatMap((one) => (one.exception ? one.certificateId : [])));
  const left = leftUnmetAmong(cx, silent);
  return new Map([
    ...silent.flatMap(({ id, before }) => (granted.has(before) ? [[id, null] as const] : [])),
    ...silent.flatMap(({ id, before }) => (left.has(before) ? [[id, left.get(before)!] as const] : [])),
    ...saying.map(({ id, facts }) => [id, facts.evidence?.lacking ?? null] as const),
  ]);
}

/**
 * The civil days on which the certifications on these papers were decided, by the key of the paper: of one that was issued anew
 * that of the newest before it that was decided of itself.
 */
function decidedDays({ lines, decisions }: Decided): ReadonlyMap<number, string> {
  const days = new Map(decisions.map(({ certificateId, day }) => [certificateId, day]));
  const inOrder = [...lines].sort((a, b) => a.before - b.before);
  return new Map(inOrder.flatMap(({ id, before }) => (days.has(before) ? [[id, days.get(before)!]] : [])));
}

/**
 * These papers as what was decided of them says: whether each is by exception, with what was not met then, where that is known;
 * and on which civil day it was decided, where the paper is of a later one as it was issued anew, else null.
 */
export function asDecided<Row extends Paper & { issuedOn: string }>(
  cx: Context,
  papers: readonly Row[],
): (Row & { byException: boolean; decidedOn: string | null })[] {
  const decided = readDecided(cx, papers);
  const excepted = exceptionsAmong(cx, decided);
  const days = decidedDays(decided);
  return papers.map((paper) => {
    const { evidence } = paper.facts;
    const lacking = excepted.get(paper.id);
    const day = days.get(paper.id) ?? paper.issuedOn;
    return {
      ...paper,
      byException: excepted.has(paper.id),
      decidedOn: day < paper.issuedOn ? day : null,
      facts: evidence && lacking ? { ...paper.facts, evidence: { ...evidence, lacking } } : paper.facts,
    };
  });
}

/** On what a certification rests that goes on from another one: what was by exception once stays so, with what was not met then. */
export function goingOn(cx: Context, evidence: CertificateEvidence, old: Paper): CertificateEvidence {
  const excepted = evidence.exception ? new Map() : exceptionsAmong(cx, readDecided(cx, [old]));
  if (!excepted.has(old.id)) return evidence;
  const lacking = excepted.get(old.id);
  return { ...evidence, exception: true, ...(lacking ? { lacking } : {}) };
}
