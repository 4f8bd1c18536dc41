import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { messagesOf } from "../../app/_words/messages";
import { sqlite } from "../../db/client";
import { certificates } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { certificateDocument, validSheets } from "../../lib/certificates/queries";
import { documentBySerial } from "../../lib/certificates/store";
import { certificatePdf } from "../../lib/documents/certificate";
import { type Locale, locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { certifyAtOnce, serialOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const course = await coursesToCertify(w).issued("tot");
const cx = as(w.coordinator, course.at("2027-03-02"));
// Samar has both forms of her name.
sqlite()
  .prepare(
    "UPDATE persons SET name = 'سمر عبدالله', latin_name = 'Samar Abdallah', language = 'en' WHERE id = ?",
  )
  .run(w.coordinator.personId);
const { certificateId } = value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), course.people[0]!.id));
// The catalogue has its modules in all three.
sqlite().exec(
  "UPDATE modules SET title = json_object('own', 'en', 'en', json_extract(title, '$.en'), 'fr', 'Les bases ' || code, 'ar', 'الأسس ' || code)",
);
const paperIn = (serial: string, language?: Locale) =>
  certificateDocument(cx, gate.certificateToDownload(cx, serial, null), language);

describe("the paper of a trainer certification", () => {
  it("is had in each language, with its tools and modules in that language, on one page", async () => {
    const own = paperIn(serialOf(certificateId));
    const said = new Map<Locale, string[]>();
    for (const language of locales) {
      const paper = paperIn(serialOf(certificateId), language);
      const page = certificatePage(paper);
      const { certificate } = messagesOf(language);
      expect(page).toMatchObject({ language, title: certificate.title.trainer_certification });
      // Whose it is and what it is worth are the same on each.
      expect(paper).toMatchObject({ serial: own.serial, issuedOn: own.issuedOn, expiresOn: own.expiresOn });
      expect(paper.facts.name).toBe(own.facts.name);
      expect(paper.facts.evidence).toEqual(own.facts.evidence);
      said.set(language, [...page.tools.flatMap(({ name, modules }) => [name, ...modules])]);
      const pdf = await getDocumentProxy(new Uint8Array(await certificatePdf(page)));
      expect(pdf.numPages).toBe(1);
    }
    expect(said.get("en")![0]).toBe("Think.Coop");
    expect(said.get("ar")![1]).toContain("الأسس");
    expect(said.get("fr")![1]).toContain("Les bases");
    expect(said.get("en")![1]).not.toContain("bases");
    expect(paperIn(serialOf(certificateId), own.language)).toEqual(own);
  });
  it("names who recommended and approved in the form of its language, and so does the page that verifies it", () => {
    const serial = serialOf(certificateId);
    const { approvedBy } = paperIn(serial, "en").facts;
    expect(approvedBy).toBe("Samar Abdallah");
    expect(paperIn(serial, "ar").facts.approvedBy).toBe("سمر عبدالله");
    const found = verifyCertificate(as(visitor, course.at("2027-03-02")), serial, "x", "en");
    expect(found).toMatchObject({
      approvedBy: { printed: "Samar Abdallah", said: { ar: "سمر عبدالله", en: "Samar Abdallah" } },
    });
    // Whoever decided may be called otherwise since: the paper stays as it was.
    const rename = sqlite().prepare("UPDATE persons SET name = ?, latin_name = ? WHERE id = ?");
    rename.run("سمر العلي", "Samar Al-Ali", w.coordinator.personId);
    expect(paperIn(serial, "ar").facts.approvedBy).toBe("سمر عبدالله");
    // An older one keeps the printed form alone: whoever decided tells the others while they are called so.
    const { id: _, replacedBy: __, replacedUntil: ___, ...row } = documentBySerial(cx, serial)!;
    const { deciders: ____, ...facts } = row.facts;
    const older = {
      ...row,
      serial: "0000000000000000",
      facts,
      expiresOn: "2031-01-01",
      issuedAt: 1,
      issuedBy: null,
    };
    transact((db) => db.insert(certificates).values(older).run());
    expect(paperIn(older.serial, "ar").facts.approvedBy).toBe(paperIn(serial).facts.approvedBy);
    rename.run("سمر عبدالله", "Samar Abdallah", w.coordinator.personId);
    expect(["ar", "fr"].map((one) => paperIn(older.serial, one as Locale).facts.approvedBy)).toEqual([
      "سمر عبدالله",
      "Samar Abdallah",
    ]);
  });
  it("names modules by the version that its course taught, else by another one that says the same", () => {
    const module = sqlite()
      .prepare("SELECT m.id, m.tool_version_id AS version FROM modules m WHERE m.id = ?")
      .get(w.moduleIds[0]) as { id: number; version: number };
    const serial = serialOf(certificateId);
    const codes = (language: Locale) =>
      paperIn(serial, language).facts.tools[0]!.modules.map(({ title }) => title);
    const before = codes("ar");
    // What the course taught is called otherwise by now, and another version has kept the words.
    const renamed = sqlite().prepare("UPDATE modules SET title = json_set(title, '$.en', ?) WHERE id = ?");
    const [title] = codes("en");
    renamed.run("Something new", module.id);
    expect(codes("ar")[0]).toBe(title);
    const other = sqlite()
      .prepare(
        "INSERT INTO tool_versions (tool_id, label, country) SELECT tool_id, 'X', 'JO' FROM tool_versions WHERE id = ?",
      )
      .run(module.version).lastInsertRowid;
    sqlite()
      .prepare(
        "INSERT INTO modules (tool_version_id, position, code, title, minutes) SELECT ?, 1, code, ?, 60 FROM modules WHERE id = ?",
      )
      .run(other, JSON.stringify({ own: "en", en: title, ar: "الأسس كما كانت" }), module.id);
    expect(codes("ar")[0]).toBe("الأسس كما كانت");
    renamed.run(title, module.id);
    expect(codes("ar")).toEqual(before);
  });
  it("is compared with the page that verifies it in the language of the paper, which anybody may choose", () => {
    const serial = serialOf(certificateId);
    const seen = (paper: Locale | null) => {
      const found = verifyCertificate(as(visitor, course.at("2027-03-02")), serial, "x", paper);
      if (!("name" in found)) throw new Error(found.answer);
      return found;
    };
    expect(seen(null)).toMatchObject({ language: paperIn(serial).language, papers: locales });
    for (const language of locales) {
      const { facts } = paperIn(serial, language);
      const found = seen(language);
      expect(found).toMatchObject({ language, answer: "valid" });
      expect(found.tools[0]!.modules.map(({ title }) => title.printed)).toEqual(
        facts.tools[0]!.modules.map(({ title }) => title),
      );
      expect([found.programme.printed, found.issuer.printed]).toEqual([facts.programme, facts.issuer]);
    }
  });
  it("is alone in that: a certificate of participation has the language in which it was issued", () => {
    const sheet = validSheets(cx, gate.course(cx, "certificates.read", course.courseId)).find(
      ({ kind }) => kind === "participation",
    )!;
    for (const language of locales) expect(paperIn(sheet.serial, language).language).toBe(sheet.language);
  });
});
