import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { courseRecords } from "../../attendance/queries";
import { exceptionsIn } from "../../audit/store";
import { unmetConditions } from "../../completion/rules";
import { hasEnded } from "../../courses/rules/ended";
import { printableName } from "../../documents/coverage";
import { registeredPeople } from "../../registrations/store/roster";
import { type Decided, judge, lastOf, type Somebody } from "../judge";
import { stands } from "../rules";
import { type Ground, lacksForParticipation } from "../rules/lacks";
import { atBest } from "../rules/preparing";
import { type Document, documentsIn } from "../store";
import { withSuspension } from "../suspended";

/** A course handed out for something that who has which certificate must be known for. */
type Course = GrantedCourse<
  "certificates.read" | "certificates.sheets.read" | "certificates.issue" | "course.run"
>;

/** Of stated reasons, those about certificates, by their short names. */
const shortOf = {
  "certificate.early": "early",
  "certificate.again": "again",
  "certificate.keep": "keep",
} as const;
const decisionKinds = Object.keys(shortOf) as (keyof typeof shortOf)[];

type Decision = ReturnType<typeof exceptionsIn<(typeof decisionKinds)[number]>>[number];

/** The last decision to keep each certificate, by its key. */
const keptBy = (decisions: readonly Decision[]) =>
  new Map(
    decisions.flatMap((d) =>
      d.kind === "certificate.keep" && d.certificateId !== null ? [[d.certificateId, d] as const] : [],
    ),
  );

const decided = (decisions: readonly Decision[]): Decided => ({
  kept: new Map([...keptBy(decisions)].map(([id, { ground }]) => [id, ground])),
  again: new Set(decisions.flatMap((d) => (d.kind === "certificate.again" ? (d.certificateId ?? []) : []))),
});

/** Everyone of a course who holds a place or has a certificate, with all that decides on their certificates. */
function peopleOf(cx: Context, course: Course, decisions: readonly Decision[]) {
  const records = courseRecords(cx, course);
  const documents = new Map<number, Document[]>();
  for (const document of withSuspension(cx, documentsIn(cx, course.id))) {
    const own = documents.get(document.registrationId);
    if (own) own.push(document);
    else documents.set(document.registrationId, [document]);
  }
  const made = decided(decisions);
  const judged = <Person extends Omit<Somebody, "certificates">>(person: Person, ground: Ground) => {
    const certificates = documents.get(person.registrationId) ?? [];
    return {
      ...judge({ ...person, certificates }, ground, made),
      printable: printableName(person) !== null,
    };
  };
  const everyone = records.people.map((person) => {
    const unmet = unmetConditions(course, person.plannedMinutes, person);
    // Until a course is over whoever belongs to it can still come.
    const best = atBest(person, hasEnded(course) ? 0 : person.openMinutes);
    const unmetAtBest = unmetConditions(course, person.plannedMinutes, best);
    return {
      ...judged(person, { state: person.state, minutes: person.minutes, unmet }),
      unmet,
      minutesAtBest: best.minutes,
      canPass: lacksForParticipation({ ...best, unmet: unmetAtBest }).length === 0,
    };
  });
  const there = new Set(everyone.map((person) => person.registrationId));
  const gone = registeredPeople(
    cx,
    [...documents.keys()].filter((id) => !there.has(id)),
  ).map((person) => ({
    ...judged(person, { state: person.state, minutes: 0, unmet: [] }),
    minutes: null,
  }));
  const { plannedMinutes, rollsMissing, minutesToCome } = records;
  return { plannedMinutes, rollsMissing, minutesToCome, everyone, gone };
}

/**
 * How a course stands with its certificates.
 * - `ready`: meets the rule, has none and may be issued one; `notYet`: does not, and why.
 * - `takenBack`: revoked without another in its place, and nobody has allowed a new one.
 * - `ruleLost`, `hoursDiffer`: certificates that stand and are to be decided on.
 * - `toPrepare`: who will have one if they come to what is left; `prepared`: sheets made for the closing;
 *   `notToHandOut`: sheets that never became valid.
 * - `issued`: people whose participation stands, `withStanding`: those with a certificate of any kind that does;
 *   `toMend`: people whose name cannot be printed.
 * - `rollsMissing`, `minutesToCome`: sessions that are over without their attendance, and what is still to be held.
 */
export function completionOf(cx: Context, course: Course) {
  const decisions = exceptionsIn(cx, course.id, decisionKinds);
  const { everyone, gone, ...ofCourse } = peopleOf(cx, course, decisions);
  const known = [...everyone, ...gone];
  const doubts = known.flatMap((p) => p.doubts);
  const waiting = everyone.filter((p) => p.mayHave && !p.prepared);
  return {
    ...ofCourse,
    everyone,
    known,
    /** The last decision to keep each certificate, by its key. */
    kept: keptBy(decisions),
    ready: waiting.filter((p) => p.lacks.length === 0 && p.printable),
    notYet: everyone.filter((p) => p.mayHave && p.lacks.length > 0),
    takenBack: known.flatMap((p) => p.takenBack.map((certificate) => ({ person: p, certificate }))),
    ruleLost: doubts.filter((d) => d.lacks.length > 0),
    hoursDiffer: doubts.filter((d) => d.lacks.length === 0),
    toPrepare: everyone.filter((p) => p.mayHave && p.canPass && p.printable),
    prepared: known.flatMap((p) => (p.prepared ? [{ person: p, certificate: p.prepared }] : [])),
    notToHandOut: known.flatMap((p) =>
      p.certificates
        .filter((c) => c.voidedAt)
        .map((certificate) => ({
          person: p,
          certificate,
          /** Whether another sheet or certificate came in its place. */
          anew: lastOf(p.certificates, certificate.kind) !== undefined,
        })),
    ),
    issued: known.filter((p) => p.certified),
    withStanding: known.filter((p) => p.certificates.some(stands)),
    toMend: everyone.filter((p) => !p.printable && p.state !== "no_show"),
    reasons: decisions.map(({ kind, ...d }) => ({ ...d, kind: shortOf[kind] })),
  };
}
export type Completion = ReturnType<typeof completionOf>;
export type CompletionPerson = Completion["known"][number];
