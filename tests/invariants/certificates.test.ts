import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visitor } from "../../lib/access/table";
import { verifyCertificate as verify } from "../../lib/certificates/commands";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { certificateDocument, completionOf } from "../support/asked";
import {
  type Certificate,
  type Course,
  coursesToCertifyBySteps,
  type Step,
  stepKinds,
} from "../support/certificateSteps";
import { freshDatabase } from "../support/database";
import { runs } from "../support/runs";
import { world } from "../support/world";

freshDatabase();
const w = world();
const taught = coursesToCertifyBySteps(w);

const sequences = fc.array(fc.tuple(fc.constantFrom(...stepKinds), fc.nat(2)), {
  minLength: 4,
  maxLength: 24,
});
type Check = (course: Course, before: Certificate[]) => void;

/** Does one step after another to a course of its own, and checks after each. */
async function walk(steps: readonly Step[], checks: readonly Check[]) {
  const course = await taught();
  for (const next of steps) {
    const before = course.all();
    course.take(next);
    for (const check of checks) check(course, before);
  }
}

/** That something holds after every step of any sequence; the examples are tried first. */
const holds = (checks: readonly Check[], ...examples: Step[][]) =>
  fc.assert(
    fc.asyncProperty(sequences, (steps) => walk(steps, checks)),
    { examples: examples.map((steps) => [steps]), numRuns: runs(6) + examples.length },
  );

/** What looks at a course and does nothing to it: each at its own examples, and all of them at the same sequences. */
const looks: Check[] = [];
const looked = (title: string, check: Check, ...examples: Step[][]) => {
  looks.push(check);
  it(title, async () => {
    for (const steps of examples) await walk(steps, [check]);
  });
};

const issued: Step[] = [
  ["end", 0],
  ["issue", 0],
];

describe("certificates, whatever is done to rolls, scores, certificates and the course", () => {
  looked(
    "never go to somebody whose certificate was revoked until somebody allows it, nor is that urged",
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

  looked(
    "stand on the rule, or are to be decided on, or were kept with a reason and nothing changed since",
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

  it("give rise to no other while they are to be decided on", async () => {
    await holds(
      [
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
      ],
      [...issued, ["certify", 1], ["revoke", 1]],
      [...issued, ["absent", 0]],
    );
  });

  looked(
    "cannot be certified as a trainer on a participation that the rule no longer gives",
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

  looked(
    "verify as what they are, one standing of each kind at most",
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

  looked(
    "are never to be had unmarked where they do not count, and by their person only once they were valid",
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

  it("do all of this in any order of steps", async () => {
    await holds(looks);
  });
});
