import { and, eq } from "drizzle-orm";
import { read } from "../../db/client";
import { assessments, attendance, certificates, registrations, sessions } from "../../db/schema";
import { enterScores } from "../../lib/assessments/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import {
  allowAgain,
  issueCertificates,
  keepCertificate,
  prepareCertificates,
  reissueCertificate,
  revokeCertificate,
} from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { addDays } from "../../lib/time/civil";
import { instantOf } from "../../lib/time/zone";
import { as } from "./as";
import { completionOf } from "./asked";
import { certifyAtOnce } from "./certify";
import { posted } from "./posted";
import { scoresUpon } from "./scores";
import { ended, opened, registered, value, type World } from "./world";

/** What may be done to a course, to one of its three people, in whatever order. */
export const stepKinds = [
  "present",
  "late",
  "absent",
  "pass",
  "fail",
  "noScore",
  "issue",
  "certify",
  "revoke",
  "revokeCertification",
  "reissue",
  "reissueCertification",
  "allowAgain",
  "allowCertificationAgain",
  "keep",
  "keepCertification",
  "prepare",
  "end",
  "reopen",
] as const;
/** A step, and with whom of the three. */
export type Step = [(typeof stepKinds)[number], number];
export type Certificate = typeof certificates.$inferSelect;

export const reason = "Stated here";

/** Makes courses to which steps are done. */
export function coursesToCertifyBySteps(w: World) {
  const by = w.coordinator;
  let courses = 0;

  /** A training of trainers in its last evening, at which everybody was present and passed the test. */
  async function taught() {
    const startsOn = addDays("2027-02-07", 14 * courses++);
    const endsOn = addDays(startsOn, 4);
    const course = opened(w, { kind: "tot", startsOn, endsOn, minPostTest: "70" });
    for (const name of ["Amal", "Badr", "Chadi"]) value(await registered(course.slug, { name }));
    const { courseId } = course;
    const people = read().select().from(registrations).where(eq(registrations.courseId, courseId)).all();
    const blocks = read().select().from(sessions).where(eq(sessions.courseId, courseId)).all();
    value(
      setCourseState(as(w.coordinator, blocks[0]!.startInstant), {
        courseId,
        from: "open",
        to: "running",
        reason: null,
      }),
    );
    let at = instantOf(endsOn, "21:00", "Asia/Amman");
    const mark = (registrationId: number, state: string, of = blocks) => {
      for (const block of of)
        value(
          takeRoll(
            as(w.trainer, at),
            rollSchema.parse(
              posted({
                sessionId: String(block.id),
                [`marks.${registrationId}.state`]: state,
                reason: "Corrected from the paper",
              }),
            ),
          ),
        );
    };
    const score = (registrationId: number, points: number | null) =>
      value(
        enterScores(as(w.trainer, at), {
          courseId,
          reason: null,
          scores: scoresUpon([{ registrationId, kind: "post_test", score: points }]),
        }),
      );
    for (const { id } of people) {
      mark(id, "present");
      score(id, 90);
    }

    const all = (): Certificate[] =>
      read()
        .select({ certificate: certificates })
        .from(certificates)
        .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
        .where(eq(registrations.courseId, courseId))
        .all()
        .map((row) => row.certificate);
    /** Became valid and was not taken back. */
    const standing = () => all().filter((c) => c.revokedAt === null && c.validFrom !== null);
    const last = (registrationId: number, kind: Certificate["kind"]) =>
      standing().findLast((c) => c.registrationId === registrationId && c.kind === kind)?.id ?? 0;
    const minutesOf = (registrationId: number) =>
      read()
        .select({ minutes: attendance.minutes })
        .from(attendance)
        .where(eq(attendance.registrationId, registrationId))
        .all()
        .reduce((sum, entry) => sum + entry.minutes, 0);
    const planned = blocks.reduce((sum, block) => sum + block.minutes, 0);
    const passed = (registrationId: number) =>
      (read()
        .select({ score: assessments.score })
        .from(assessments)
        .where(and(eq(assessments.registrationId, registrationId), eq(assessments.kind, "post_test")))
        .get()?.score ?? 0) >= 70;
    /** Whether the roll and the test, as they are now, give a certificate; reckoned here by itself. */
    const meetsRule = (registrationId: number) =>
      minutesOf(registrationId) * 100 >= 80 * planned && passed(registrationId);
    const listed = () =>
      new Set(completionOf(as(w.coordinator), courseId)!.ruleLost?.map((d) => d.certificate.id));
    /** What a decision about a certificate of this person looks at. */
    const ground = (registrationId: number, kind: Certificate["kind"]) => {
      const participation = last(registrationId, "participation");
      const seen = [minutesOf(registrationId), passed(registrationId)];
      return JSON.stringify(
        kind === "participation" ? seen : [...seen, participation > 0, listed().has(participation)],
      );
    };

    /** Whose participation was revoked and not allowed again since. */
    const barred = new Set<number>();
    /** Certificates that somebody decided to keep, with what they looked at. */
    const kept = new Map<number, string>();
    const keep = (certificateId: number, registrationId: number, kind: Certificate["kind"]) => {
      const done = keepCertificate(as(by, at), { certificateId, reason });
      if (done.ok) kept.set(certificateId, ground(registrationId, kind));
      return done;
    };
    const reissue = (certificateId: number, registrationId: number, kind: Certificate["kind"]) => {
      const done = reissueCertificate(as(by, at), { certificateId, reason });
      const decision = kept.get(certificateId);
      if (done.ok && decision) kept.set(last(registrationId, kind), decision);
      return done;
    };
    const take = ([kind, who]: Step) => {
      at += 60_000;
      const registrationId = people[who]!.id;
      const participation = last(registrationId, "participation");
      const certification = last(registrationId, "trainer_certification");
      switch (kind) {
        case "present":
        case "absent":
          return mark(registrationId, kind);
        case "late":
          return mark(registrationId, kind, blocks.slice(0, 1));
        case "pass":
          return score(registrationId, 90);
        case "fail":
          return score(registrationId, 40);
        case "noScore":
          return score(registrationId, null);
        case "issue":
          return issueCertificates(as(by, at), { courseId });
        case "prepare":
          return prepareCertificates(as(by, at), { courseId });
        case "certify":
          return certifyAtOnce(by, at, registrationId);
        case "revoke": {
          const done = revokeCertificate(as(by, at), { certificateId: participation, reason });
          if (done.ok) barred.add(registrationId);
          return done;
        }
        case "revokeCertification":
          return revokeCertificate(as(by, at), { certificateId: certification, reason });
        case "reissue":
          return reissue(participation, registrationId, "participation");
        case "reissueCertification":
          return reissue(certification, registrationId, "trainer_certification");
        case "allowAgain": {
          const done = allowAgain(as(by, at), { certificateId: participation, reason });
          if (done.ok) barred.delete(registrationId);
          return done;
        }
        case "allowCertificationAgain":
          return allowAgain(as(by, at), { certificateId: certification, reason });
        case "keep":
          return keep(participation, registrationId, "participation");
        case "keepCertification":
          return keep(certification, registrationId, "trainer_certification");
        case "end":
          return ended(by, courseId, at);
        case "reopen":
          return setCourseState(as(by, at), { courseId, from: "closed", to: "running", reason: null });
      }
    };
    return {
      courseId,
      people,
      all,
      standing,
      last,
      meetsRule,
      listed,
      ground,
      barred,
      kept,
      take,
      now: () => at,
    };
  }

  return taught;
}
export type Course = Awaited<ReturnType<ReturnType<typeof coursesToCertifyBySteps>>>;
