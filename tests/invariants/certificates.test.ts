import { and, eq } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { assessments, attendance, certificates, registrations, sessions } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { enterScores } from "../../lib/assessments/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import {
  allowAgain,
  certifyTrainer,
  issueCertificates,
  keepCertificate,
  prepareCertificates,
  reissueCertificate,
  revokeCertificate,
  verifyCertificate as verify,
} from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { addDays } from "../../lib/time/civil";
import { dayAt, instantOf } from "../../lib/time/zone";
import { as } from "../support/as";
import { certificateDocument, completionOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { ended, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();

/** What may be done to a course, to one of its three people, in whatever order. */
const stepKinds = [
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
type Step = [(typeof stepKinds)[number], number];
type Certificate = typeof certificates.$inferSelect;

const by = w.coordinator;
const reason = "Stated here";
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
        scores: [{ registrationId, kind: "post_test", score: points }],
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
        return certifyTrainer(as(by, at), { courseId, registrationId, recommendedBy: "An expert" });
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
        const done = allowAgain(as(by, at), { courseId, registrationId, reason });
        if (done.ok) barred.delete(registrationId);
        return done;
      }
      case "allowCertificationAgain":
        return allowAgain(as(by, at), { courseId, registrationId, kind: "trainer_certification", reason });
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
type Course = Awaited<ReturnType<typeof taught>>;

/** That something holds after every step of any sequence; the examples are tried first. */
async function holds(check: (course: Course, before: Certificate[]) => void, ...examples: Step[][]) {
  const step = fc.tuple(fc.constantFrom(...stepKinds), fc.nat(2));
  const sequences = fc.array(step, { minLength: 4, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const course = await taught();
      for (const next of steps) {
        const before = course.all();
        course.take(next);
        check(course, before);
      }
    }),
    { examples: examples.map((steps) => [steps]), numRuns: 12 + examples.length },
  );
}

const issued: Step[] = [
  ["end", 0],
  ["issue", 0],
];

describe("certificates, whatever is done to rolls, scores, certificates and the course", () => {
  it("never go to somebody whose certificate was revoked until somebody allows it, nor is that urged", async () => {
    await holds(
      ({ courseId, all, barred }, before) => {
        const known = new Set(before.map((c) => c.id));
        const fresh = all().filter((c) => !known.has(c.id) && c.kind === "participation");
        expect(fresh.filter((c) => barred.has(c.registrationId))).toEqual([]);
        const { ready } = completionOf(as(w.coordinator), courseId)!;
        expect(ready.filter((p) => barred.has(p.registrationId))).toEqual([]);
      },
      [...issued, ["revoke", 0], ["issue", 0]],
      [...issued, ["reissue", 1], ["revoke", 1], ["issue", 0]],
      [...issued, ["revoke", 0], ["revoke", 1], ["revoke", 2], ["reopen", 0], ["prepare", 0], ["end", 0]],
    );
  });

  it("stand on the rule, or are to be decided on, or were kept with a reason and nothing changed since", async () => {
    await holds(
      (course) => {
        const listed = course.listed();
        const keptAsItIs = (id: number, registrationId: number, kind: Certificate["kind"]) =>
          course.kept.get(id) === course.ground(registrationId, kind);
        for (const { id, registrationId, kind } of course.standing()) {
          const participation = course.last(registrationId, "participation");
          const grounded = participation > 0 && course.meetsRule(registrationId);
          const decided =
            keptAsItIs(id, registrationId, kind) ||
            (participation > 0 && keptAsItIs(participation, registrationId, "participation"));
          expect({ id, listed: listed.has(id) }).toEqual({ id, listed: !grounded && !decided });
        }
      },
      [...issued, ["absent", 0]],
      [...issued, ["fail", 1], ["keep", 1], ["absent", 1]],
      [...issued, ["certify", 0], ["revoke", 0], ["keepCertification", 0]],
      [...issued, ["certify", 0], ["noScore", 0], ["keep", 0], ["reissue", 0]],
    );
  });

  it("give rise to no other while they are to be decided on", async () => {
    await holds(
      ({ all, take, last, people, meetsRule, kept, ground }) => {
        const before = all();
        for (const [who, { id }] of people.entries()) {
          const decided = (kind: Certificate["kind"]) => kept.get(last(id, kind)) === ground(id, kind);
          const participation = last(id, "participation");
          const doubtful = participation > 0 && !meetsRule(id) && !decided("participation");
          const certified = last(id, "trainer_certification") > 0;
          const restsOnNothing = certified && (participation === 0 || doubtful);
          if (doubtful) take(["reissue", who]);
          if (doubtful) take(["certify", who]);
          if (restsOnNothing && !decided("trainer_certification")) take(["reissueCertification", who]);
        }
        const known = new Set(before.map((c) => c.id));
        expect(all().filter((c) => !known.has(c.id))).toEqual([]);
      },
      [...issued, ["certify", 1], ["revoke", 1]],
      [...issued, ["absent", 0]],
    );
  });

  it("cannot be certified as a trainer on a participation that the rule no longer gives", async () => {
    await holds(
      ({ all, meetsRule, kept }, before) => {
        const known = new Set(before.map((c) => c.id));
        for (const c of all())
          if (c.kind === "trainer_certification" && !known.has(c.id) && c.revokedAt === null) {
            const participation = before.find(
              (other) =>
                other.registrationId === c.registrationId &&
                other.kind === "participation" &&
                other.revokedAt === null,
            );
            const replaces = before.some((other) => other.id === c.replacesId);
            expect(meetsRule(c.registrationId) || kept.has(participation?.id ?? 0) || replaces).toBe(true);
          }
      },
      [...issued, ["absent", 0], ["certify", 0]],
      [...issued, ["noScore", 2], ["certify", 2]],
    );
  });

  it("verify as what they are, one standing of each kind at most", async () => {
    await holds(
      ({ all, standing, now }) => {
        const rows = all();
        for (const row of rows) {
          const next = rows.find((other) => other.replacesId === row.id);
          const worth = row.voidedAt
            ? "void"
            : row.revokedAt
              ? next
                ? "replaced"
                : "revoked"
              : row.validFrom === null
                ? "prepared"
                : "valid";
          expect(verify(as(visitor, now()), row.serial, "somewhere")).toMatchObject({
            answer: worth,
            ...(next ? { replacedBy: next.serial } : {}),
          });
        }
        const keys = standing().map((c) => `${c.registrationId} ${c.kind}`);
        expect(new Set(keys).size).toBe(keys.length);
      },
      [...issued, ["reissue", 0]],
      [...issued, ["reissue", 0], ["reissue", 0], ["revoke", 0]],
      [
        ["prepare", 0],
        ["absent", 0],
        ["prepare", 0],
        ["fail", 1],
        ["end", 0],
      ],
    );
  });

  it("are never to be had unmarked where they do not count, and by their person only once they were valid", async () => {
    await holds(
      ({ all, people }) => {
        for (const row of all()) {
          const document = certificateDocument(as(w.coordinator), row.serial, null);
          const on = (instant: number) => dayAt(instant, "Asia/Amman");
          const mark = row.voidedAt
            ? { kind: "void", on: on(row.voidedAt) }
            : row.revokedAt
              ? { on: on(row.revokedAt) }
              : null;
          if (mark) expect(document).toMatchObject({ mark });
          else expect(document?.mark ?? null).toBeNull();
          const { token } = people.find((p) => p.id === row.registrationId)!;
          const own = certificateDocument(as(visitor), row.serial, token);
          expect(own === null).toBe(row.validFrom === null);
        }
      },
      [...issued, ["revoke", 0]],
      [...issued, ["reissue", 0]],
      [
        ["prepare", 0],
        ["fail", 0],
        ["end", 0],
      ],
    );
  });
});
