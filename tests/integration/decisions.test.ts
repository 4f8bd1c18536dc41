import { eq } from "drizzle-orm";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it, vi } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { read } from "../../db/client";
import {
  accounts,
  certificates,
  courses,
  exceptions,
  notices,
  persons,
  programmes,
  registrations,
  sessions,
} from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
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
import { certificatePdf } from "../../lib/documents/certificate";
import { oneFile } from "../../lib/documents/sheets";
import { recount } from "../../lib/due/recount";
import { faultOf } from "../../lib/faults";
import { createProgramme, editProgramme } from "../../lib/programmes/commands";
import { contactOf, programmeDetail } from "../../lib/programmes/queries";
import { programmeEditSchema, programmeSchema } from "../../lib/programmes/schema";
import { addDays } from "../../lib/time/civil";
import { dayAt, instantOf } from "../../lib/time/zone";
import { todayFor } from "../../lib/today/queries";
import { as } from "../support/as";
import {
  certificateDocument,
  certificateSheets,
  completionOf,
  doubtsOf,
  registrationsOf,
} from "../support/asked";
import { freshDatabase } from "../support/database";
import { courseHead } from "../support/desk";
import { posted } from "../support/posted";
import { personSeen } from "../support/seen";
import { transact } from "../support/transact";
import { ended, fault, now, opened, registered, value, viewer, world } from "../support/world";

// A script that none of our fonts has, whatever fonts those are.
vi.mock("../../lib/documents/coverage", async (original) => ({
  ...(await original<typeof import("../../lib/documents/coverage")>()),
  printableName: ({ name, latinName }: { name: string; latinName: string | null }) =>
    !/\p{Script=Adlam}/u.test(name) ? { name, latinName } : latinName && { name: latinName, latinName: null },
}));
const adlam = "𞤀𞤥𞤢𞤣𞤵";

freshDatabase();
const w = world();
const zone = "Asia/Amman";
const reason = "Stated here";
let count = 0;

/** A running course of five days with three people, all present so far: on every day but the last. */
async function running(kind: "user" | "tot" = "user", names = ["Amal", "Badr", "Chadi"]) {
  const startsOn = addDays("2027-02-07", 7 * count++);
  const endsOn = addDays(startsOn, 4);
  const course = opened(w, { kind, startsOn, endsOn });
  for (const name of names) value(await registered(course.slug, { name }));
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
  const lastDay = blocks.at(-1)!.day;
  const at = (day: string, time = "21:00") => instantOf(day, time, zone);
  const mark = (person: number, state: string, when: "before" | "last" | "all", now = at(endsOn)) => {
    for (const block of blocks)
      if (when === "all" || (block.day === lastDay) === (when === "last"))
        value(
          takeRoll(
            as(w.trainer, now),
            rollSchema.parse(
              posted({
                sessionId: String(block.id),
                [`marks.${people[person]!.id}.state`]: state,
                // Late by more than an hour, so that the paper would say something else.
                [`marks.${people[person]!.id}.lateMinutes`]: String(Math.min(75, block.minutes - 1)),
                reason: "Corrected from the paper",
              }),
            ),
          ),
        );
  };
  for (const i of people.keys()) mark(i, "present", "before");
  const all = () =>
    read()
      .select({ c: certificates })
      .from(certificates)
      .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
      .where(eq(registrations.courseId, courseId))
      .orderBy(certificates.id)
      .all()
      .map((row) => row.c);
  const completion = () => completionOf(as(w.coordinator), courseId)!;
  const answer = (serial: string, now: number) => verify(as(visitor, now), serial, "somewhere").answer;
  return { ...course, people, endsOn, lastDay, at, mark, all, completion, answer };
}

/** The same, ended on its last day, everybody present everywhere and with a certificate. */
async function issued(kind: "user" | "tot" = "user") {
  const course = await running(kind);
  for (const i of course.people.keys()) course.mark(i, "present", "last");
  const evening = course.at(course.endsOn, "22:00");
  if (kind === "tot")
    transact((db) => db.update(courses).set({ minPostTest: null, microTeaching: false }).run());
  value(ended(w.coordinator, course.courseId, evening));
  value(issueCertificates(as(w.coordinator, evening), { courseId: course.courseId }));
  return { ...course, evening };
}

describe("certificates for the closing", () => {
  it("are prepared from three days before the end, for everyone who will pass, and verify as not yet valid", async () => {
    const { courseId, endsOn, at, all, answer, people, completion } = await running();
    const prepare = (now: number, by = w.coordinator) => prepareCertificates(as(by, now), { courseId });
    expect(fault(prepare(at(addDays(endsOn, -4)))).code).toBe("prepareFrom");
    for (const by of [w.trainer, w.stranger, w.participant])
      expect(fault(prepare(at(endsOn), by)).code).toBe("notFound");
    expect(value(prepare(at(addDays(endsOn, -1))))).toMatchObject({ made: 3, takenOut: 0 });
    const [sheet] = all();
    const planned = completion().plannedMinutes;
    expect(sheet).toMatchObject({ validFrom: null, issuedOn: endsOn, facts: { minutes: planned } });
    expect(answer(sheet!.serial, at(endsOn))).toBe("prepared");
    expect(verify(as(visitor, at(endsOn)), sheet!.serial, "x")).toMatchObject({
      name: "Amal",
      issuedOn: null,
    });
    // Nothing of it to the person; the sheet itself to the coordinator, unmarked.
    const [first] = people;
    expect(certificateDocument(as(visitor), sheet!.serial, first!.token)).toBeNull();
    expect(certificateDocument(as(viewer(first!.personId)), sheet!.serial, null)).toBeNull();
    expect(registrationsOf(as(w.coordinator), first!.personId)[0]!.certificates).toEqual([]);
    expect(certificateDocument(as(w.coordinator), sheet!.serial, null)?.mark).toBeNull();
    expect(courseHead(as(w.coordinator), courseId)?.counts.certified).toBe(0);
    expect(personSeen(as(w.coordinator), first!.personId)?.ledger).toEqual([]);
    expect(value(prepare(at(endsOn)))).toMatchObject({ made: 0, takenOut: 0 });
  });

  it("prepared again leave out who can no longer pass, are made anew where they would say something else", async () => {
    const { courseId, endsOn, at, all, answer, people, mark, completion } = await running();
    const prepare = () => value(prepareCertificates(as(w.coordinator, at(endsOn)), { courseId }));
    prepare();
    const [first, second, third] = all();
    transact((db) =>
      db.update(persons).set({ name: "Amal H." }).where(eq(persons.id, people[0]!.personId)).run(),
    );
    mark(1, "absent", "all");
    expect(prepare()).toMatchObject({ made: 1, takenOut: 2 });
    const anew = all().at(-1)!;
    expect(anew).toMatchObject({ replacesId: first!.id, facts: { name: "Amal H." } });
    expect(all().find((c) => c.id === third!.id)?.voidedAt).toBeNull();
    expect(verify(as(visitor, at(endsOn)), first!.serial, "x")).toMatchObject({
      answer: "void",
      replacedBy: anew.serial,
    });
    expect(answer(second!.serial, at(endsOn))).toBe("void");
    expect(completion().notToHandOut.map((n) => [n.certificate.id, n.anew])).toEqual(
      expect.arrayContaining([
        [first!.id, true],
        [second!.id, false],
      ]),
    );
  });

  it("become valid as well where the trainer ends their own workshop", async () => {
    const { courseId, endsOn, at, all, answer, mark } = await running();
    transact((db) =>
      db
        .update(courses)
        .set({ scheduledBy: w.trainer.personId, approvedAt: now })
        .where(eq(courses.id, courseId))
        .run(),
    );
    value(prepareCertificates(as(w.coordinator, at(endsOn, "08:00")), { courseId }));
    for (const i of [0, 1]) mark(i, "present", "last");
    mark(2, "absent", "all");
    value(ended(w.trainer, courseId, at(endsOn, "22:00")));
    expect(all().map((sheet) => answer(sheet.serial, at(endsOn, "22:00")))).toEqual([
      "valid",
      "valid",
      "void",
    ]);
  });

  it("become valid at the end for whoever meets the rule, who is told; the others are not to be handed out", async () => {
    const { courseId, endsOn, at, all, answer, people, mark, completion } = await running();
    value(prepareCertificates(as(w.coordinator, at(endsOn, "08:00")), { courseId }));
    mark(0, "present", "last");
    mark(1, "late", "last");
    mark(2, "absent", "all");
    const end = at(endsOn, "22:00");
    value(ended(w.coordinator, courseId, end));
    const [first, second, third] = all();
    expect([first, second, third].map((c) => answer(c!.serial, end))).toEqual(["valid", "valid", "void"]);
    expect(first!.validFrom).toBe(end);
    const told = read().select().from(notices).where(eq(notices.courseId, courseId)).all();
    expect(told.filter((n) => n.message === "certificateReady").map((n) => n.registrationId)).toEqual([
      people[0]!.id,
      people[1]!.id,
    ]);
    expect(completion().notToHandOut.map((n) => n.person.name)).toEqual(["Chadi"]);
    expect(completion().hoursDiffer.map((d) => d.person.name)).toEqual(["Badr"]);
    expect(completion().ready).toEqual([]);
    expect(certificateDocument(as(visitor), first!.serial, people[0]!.token)?.mark).toBeNull();
    expect(certificateDocument(as(w.coordinator), third!.serial, null)?.mark).toEqual({
      kind: "void",
      on: dayAt(end, "Asia/Amman"),
    });
    const reopen = { courseId, from: "closed", to: "running", reason: null } as const;
    expect(fault(setCourseState(as(w.coordinator, end), reopen)).code).toBe("courseHasCertificates");
    for (const c of [first!, second!])
      value(revokeCertificate(as(w.coordinator, end), { certificateId: c.id, reason }));
    value(setCourseState(as(w.coordinator, end), reopen));
  });

  it("are void when the course is cancelled", async () => {
    const { courseId, endsOn, at, all, answer } = await running();
    value(prepareCertificates(as(w.coordinator, at(endsOn)), { courseId }));
    value(
      setCourseState(as(w.coordinator, at(endsOn)), { courseId, from: "running", to: "cancelled", reason }),
    );
    expect(all().map((c) => answer(c.serial, at(endsOn)))).toEqual(["void", "void", "void"]);
  });

  it("are to be had as one file, those prepared or those that are valid", async () => {
    const { courseId, evening, all } = await issued();
    expect(certificateSheets(as(w.coordinator), courseId, "prepared")).toEqual([]);
    value(revokeCertificate(as(w.coordinator, evening), { certificateId: all()[1]!.id, reason }));
    const sheets = certificateSheets(as(w.coordinator), courseId, "valid")!;
    expect(sheets.map((c) => c.facts.name)).toEqual(["Amal", "Chadi"]);
    for (const by of [visitor, w.trainer, w.stranger])
      expect(certificateSheets(as(by), courseId, "valid")).toBeNull();
    const pages = await Promise.all(sheets.map((sheet) => certificatePdf(certificatePage(sheet))));
    const whole = await getDocumentProxy(new Uint8Array(await oneFile(pages)));
    expect(whole.numPages).toBe(2);
  });
});

describe("what was revoked", () => {
  it("stays so until somebody allows another with a reason, each time anew", async () => {
    const { courseId, evening, all, people, completion } = await issued();
    const issue = () => value(issueCertificates(as(w.coordinator, evening), { courseId })).issued;
    const [first] = all();
    const allow = (by = w.coordinator) =>
      allowAgain(as(by, evening), { courseId, registrationId: people[0]!.id, reason });
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
    expect(
      fault(reissueCertificate(as(w.coordinator, evening), { certificateId: first!.id, reason })).code,
    ).toBe("alreadyRevoked");
  });

  it("holds of a trainer certification too", async () => {
    const { courseId, evening, all, people } = await issued("tot");
    const registrationId = people[0]!.id;
    const certify = () =>
      certifyTrainer(as(w.coordinator, evening), { courseId, registrationId, recommendedBy: "An expert" });
    value(certify());
    value(revokeCertificate(as(w.coordinator, evening), { certificateId: all().at(-1)!.id, reason }));
    expect(fault(certify()).code).toBe("certificationRevoked");
    value(
      allowAgain(as(w.coordinator, evening), {
        courseId,
        registrationId,
        kind: "trainer_certification",
        reason,
      }),
    );
    value(certify());
  });

  it("is replaced where another stands in its place, one after another; a certification keeps its last day", async () => {
    const { courseId, evening, all, people, answer } = await issued("tot");
    const { serial } = value(
      certifyTrainer(as(w.coordinator, evening), {
        courseId,
        registrationId: people[0]!.id,
        recommendedBy: "An expert",
      }),
    );
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
          scores: people.map((p) => ({ registrationId: p.id, kind: "post_test", score: points })),
        }),
      );
    const registrationId = people[0]!.id;
    const certify = () =>
      certifyTrainer(as(w.coordinator, evening), { courseId, registrationId, recommendedBy: "An expert" });
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
    value(allowAgain(as(w.coordinator, evening), { courseId, registrationId, reason }));
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

describe("before the last day", () => {
  it("certificates need a reason, which is kept; on it they need none", async () => {
    const { courseId, endsOn, at, mark, people } = await running("tot");
    for (const i of people.keys()) mark(i, "present", "last");
    transact((db) =>
      db
        .update(courses)
        .set({ minPostTest: null, microTeaching: false, endsOn: addDays(endsOn, 1) })
        .where(eq(courses.id, courseId))
        .run(),
    );
    // 23:30 at the course's place; with an hour more it is the last day.
    const before = at(endsOn, "23:30");
    value(ended(w.coordinator, courseId, before));
    const issue = (now: number, why?: string) =>
      issueCertificates(as(w.coordinator, now), { courseId, ...(why ? { reason: why } : {}) });
    expect(fault(issue(before)).fields).toEqual({
      reason: { code: "reasonBeforeEnd", params: { day: addDays(endsOn, 1) } },
    });
    expect(value(issue(before, "They leave tonight")).issued).toBe(3);
    const certify = (now: number, why: string | null) =>
      certifyTrainer(as(w.coordinator, now), {
        courseId,
        registrationId: people[0]!.id,
        recommendedBy: "An expert",
        reason: why,
      });
    expect(fault(certify(before, null)).fields).toHaveProperty("reason");
    value(certify(before + 3_600_000, null));
    expect(
      read()
        .select()
        .from(exceptions)
        .where(eq(exceptions.courseId, courseId))
        .all()
        .filter((e) => e.kind === "certificate.early")
        .map((e) => e.reason),
    ).toEqual(["They leave tonight"]);
  });
});

describe("a name that cannot be printed", () => {
  it("is on a list and on Today; the batch issues the others and says who was left out", async () => {
    const { courseId, endsOn, at, mark, people, completion } = await running("user", ["Amal", adlam]);
    expect(completion().toMend.map((p) => p.name)).toEqual([adlam]);
    const item = () =>
      todayFor(as(w.coordinator, at(endsOn)), endsOn).awaits.find(
        (a) => a.kind === "mend_names" && a.course.id === courseId,
      );
    expect(item()).toMatchObject({ count: 1 });
    expect(value(prepareCertificates(as(w.coordinator, at(endsOn)), { courseId }))).toMatchObject({
      made: 1,
      leftOut: [adlam],
    });
    for (const i of people.keys()) mark(i, "present", "last");
    value(ended(w.coordinator, courseId, at(endsOn, "22:00")));
    const issue = () => value(issueCertificates(as(w.coordinator, at(endsOn, "22:00")), { courseId }));
    expect(issue()).toMatchObject({ issued: 0, leftOut: [adlam] });
    transact((db) => {
      db.update(persons).set({ latinName: "Amadou" }).where(eq(persons.id, people[1]!.personId)).run();
      recount(as(w.coordinator), courseId);
    });
    expect(item()).toBeUndefined();
    expect(issue()).toMatchObject({ issued: 1, leftOut: [] });
    const { certificates: own } = completion().issued.find((p) => p.personId === people[1]!.personId)!;
    expect(own[0]?.facts).toMatchObject({ name: "Amadou", latinName: null });
    transact((db) =>
      db.update(persons).set({ latinName: null }).where(eq(persons.id, people[1]!.personId)).run(),
    );
    const refused = fault(
      reissueCertificate(as(w.coordinator, at(endsOn, "22:00")), { certificateId: own[0]!.id, reason }),
    );
    expect(refused).toMatchObject({ code: "nameCannotBePrinted", params: { name: adlam } });
    // Nothing of the refused one is left: the old one stands.
    expect(verify(as(visitor, at(endsOn, "22:00")), own[0]!.serial, "x").answer).toBe("valid");
  });
});

describe("verifying in another language", () => {
  it("has course and issuer as they were when it was issued, and tools as they are, beside what is printed", async () => {
    transact((db) =>
      db
        .update(programmes)
        .set({ issuer: { own: "en", en: "International Labour Organization", ar: "منظمة العمل الدولية" } })
        .where(eq(programmes.id, w.programmeId))
        .run(),
    );
    const { courseId, evening, all } = await issued();
    const [first] = all();
    const found = () => verify(as(visitor, evening), first!.serial, "x");
    const issuer = {
      printed: "International Labour Organization",
      said: { ar: "منظمة العمل الدولية" },
    };
    expect(found()).toMatchObject({ language: "en", issuer });
    transact((db) => {
      db.update(programmes)
        .set({ issuer: { own: "en", en: "Another" } })
        .run();
      db.update(courses)
        .set({ title: { own: "en", en: "Other title" } })
        .where(eq(courses.id, courseId))
        .run();
    });
    expect(found()).toMatchObject({ issuer, course: { said: { fr: expect.stringContaining("Formation") } } });
  });

  it("of an older certificate says in other languages only what is the same text today", async () => {
    const { courseId, evening, all } = await issued();
    const [first] = all();
    const { said: _, ...facts } = first!.facts;
    const old = transact((db) => {
      const { id: __, ...row } = first!;
      db.update(certificates)
        .set({ revokedAt: 1, revocationReason: "x" })
        .where(eq(certificates.id, first!.id))
        .run();
      return db
        .insert(certificates)
        .values({ ...row, facts, serial: "0000000000000000" })
        .returning()
        .get();
    });
    const found = () => verify(as(visitor, evening), old.serial, "x");
    expect(found()).toMatchObject({ course: { said: { ar: expect.stringContaining("تدريب") } } });
    transact((db) =>
      db
        .update(courses)
        .set({ title: { own: "en", en: "Other title", ar: "عنوان آخر" } })
        .where(eq(courses.id, courseId))
        .run(),
    );
    expect(found()).toMatchObject({ course: { said: { own: "en", en: facts.course } } });
  });

  it("names whom to ask: the programme's contact, else its first coordinator who signs in", () => {
    expect(contactOf(as(system), w.programmeId)).toBeNull();
    transact((db) =>
      db
        .insert(accounts)
        .values({ personId: w.coordinator.personId!, email: "samar@example.org", createdAt: now })
        .run(),
    );
    expect(contactOf(as(system), w.programmeId)).toEqual({
      name: "Samar",
      phone: null,
      email: "samar@example.org",
    });
    transact((db) =>
      db
        .update(programmes)
        .set({ contactName: "Office", contactPhone: "+962 7 9123 4567" })
        .where(eq(programmes.id, w.programmeId))
        .run(),
    );
    expect(contactOf(as(system), w.programmeId)).toEqual({
      name: "Office",
      phone: "+962 7 9123 4567",
      email: null,
    });
  });
});

describe("the form of a programme", () => {
  const administrator = viewer(w.coordinator.personId!, { administrator: true });
  it("opened and saved changes nothing, in whatever language it was written first", () => {
    for (const own of ["en", "fr", "ar"] as const) {
      const { programmeId } = value(
        createProgramme(
          as(administrator, now),
          programmeSchema.parse({
            code: `Programme ${own}`,
            titleEn: "English",
            titleFr: "Français",
            titleAr: "عربي",
            issuerFr: "Organisation internationale du Travail",
            ...(own === "fr" ? {} : { issuerEn: "International Labour Organization" }),
            contactName: "Office",
            contactPhone: "٠٧٩١٢٣٤٥٦٧",
            contactEmail: "Office@Example.org",
            countries: ["JO"],
          }),
        ),
      );
      transact((db) => {
        const title = { own, en: "English", fr: "Français", ar: "عربي" };
        db.update(programmes).set({ title }).where(eq(programmes.id, programmeId)).run();
      });
      const row = () => read().select().from(programmes).where(eq(programmes.id, programmeId)).get()!;
      const before = row();
      expect(before.contactPhone).toBe("+962 7 9123 4567");
      const shown = programmeDetail(
        as(administrator),
        gate.programme(as(administrator), "programmes.read", programmeId),
      );
      const form = {
        programmeId: String(programmeId),
        code: shown.code,
        titleEn: shown.title.en ?? "",
        titleFr: shown.title.fr ?? "",
        titleAr: shown.title.ar ?? "",
        donor: shown.donor ?? "",
        issuerEn: shown.issuer.en ?? "",
        issuerFr: shown.issuer.fr ?? "",
        issuerAr: shown.issuer.ar ?? "",
        contactName: shown.contactName ?? "",
        contactPhone: shown.contactPhone ?? "",
        contactEmail: shown.contactEmail ?? "",
        countries: shown.countries,
      };
      value(editProgramme(as(administrator, now), programmeEditSchema.parse(form)));
      expect(row()).toEqual(before);
      const none = programmeEditSchema.safeParse({ ...form, issuerEn: "", issuerFr: "", issuerAr: " " });
      expect(none.error?.issues.map((i) => [i.path[0], faultOf(i).code])).toEqual([["issuerEn", "required"]]);
      const wrong = programmeEditSchema.parse({ ...form, contactPhone: "12345678" });
      expect(fault(editProgramme(as(administrator, now), wrong)).fields).toEqual({
        contactPhone: { code: "phoneInvalid" },
      });
    }
  });
});
