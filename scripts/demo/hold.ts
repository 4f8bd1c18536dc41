import type { Viewer } from "../../lib/access/table";
import { enterScores } from "../../lib/assessments/commands";
import { scoresSchema } from "../../lib/assessments/schema";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { issueCertificates, revokeCertificate } from "../../lib/certificates/commands";
import { issueSchema, revocationSchema } from "../../lib/certificates/schema";
import { approve, recommendByException } from "../../lib/stages/commands";
import { approveSchema, exceptionSchema } from "../../lib/stages/schema";
import { tellEverybody } from "./admit";
import { chance } from "./people";
import { type Course, daysFromStart, step } from "./plan";
import { certificatesIn, lastEntry, type Session, seatsIn, timetableOf, wayOf } from "./read";
import { as, dayMs, done, hourMs, type Story } from "./story";

/** How somebody attended a session: one in ten misses every other one, so that the completion rule has something to say. */
function mark({ slug }: Course, number: number, nth: number) {
  if (number % 10 === 0 && nth % 2 === 0) return "absent";
  const roll = chance(`${slug}:${number}:session:${nth}`, 20);
  return roll === 0 ? "late" : roll === 1 ? "excused" : "present";
}

/** The roll of a session is taken at its end. */
function roll(course: Course, by: Viewer, session: Session, nth: number): void {
  const lateMinutes = Math.min(15, session.minutes - 5);
  const marks = seatsIn(course.id).map(({ id, number }) => [
    id,
    { state: mark(course, number, nth), lateMinutes },
  ]);
  const form = { sessionId: session.id, marks: Object.fromEntries(marks) };
  done(takeRoll(as(by, session.endInstant), rollSchema.parse(form)));
}

/** Somebody takes the rolls of a course, one after the other; of a course that runs, those of `sessions`. */
export function takeRolls(course: Course, by: Viewer, sessions = timetableOf(course.id)): void {
  for (const [nth, session] of sessions.entries()) roll(course, by, session, nth);
}

const lastEnd = (course: Course): number => timetableOf(course.id).at(-1)!.endInstant;

/** The coordinator enters what the tests and the micro-teaching of a training of trainers gave. */
function enterAll(course: Course, at: number): void {
  const scores = seatsIn(course.id).map(({ id: registrationId, number }) => {
    const points = (kind: string, from: number, to: number) =>
      from + chance(`${course.slug}:${number}:${kind}`, to - from);
    const score = {
      pre_test: points("pre", 35, 65),
      post_test: number % 8 === 4 ? 60 : points("post", 75, 99),
      micro_teaching: points("micro", 65, 95),
    };
    return { registrationId, score };
  });
  const form = { courseId: course.id, scores };
  done(enterScores(as(course.coordinator, at), scoresSchema.parse(form)));
}

/** A course is held from its first day to its last: it starts, the rolls are taken, scores entered, and it ends. */
export function hold(course: Course): void {
  const { coordinator } = course;
  step(course, coordinator, "open", "running", daysFromStart(course, 0));
  takeRolls(course, coordinator);
  if (course.kind === "tot") enterAll(course, lastEnd(course) + hourMs);
  step(course, coordinator, "running", "closed", lastEnd(course) + 2 * hourMs);
  tellEverybody(course, lastEnd(course) + 3 * hourMs);
}

/** When the certificates of a course were issued: ten days after its last session. */
export const issuedAt = (course: Course): number => lastEnd(course) + 10 * dayMs;

/** The coordinator issues the certificates to everybody who completed, and hands them over. */
export function issue(course: Course): void {
  const at = issuedAt(course);
  const form = issueSchema.parse({ courseId: String(course.id) });
  done(issueCertificates(as(course.coordinator, at), form));
  tellEverybody(course, at);
}

/** The coordinator takes one of these certificates back. */
export function revoke(course: Course, nth: number, reason: string, at: number): void {
  const certificateId = String(certificatesIn(course.id)[nth]!.id);
  done(revokeCertificate(as(course.coordinator, at), revocationSchema.parse({ certificateId, reason })));
  tellEverybody(course, at);
}

/** What a coordinator says of workshops that were held before anything was recorded. */
const practised = {
  ar: "ورش نُفّذت قبل أن تُسجَّل هنا، وحضرها البرنامج.",
  en: "Workshops that were held before they were recorded here, seen by the programme.",
  fr: "Ateliers tenus avant qu’ils soient enregistrés ici, vus par le programme.",
};

/**
 * The coordinator recommends one of those who completed as a trainer on the first tool of the course, and an administrator approves.
 * What they did as trainers is recorded nowhere, so it is by exception.
 */
export function certify({ staff }: Story, course: Course, nth: number, at: number): void {
  const { registrationId } = certificatesIn(course.id)[nth]!;
  const form = { ...wayOf(registrationId), words: practised[course.own] };
  done(recommendByException(as(course.coordinator, at), exceptionSchema.parse(form)));
  const { personId, modules, words } = form;
  const recommendationId = String(lastEntry(personId, "recommended"));
  done(approve(as(staff.amina, at), approveSchema.parse({ recommendationId, modules, words })));
  tellEverybody(course, at);
}
