import { describe, expect, it } from "vitest";
import { certificatePage, lackingOnPaper } from "../../app/_words/certificate";
import { messagesOf } from "../../app/_words/messages";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { reissueCertificate, verifyCertificate } from "../../lib/certificates/commands";
import { certificateDocument, validSheets } from "../../lib/certificates/queries";
import { locales } from "../../lib/i18n/rules";
import { approveMaster, recommendRenewal, renew } from "../../lib/stages/commands";
import { ownGates } from "../../lib/stages/rules/gates";
import { recommendRenewalSchema, renewSchema } from "../../lib/stages/schema";
import { insertGateVersion } from "../../lib/stages/store/gates";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, certifyAtOnce, serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
// What is decided later asks for nothing: it is no exception by itself. A master trainer is one for half a year.
transact(() =>
  insertGateVersion(as(w.coordinator), {
    ...{ programmeId: w.programmeId, number: 1, preset: "own", inForceFrom: "2026-01-01" },
    gates: {
      ...{ ...ownGates, validMonths: 12, masterValidMonths: 6 },
      ...{ renewalWorkshopsPerYear: 0, renewalRefresher: false, renewalExamination: false },
      ...{ masterTots: 0, masterTraining: false, masterExamination: false },
    },
  }),
);
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const cx = (day: string, by = w.coordinator) => as(by, course.at(day, "12:00"));
const words = "Workshops that were held elsewhere, seen by two of us";

const paperOf = (id: number, day: string) => {
  const on = cx(day);
  return certificateDocument(on, gate.certificateToDownload(on, serialOf(id), null));
};
const verified = (id: number, day: string) => {
  const found = verifyCertificate(cx(day, visitor), serialOf(id), `${id} ${day}`);
  if (!("name" in found)) throw new Error(found.answer);
  return found;
};
const lastPaper = () => sqlite().prepare("SELECT max(id) FROM certificates").pluck().get() as number;
const decided = (registrationId: number, kind: "renewed" | "master_approved", day: string) => {
  const { modules: _, ...way } = wayOf(registrationId);
  const by = anotherThan(w.coordinator, way.personId);
  value(recommendRenewal(cx(day, by), recommendRenewalSchema.parse({ ...way, kind, words })));
  const decide = kind === "renewed" ? renew : approveMaster;
  value(decide(cx(day), renewSchema.parse({ ...way, words, exception: false })));
  return lastPaper();
};
/** That a paper says that it came by exception, on itself in every language and to whoever verifies it. */
const saysException = (id: number, day: string) => {
  expect(verified(id, day).byException).toBe(true);
  for (const language of locales) {
    const { exceptionSaid } = messagesOf(language).certificate;
    const { details } = certificatePage({ ...paperOf(id, day), language });
    expect(details.map(({ value }) => value)).toContain(exceptionSaid);
  }
};

describe("a certification by exception", () => {
  const { id: registrationId } = course.people[0]!;
  const firstId = value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), registrationId)).certificateId;
  it("says so on paper, in the file of all of its course, and once it is issued anew", () => {
    saysException(firstId, "2027-03-02");
    const sheets = validSheets(
      cx("2027-03-02"),
      gate.course(cx("2027-03-02"), "certificates.read", course.courseId),
    );
    expect(sheets.map(({ kind, byException }) => [kind, byException])).toContainEqual([
      ...["trainer_certification", true],
    ]);
    expect(sheets.some(({ kind, byException }) => kind === "participation" && byException)).toBe(false);
  });
  it("says to whoever verifies it which conditions were not met, in every language", () => {
    const { evidence } = verified(firstId, "2027-03-02");
    expect(evidence!.lacking).toContainEqual({ gate: "workshops", need: 2, have: 0 });
    expect(evidence!.lacking!.every(({ need, have }) => have < need)).toBe(true);
    for (const language of locales) {
      const said = lackingOnPaper(evidence!, language)!;
      expect(said.toLowerCase()).toContain(messagesOf(language).gates.name.workshops.toLowerCase());
      expect(said).not.toContain(messagesOf(language).gates.name.tot);
      const { details } = certificatePage({ ...paperOf(firstId, "2027-03-02"), language });
      expect(details.map(({ value }) => value)).toContain(said);
    }
    expect(lackingOnPaper({ since: null, counts: {}, exception: true }, "en")).toBeNull();
  });
  it("hands it on to the paper of a master trainer that stands beside it, and to whatever is renewed", () => {
    const masterId = decided(registrationId, "master_approved", "2027-04-01");
    const beside = sqlite().prepare("SELECT replaces_id FROM certificates WHERE id = ?").pluck();
    expect(beside.get(masterId)).toBeNull();
    expect(verified(firstId, "2027-04-02").answer).toBe("valid");
    saysException(masterId, "2027-04-02");
    const { lacking } = verified(firstId, "2027-04-02").evidence!;
    expect(verified(masterId, "2027-04-02").evidence!.lacking).toEqual(lacking);
    const renewedId = decided(registrationId, "renewed", "2027-12-01");
    expect(renewedId).toBeGreaterThan(masterId);
    saysException(renewedId, "2027-12-02");
    value(reissueCertificate(cx("2027-12-03"), { certificateId: renewedId, reason: "A name corrected" }));
    saysException(lastPaper(), "2027-12-04");
    expect(verified(lastPaper(), "2027-12-04").evidence!.lacking).toEqual(lacking);
  });
  it("says so as well on paper that is older than what such papers rest on, which else prints as it did", () => {
    const old = course.people[1]!.id;
    const { certificateId } = value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), old));
    sqlite().exec("DROP TRIGGER certificates_fixed");
    sqlite()
      .prepare("UPDATE certificates SET facts = json_remove(facts, '$.evidence') WHERE id = ?")
      .run(certificateId);
    saysException(certificateId, "2027-03-02");
    const paper = certificatePage({ ...paperOf(certificateId, "2027-03-02"), language: "en" });
    expect(paper.sentence).toContain("following the course");
    expect(paper.details.map(({ label }) => label)).toEqual([
      ...["Programme", "Dates", "Place", "By exception", "Recommended by", "Approved by"],
      ...["Issued on", "Valid until"],
    ]);
  });
});
