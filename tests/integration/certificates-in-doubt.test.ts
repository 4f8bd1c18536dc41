import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "../../db/client";
import { courses, exceptions, registrations } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { enterScores } from "../../lib/assessments/commands";
import {
  allowAgain,
  issueCertificates,
  keepCertificate,
  reissueCertificate,
  revokeCertificate,
  verifyCertificate as verify,
} from "../../lib/certificates/commands";
import { as } from "../support/as";
import { doubtsOf } from "../support/asked";
import { coursesToCertify, reason } from "../support/certified";
import { certifyAtOnce, serialOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { scoresUpon } from "../support/scores";
import { transact } from "../support/transact";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);

describe("what was revoked", () => {
  it("stays so until somebody allows another with a reason, each time anew", async () => {
    const { courseId, evening, all, completion } = await issued();
    const issue = () => value(issueCertificates(as(w.coordinator, evening), { courseId })).issued;
    const [first] = all();
    const allow = (by = w.coordinator) => allowAgain(as(by, evening), { certificateId: first!.id, reason });
    expect(fault(allow()).code).toBe("notTakenBack");
    value(
      revokeCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason: "Somebody else" }),
    );
    expect(completion().takenBack.map((t) => t.certificate.revocationReason)).toEqual(["Somebody else"]);
    expect(completion().ready).toEqual([]);
    expect(completion().notYet).toEqual([]);
    expect(issue()).toBe(0);
    const awaits = () => todayFor(as(w.coordinator, evening), "2027-04-01").awaits;
    expect(awaits().filter((a) => a.kind === "certify" && a.course.id === courseId)).toEqual([]);
    expect(fault(allow(w.stranger)).code).toBe("notFound");
    value(allow());
    expect(
      read().select().from(exceptions).where(eq(exceptions.certificateId, first!.id)).get(),
    ).toMatchObject({ kind: "certificate.again", reason, byPersonId: w.coordinator.personId });
    expect(completion().ready.map((p) => p.name)).toEqual(["Amal"]);
    expect(issue()).toBe(1);
    const again = all().at(-1)!;
    value(revokeCertificate(as(w.coordinator, evening), { certificateId: again.id, reason }));
    expect(issue()).toBe(0);
    // What is sent from a page from before is about the first, and does not allow one in place of the second.
    expect(fault(allow()).code).toBe("notTakenBack");
    expect(issue()).toBe(0);
    expect(
      fault(reissueCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason })).code,
    ).toBe("alreadyRevoked");
  });

  it("holds of a trainer certification too", async () => {
    const { evening, all, people } = await issued("tot");
    const registrationId = people[0]!.id;
    const certify = () => certifyAtOnce(w.coordinator, evening, registrationId);
    value(certify());
    value(revokeCertificate(as(w.coordinator, evening), { certificateId: all().at(-1)!.id, reason }));
    // Taken back is withdrawn: the next is another decision, on another day.
    expect(fault(certify()).code).toBe("withdrawnToday");
    const tomorrow = evening + 86_400_000;
    value(certifyAtOnce(w.coordinator, tomorrow, registrationId));
    expect(fault(certifyAtOnce(w.coordinator, tomorrow, registrationId)).code).toBe("alreadyCertified");
  });

  it("is replaced where another stands in its place, one after another; a certification keeps its last day", async () => {
    const { evening, all, people, answer } = await issued("tot");
    const serial = serialOf(value(certifyAtOnce(w.coordinator, evening, people[0]!.id)).certificateId);
    const first = all().find((c) => c.serial === serial)!;
    const later = evening + 400 * 86_400_000;
    const reissue = (certificateId: number) =>
      value(reissueCertificate(as(w.coordinator, later), { certificateId, reason })).serial;
    reissue(first.id);
    const second = all().at(-1)!;
    const third = reissue(second.id);
    expect(all().at(-1)?.expiresOn).toBe(first.expiresOn);
    expect([first.serial, second.serial, third].map((s) => answer(s, later))).toEqual([
      "replaced",
      "replaced",
      "valid",
    ]);
    expect(verify(as(visitor, later), first.serial, "x")).toMatchObject({ replacedBy: second.serial });
    value(revokeCertificate(as(w.coordinator, later), { certificateId: all().at(-1)!.id, reason }));
    expect(answer(second.serial, later)).toBe("replaced");
    expect(answer(third, later)).toBe("revoked");
  });
});

describe("what rests on what has gone", () => {
  it("is on the list with why, on Today and on the person's page, until it is revoked or kept", async () => {
    const { courseId, evening, all, people, mark, completion } = await issued();
    const [first] = all();
    const { personId } = people[0]!;
    const lost = () => completion().ruleLost.map((d) => [d.person.name, d.lacks.map((l) => l.kind)]);
    const item = () =>
      todayFor(as(w.coordinator, evening), "2027-04-01").awaits.find(
        (a) => a.kind === "rule_lost" && a.course.id === courseId,
      );
    expect(item()).toBeUndefined();
    mark(0, "absent", "all", evening);
    expect(lost()).toEqual([["Amal", ["attendance"]]]);
    expect(item()).toMatchObject({ count: 1 });
    expect(doubtsOf(as(w.coordinator), personId, [courseId])).toHaveLength(1);
    expect(doubtsOf(as(w.stranger), personId, [courseId])).toEqual([]);
    const keep = () => keepCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason });
    expect(
      fault(reissueCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason })).code,
    ).toBe("ruleLost");
    value(keep());
    expect(lost()).toEqual([]);
    expect(item()).toBeUndefined();
    expect(fault(keep()).code).toBe("nothingToDecide");
    // Another of the kind: what it was kept for has changed.
    mark(0, "late", "last", evening);
    expect(lost()).toEqual([["Amal", ["attendance"]]]);
    value(keep());
    value(reissueCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason }));
    expect(lost()).toEqual([]);
    mark(0, "present", "all", evening);
    expect(lost()).toEqual([]);
    expect(completion().hoursDiffer.map((d) => d.person.name)).toEqual(["Amal"]);
    // Other hours than on paper await a decision as well.
    expect(item()).toMatchObject({ count: 1 });
  });

  it("is a certification whose participation was revoked, is in doubt, or was issued again", async () => {
    const { courseId, evening, all, people, completion } = await issued("tot");
    transact((db) => db.update(courses).set({ minPostTest: 70 }).where(eq(courses.id, courseId)).run());
    const score = (points: number | null) =>
      value(
        enterScores(as(w.trainer, evening), {
          courseId,
          reason: null,
          scores: scoresUpon(people.map((p) => ({ registrationId: p.id, kind: "post_test", score: points }))),
        }),
      );
    const registrationId = people[0]!.id;
    const certify = () => certifyAtOnce(w.coordinator, evening, registrationId);
    expect(fault(certify()).code).toBe("ruleLost");
    score(80);
    value(certify());
    const [participation] = all();
    const certification = all().at(-1)!;
    const lost = () =>
      completion()
        .ruleLost.filter((d) => d.person.registrationId === registrationId)
        .map((d) => [d.certificate.id, ...d.lacks.map((l) => ("status" in l ? l.status : l.kind))]);
    expect(lost()).toEqual([]);
    score(null);
    expect(lost()).toEqual([
      [participation!.id, "post_test"],
      [certification.id, "doubtful"],
    ]);
    value(keepCertificate(as(w.coordinator, evening), { certificateId: participation!.id, reason }));
    expect(lost()).toEqual([]);
    score(80);
    value(revokeCertificate(as(w.coordinator, evening), { certificateId: participation!.id, reason }));
    expect(lost()).toEqual([[certification.id, "revoked"]]);
    expect(
      fault(reissueCertificate(as(w.coordinator, evening), { certificateId: certification.id, reason })).code,
    ).toBe("ruleLost");
    value(keepCertificate(as(w.coordinator, evening), { certificateId: certification.id, reason }));
    value(reissueCertificate(as(w.coordinator, evening), { certificateId: certification.id, reason }));
    expect(lost()).toEqual([]);
    value(allowAgain(as(w.coordinator, evening), { certificateId: participation!.id, reason }));
    value(issueCertificates(as(w.coordinator, evening), { courseId }));
    expect(lost()).toEqual([]);
  });

  it("counts whoever holds no place any more, or did not come at all where the rule asks for nothing", async () => {
    const { courseId, all, completion, mark, evening } = await issued();
    transact((db) => {
      db.update(courses).set({ minAttendance: 0 }).where(eq(courses.id, courseId)).run();
      db.update(registrations)
        .set({ state: "withdrawn", placeSince: null })
        .where(eq(registrations.id, all()[1]!.registrationId))
        .run();
    });
    mark(0, "absent", "all", evening);
    expect(completion().ruleLost.map((d) => [d.person.name, d.lacks[0]?.kind])).toEqual([
      ["Amal", "not_attended"],
      ["Badr", "no_place"],
    ]);
    expect(completion().hoursDiffer).toEqual([]);
  });

  it("is asked for where only the hours are others: reissued, or kept with a reason", async () => {
    const { all, evening, mark, completion } = await issued();
    for (const i of [0, 1]) mark(i, "late", "last", evening);
    const [first, second] = all();
    expect(completion().hoursDiffer.map((d) => d.certificate.id)).toEqual([first!.id, second!.id]);
    expect(completion().ruleLost).toEqual([]);
    value(keepCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason }));
    value(reissueCertificate(as(w.coordinator, evening), { certificateId: second!.id, reason }));
    expect(completion().hoursDiffer).toEqual([]);
    expect(all().at(-1)!.facts.minutes).toBeLessThan(second!.facts.minutes);
  });
});
