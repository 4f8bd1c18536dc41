import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { certificatePage } from "../../app/_words/certificate";
import { messagesOf } from "../../app/_words/messages";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import { certificateDocument, validSheets } from "../../lib/certificates/queries";
import { certificatePdf } from "../../lib/documents/certificate";
import { type Locale, locales } from "../../lib/i18n/rules";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { certifyAtOnce, serialOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
const course = await coursesToCertify(w).issued("tot");
const cx = as(w.coordinator, course.at("2027-03-02"));
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
