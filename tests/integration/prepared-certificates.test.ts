import { eq } from "drizzle-orm";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { certificatePage, certificatePreview } from "../../app/_words/certificate";
import { certificateFileName } from "../../app/_words/certificateFileName";
import { read } from "../../db/client";
import { courses, exceptions, notices, persons } from "../../db/schema";
import { visitor } from "../../lib/access/table";
import {
  issueCertificates,
  prepareCertificates,
  revokeCertificate,
  verifyCertificate as verify,
} from "../../lib/certificates/commands";
import { groupSerial, readSerial } from "../../lib/certificates/rules/serial";
import { setCourseState } from "../../lib/courses/commands";
import { certificatePdf, certificatePicture } from "../../lib/documents/certificate";
import { paperFile } from "../../lib/documents/paperFile";
import { locales } from "../../lib/i18n/rules";
import { shareCourse } from "../../lib/sharing/commands";
import { addDays } from "../../lib/time/civil";
import { dayAt } from "../../lib/time/zone";
import { as } from "../support/as";
import { certificateDocument, certificateDrafts, certificateSheets, registrationsOf } from "../support/asked";
import { coursesToCertify, reason } from "../support/certified";
import { freshDatabase } from "../support/database";
import { courseHead } from "../support/desk";
import { picture, readPdf, readQr } from "../support/pdf";
import { personSeen } from "../support/seen";
import { transact } from "../support/transact";
import { ended, fault, now, value, viewer, world } from "../support/world";
import { filesInZip } from "../support/zip";

freshDatabase();
const w = world();
const { running, issued } = coursesToCertify(w);

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
    const papers = sheets.map((sheet) => ({
      certificate: certificatePage(sheet),
      fileName: certificateFileName(sheet),
    }));
    // Whoever leaves ends their own file, and holds up nobody else's.
    const left = paperFile(papers, "pdf", AbortSignal.abort());
    const whole = await getDocumentProxy(new Uint8Array(await paperFile(papers, "pdf")));
    await expect(left).rejects.toThrow("aborted");
    // A page that fails on its way fails the file, and nothing else.
    const failing = (function* () {
      yield* papers;
      throw new RangeError("no words");
    })();
    await expect(paperFile(failing, "pdf")).rejects.toThrow("no words");
    expect(whole.numPages).toBe(2);
  });

  it("are seen beforehand as they would be, the longest name first, marked and without a serial that verifies", async () => {
    const { courseId, endsOn, at, people } = await running("user", ["Al", "Wilhelmina Oluwaseun", "Badr"]);
    const cx = as(w.coordinator, at(endsOn));
    const drafts = certificateDrafts(cx, courseId)!;
    expect(drafts.map((draft) => draft.facts.name)).toEqual(["Wilhelmina Oluwaseun", "Badr", "Al"]);
    expect(drafts.map((draft) => draft.issuedOn)).toEqual([endsOn, endsOn, endsOn]);
    for (const language of locales) {
      const page = certificatePreview({ ...drafts[0]!, language });
      const pdf = await certificatePdf(page);
      const { words, pages } = await readPdf(pdf);
      expect(pages).toBe(1);
      expect(page.mark).not.toBeNull();
      expect("wrong" in readSerial(page.serial)).toBe(true);
      // The code leads to where a serial is typed, to no certificate.
      expect(readQr(await picture(pdf, 2))).toMatch(/\/verify$/);
      expect(words.map(({ text }) => text).join("")).not.toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/);
      const svg = await certificatePicture(page);
      expect(svg).toMatch(/^<svg /);
    }
    // What is prepared then says the same.
    value(prepareCertificates(cx, { courseId }));
    const made = certificateSheets(cx, courseId, "prepared")!;
    expect(new Set(made.map((sheet) => JSON.stringify(sheet.facts)))).toEqual(
      new Set(drafts.map((draft) => JSON.stringify(draft.facts))),
    );
    expect(made).toHaveLength(people.length);
    // Whoever only shares the course has those that are valid, as one by one, and none before.
    value(shareCourse(cx, { courseId, programmeId: w.otherId, percent: null }));
    for (const by of [visitor, w.trainer, w.stranger]) {
      expect(certificateDrafts(as(by, at(endsOn)), courseId)).toBeNull();
      expect(certificateSheets(as(by, at(endsOn)), courseId, "prepared")).toBeNull();
    }
    expect(certificateSheets(as(w.stranger, at(endsOn)), courseId, "valid")).toEqual([]);
  });

  it("are to be had as a ZIP, a PDF each, named by serial and the name in Latin letters", async () => {
    const { courseId } = await issued();
    const sheets = certificateSheets(as(w.coordinator), courseId, "valid")!;
    const zip = filesInZip(
      await paperFile(
        sheets.map((sheet) => ({
          certificate: certificatePage(sheet),
          fileName: certificateFileName(sheet),
        })),
        "zip",
      ),
    );
    expect(zip.map(({ name }) => name)).toEqual(
      sheets.map((sheet) => `${groupSerial(sheet.serial)}-${sheet.facts.name}.pdf`),
    );
    for (const [i, { data }] of zip.entries()) {
      const { pages, title } = await readPdf(data);
      expect([pages, title]).toEqual([1, expect.stringContaining(sheets[i]!.facts.name)]);
    }
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
      reason: { code: "reasonBeforeEnd", params: { day: { day: addDays(endsOn, 1) } } },
    });
    expect(value(issue(before, "They leave tonight")).issued).toBe(3);
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
