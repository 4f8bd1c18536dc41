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
    { examples: examples.map((steps) => [steps]), numRuns: runs(6) + examples.length },
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
