import { eq } from "drizzle-orm";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { closeDatabase, sqlite } from "../../db/client";
import { persons } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import { enterScores } from "../../lib/assessments/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import {
  issueCertificates,
  reissueCertificate,
  revokeCertificate,
  verifyCertificate as verify,
} from "../../lib/certificates/commands";
import { setCourseState } from "../../lib/courses/commands";
import { certificatePdf } from "../../lib/documents/certificate";
import { as } from "../support/as";
import { certificateDocument, completionOf, rollOf } from "../support/asked";
import { certifyAtOnce, serialOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { courseHead } from "../support/desk";
import { posted } from "../support/posted";
import { race } from "../support/race";
import { scoresUpon } from "../support/scores";
import { personSeen } from "../support/seen";
import { after, coursesTaught, issuedOf } from "../support/taught";
import { transact } from "../support/transact";
import { day, fault, now, value, world } from "../support/world";

freshDatabase();
const w = world();
const { taught, close } = coursesTaught(w);

describe("the roll", () => {
  it("saves each mark with who and when, mends it, takes it back, and refuses nonsense", async () => {
    const course = await taught("user");
    const session = course.blocks[0]!;
    const [person] = course.people;
    const mark = (state: string, late?: string) =>
      rollSchema.safeParse(
        posted({
          sessionId: String(session.id),
          [`marks.${person!.id}.state`]: state,
          [`marks.${person!.id}.lateMinutes`]: late ?? "",
        }),
      );
    const row = () => rollOf(as(w.trainer), session.id)!.people.find((p) => p.registrationId === person!.id)!;
    value(takeRoll(as(w.trainer, session.endInstant + 5), mark("late", "١٠").data!));
    expect(row()).toMatchObject({
      state: "late",
      minutes: session.minutes - 10,
      enteredBy: { name: "Rami", latinName: null },
      enteredAt: session.endInstant + 5,
    });
    expect(
      fault(takeRoll(as(w.trainer, session.endInstant), mark("late", String(session.minutes)).data!)).fields,
    ).toEqual({
      [`marks.${person!.id}.lateMinutes`]: { code: "lateMinutes" },
    });
    expect(mark("dancing").success).toBe(false);
    value(takeRoll(as(w.trainer, session.endInstant), mark("none").data!));
    expect(row().state).toBeNull();
    value(takeRoll(as(w.trainer, session.endInstant), mark("present").data!));
  });
  it("is for the course's own trainers and the programme's coordinators, and for its own people", async () => {
    const course = await taught("user");
    const elsewhere = await taught("user");
    const form = rollSchema.parse(
      posted({
        sessionId: String(course.blocks[0]!.id),
        [`marks.${course.people[0]!.id}.state`]: "absent",
      }),
    );
    for (const by of [w.otherTrainer, w.stranger, w.participant]) {
      expect(fault(takeRoll(as(by, now), form)).code).toBe("notFound");
      expect(rollOf(as(by), course.blocks[0]!.id)).toBeNull();
    }
    const forged = rollSchema.parse(
      posted({
        sessionId: String(course.blocks[0]!.id),
        [`marks.${elsewhere.people[0]!.id}.state`]: "present",
      }),
    );
    expect(fault(takeRoll(as(w.trainer, course.blocks[0]!.endInstant), forged)).code).toBe("notOnRoll");
    expect(() =>
      sqlite()
        .prepare(
          "INSERT INTO attendance (session_id, registration_id, state, minutes, entered_at) VALUES (?, ?, 'present', 10, 0)",
        )
        .run(course.blocks[0]!.id, elsewhere.people[0]!.id),
    ).toThrow(/different courses/);
  });
});

describe("certificates", () => {
  it("go to whoever meets the rule, once, and the rest hear exactly why not", async () => {
    const course = await taught("tot");
    const input = { courseId: course.courseId };
    expect(fault(issueCertificates(as(w.coordinator, after), input)).code).toBe("certifyWhenClosed");
    const [first, second] = course.people;
    value(
      enterScores(as(w.trainer, after), {
        courseId: course.courseId,
        reason: null,
        scores: scoresUpon([
          { registrationId: first!.id, kind: "post_test", score: 70 },
          { registrationId: first!.id, kind: "micro_teaching", score: 60 },
          { registrationId: second!.id, kind: "post_test", score: 69 },
        ]),
      }),
    );
    close(course.courseId);
    const before = completionOf(as(w.coordinator), course.courseId)!;
    expect(before.ready.map((p) => p.registrationId)).toEqual([first!.id]);
    expect(before.notYet.find((p) => p.registrationId === second!.id)?.unmet).toEqual([
      { kind: "post_test", score: 69, needed: 70 },
      { kind: "micro_teaching" },
    ]);
    for (const by of [w.trainer, w.stranger, w.participant])
      expect(fault(issueCertificates(as(by, after), input)).code).toBe("notFound");
    expect(value(issueCertificates(as(w.coordinator, after), input)).issued).toBe(1);
    expect(value(issueCertificates(as(w.coordinator, after), input)).issued).toBe(0);
    expect(issuedOf(course.courseId)).toHaveLength(1);
    expect(courseHead(as(w.coordinator), course.courseId)?.counts).toMatchObject({
      nominated: 3,
      enrolled: 3,
      attended: 2,
      certified: 1,
    });
    expect(issuedOf(course.courseId)[0]).toMatchObject({
      language: "ar",
      kind: "participation",
      expiresOn: null,
    });
    expect(personSeen(as(w.coordinator), first!.personId)?.ledger.map((m) => m.code)).toEqual(["M1", "M2"]);
    expect(
      fault(
        setCourseState(as(w.coordinator, after), { ...input, from: "closed", to: "running", reason: null }),
      ).code,
    ).toBe("courseHasCertificates");
  });
  it("of two kinds: certification follows participation, in a training of trainers only, for 36 months", async () => {
    const course = await taught("tot", 2, { minPostTest: "", microTeaching: "" });
    close(course.courseId);
    const certify = () => certifyAtOnce(w.coordinator, after, course.people[0]!.id);
    // Who has not completed the training is on no way yet.
    expect(fault(certify()).code).toBe("notFound");
    value(issueCertificates(as(w.coordinator, after), { courseId: course.courseId }));
    const serial = serialOf(value(certify()).certificateId);
    expect(fault(certify()).code).toBe("alreadyCertified");
    expect(issuedOf(course.courseId).find((c) => c.serial === serial)).toMatchObject({
      kind: "trainer_certification",
      issuedOn: "2028-01-10",
      expiresOn: "2031-01-10",
    });
    const at = (instant: string) => verify(as(visitor, Date.parse(instant)), serial, "a").answer;
    // The last day is the course's own: in Amman it is over at 21:00 UTC.
    expect(at("2031-01-10T20:59:00Z")).toBe("valid");
    expect(at("2031-01-10T21:01:00Z")).toBe("expired");
    const user = await taught("user");
    close(user.courseId);
    expect(fault(certifyAtOnce(w.coordinator, after, user.people[0]!.id)).code).toBe("notFound");
  });
  it("are revoked and reissued with a reason; the old one stays and says so", async () => {
    const course = await taught("user");
    close(course.courseId);
    value(issueCertificates(as(w.coordinator, after), { courseId: course.courseId }));
    const old = issuedOf(course.courseId)[0]!;
    transact((db) =>
      db.update(persons).set({ name: "ليلى الخطيب" }).where(eq(persons.id, course.people[0]!.personId)).run(),
    );
    expect(fault(revokeCertificate(as(w.trainer, after), { certificateId: old.id, reason: "x" })).code).toBe(
      "notFound",
    );
    const { serial } = value(
      reissueCertificate(as(w.coordinator, after), { certificateId: old.id, reason: "Name mended" }),
    );
    expect(verify(as(visitor, after), old.serial, "a")).toMatchObject({
      answer: "replaced",
      replacedBy: serial,
      name: "هنيّة محيي الدين مجيب الخطيب",
    });
    expect(verify(as(visitor, after), serial, "a")).toMatchObject({
      answer: "valid",
      name: "ليلى الخطيب",
    });
    expect(
      fault(revokeCertificate(as(w.coordinator, after), { certificateId: old.id, reason: "again" })).code,
    ).toBe("alreadyRevoked");
    expect(() => sqlite().prepare("UPDATE certificates SET facts = '{}' WHERE id = ?").run(old.id)).toThrow(
      /does not change/,
    );
    expect(() => sqlite().prepare("DELETE FROM certificates").run()).toThrow(/not deleted/);
  });
  it("are one each when two coordinators issue for one course at once", async () => {
    const course = await taught("user", 6);
    close(course.courseId);
    closeDatabase();
    const order = { what: "issue", courseId: course.courseId, viewer: w.coordinator, now: after };
    const answers = await race<{ issued: number }>([order, order, order]);
    expect(answers.map((a) => a.issued).sort()).toEqual([0, 0, 5]);
    const issued = issuedOf(course.courseId);
    expect(new Set(issued.map((c) => c.registrationId)).size).toBe(5);
    expect(issued).toHaveLength(5);
  });
});

describe("verifying", () => {
  it("says nothing of the person but what is printed, tells typing errors apart, and slows down guessing", async () => {
    const course = await taught("user");
    close(course.courseId);
    value(issueCertificates(as(w.coordinator, after), { courseId: course.courseId }));
    const { serial } = issuedOf(course.courseId)[0]!;
    const found = verify(as(visitor, after), serial, "b");
    const printed =
      "answer approvedBy attended byException checkedOn contact course decidedOn endedOn ends evidence expiresOn fictional held " +
      "issuedOn issuer kind language latinName master name papers programme recommendedBy renewedUntil renews replacedBy serial signatories struck struckOn tools where";
    expect(Object.keys(found).sort()).toEqual(printed.split(" "));
    const swapped = serial[0] === serial[1] ? serial : serial[1]! + serial[0]! + serial.slice(2);
    expect(
      verify(as(visitor, after), swapped === serial ? `${serial.slice(0, -1)}?` : swapped, "b").answer,
    ).toBe("mistyped");
    // A serial with a right check character that nobody has.
    const unknown = "0000000000000000";
    for (let i = 0; i < 30; i++) expect(verify(as(visitor, after), unknown, "c").answer).toBe("unknown");
    expect(verify(as(visitor, after), unknown, "c")).toMatchObject({
      answer: "tooMany",
      minutes: 10,
    });
    expect(verify(as(visitor, after), serial, "c").answer).toBe("valid");
    expect(verify(as(visitor, after + day), unknown, "c").answer).toBe("unknown");
  });
});

describe("the PDF", () => {
  it("holds the name as it is written, in Arabic too, with serial and address", async () => {
    const course = await taught("tot", 3, { minPostTest: "", microTeaching: "" });
    close(course.courseId);
    value(issueCertificates(as(w.coordinator, after), { courseId: course.courseId }));
    const { serial } = issuedOf(course.courseId).find((c) => c.language === "ar")!;
    const certification = serialOf(
      value(certifyAtOnce(w.coordinator, after, course.people[0]!.id)).certificateId,
    );
    const { token } = course.people[0]!;
    for (const by of [visitor, w.stranger, w.trainer, w.participant])
      expect(certificateDocument(as(by), serial, null)).toBeNull();
    expect(certificateDocument(as(visitor), serial, course.people[1]!.token)).toBeNull();
    for (const one of [serial, certification]) {
      const pdf = await certificatePdf(certificatePage(certificateDocument(as(visitor), one, token)!));
      const document = await getDocumentProxy(new Uint8Array(pdf));
      expect(document.numPages).toBe(1);
      const { text } = await extractText(document, { mergePages: true });
      const words = text.split(/\s+/);
      // The order of words depends on the reader's idea of right to left; the words do not.
      for (const word of ["محيي", "الدين", "مجيب", "الخطيب", "Al-Khatib"])
        expect(
          words.some((x) => x.includes(word)),
          `${word} in ${text}`,
        ).toBe(true);
      // A vowel sign has no place of its own among letters; the file's title holds the name sign by sign.
      const { info } = await document.getMetadata();
      expect((info as { Title: string }).Title).toContain("هنيّة محيي الدين مجيب الخطيب");
      expect(text).toContain(one.slice(0, 4));
      expect(text).toContain(`/verify/${one}`);
    }
  });
});
