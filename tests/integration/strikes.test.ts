import { describe, expect, it } from "vitest";
import { struckOnPaper } from "../../app/_words/certificate";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { reissueCertificate, verifyCertificate } from "../../lib/certificates/commands";
import { validSheets } from "../../lib/certificates/queries";
import { type Locale, locales } from "../../lib/i18n/rules";
import {
  enterStep,
  leaveCertified,
  recommendRenewal,
  renew,
  resume,
  strikeOut,
  suspend,
  withdraw,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownEntered, ownStops, ownStruckLately } from "../../lib/stages/queries/entered";
import { waitingCounts } from "../../lib/stages/queries/waits";
import { stepSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, certifyAtOnce, serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const [first, other] = [course.people[0]!, course.people[1]!];
const way = ({ id }: { id: number }) => {
  const { modules: _, ...of } = wayOf(id);
  return of;
};
const on = (day: string, by: Viewer = w.coordinator) => as(by, course.at(day, "12:00"));
const colleague = anotherThan(w.coordinator, first.personId);
const last = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const words = "Stated by both of us, with the list of marks";
const examined = (of: { id: number }, day: string) => {
  value(enterStep(on(day), stepSchema.parse({ ...way(of), step: "examination", day, words })));
  return last();
};
const heard = (personId: number, message: string) =>
  (
    sqlite()
      .prepare("SELECT params FROM notices WHERE person_id = ? AND message = ? ORDER BY id")
      .pluck()
      .all(personId, message) as string[]
  ).map((params) => JSON.parse(params) as Record<string, string>);

describe("evidence that is struck out after a certification", () => {
  const examination = examined(first, "2027-02-20");
  const { certificateId } = value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), first.id));
  const verified = () =>
    verifyCertificate(as(visitor, course.at("2027-09-02")), serialOf(certificateId), "x");
  const waiting = () => waitingCounts(on("2027-09-02")).doubted;
  it("is told the person and whoever certified them, waits for a decision, and the paper names it no more", () => {
    expect(verified()).toMatchObject({ evidence: { counts: { examination: 1 } } });
    const cx = on("2027-09-01", colleague);
    const before = wayAt(cx, way(first))!.history.find(({ id }) => id === examination)!;
    expect(before.strike).toEqual({ change: null, doubts: true });
    value(strikeOut(cx, { entryId: examination, words: "Another person's marks" }));
    expect(heard(first.personId, "stageDecided")).toMatchObject([
      { decision: "doubt", reason: "Another person's marks" },
    ]);
    expect(heard(w.coordinator.personId!, "entryStruck")).toMatchObject([{ entry: "doubt" }]);
    expect(verified()).toMatchObject({ answer: "valid" });
    expect(verified()).not.toMatchObject({ evidence: { counts: { examination: 1 } } });
    // Who holds an older print reads why it names more.
    expect(verified()).toMatchObject({ struck: { examination: 1 }, struckOn: ["2027-09-01"] });
    // The history says what a strike struck out and of which day, and of what was struck out when.
    const [strike, ...earlier] = wayAt(cx, way(first))!.history;
    expect(strike).toMatchObject({ kind: "struck", what: { kind: "examination", day: "2027-02-20" } });
    expect(earlier.find(({ id }) => id === examination)).toMatchObject({
      ...{ struckOn: "2027-09-01", what: null },
    });
    expect(waiting()).toBe(1);
    expect(certificationsPage(on("2027-09-02"), {}).doubted).toMatchObject([
      { kind: "examination", words: "Another person's marks", person: { id: first.personId } },
    ]);
    const [doubt, ...more] = wayAt(on("2027-09-02"), way(first))!.doubts;
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({ kind: "examination", recommended: false });
    // Its own conditions, not those of a renewal.
    expect(doubt!.decided[0]!.lacking!.map(({ gate }) => gate)).toEqual([
      ...["actionPlan", "workshops", "observations", "observers"],
    ]);
    expect(wayAt(on("2027-09-02"), way(first))!.shown.doubted).toEqual(["M1", "M2"]);
    // On paper the day of the strike is not taken for that of the examination.
    const said = verified() as Parameters<typeof struckOnPaper>[0];
    for (const language of locales)
      expect(struckOnPaper(said, language)).toMatch(/^(struck out on|rayé le|شُطب في) .*2027.*: /);
  });
  it("is said to the person, on their way for good and among their tasks for two weeks, with day and reason", () => {
    const own = (day: string) => as({ ...w.trainer, personId: first.personId }, course.at(day));
    const lately = (day: string) => ownStruckLately(own(day), gate.self(own(day)));
    const struck = { kind: "examination", day: "2027-02-20", struckOn: "2027-09-01" };
    expect(lately("2027-09-15")).toMatchObject([
      { struck: [{ ...struck, words: "Another person's marks", asks: true, left: null }] },
    ]);
    expect(lately("2027-09-16")).toEqual([]);
    expect(ownEntered(own("2028-01-01"), gate.self(own("2028-01-01")))).toMatchObject([
      { steps: [], struck: [struck] },
    ]);
  });
  it("is left with a reason, once, by whoever decides, and stays in the history", () => {
    const entryId = last();
    for (const by of [w.stranger, w.trainer])
      expect(fault(leaveCertified(on("2027-09-02", by), { entryId, words })).code).toBe("notFound");
    // Whoever recommended it does not settle it too.
    expect(fault(leaveCertified(on("2027-09-02", colleague), { entryId, words })).code).toBe(
      "recommenderDecides",
    );
    expect(wayAt(on("2027-09-02", colleague), way(first))!.doubts).toMatchObject([{ recommended: true }]);
    value(leaveCertified(on("2027-09-02"), { entryId, words: "The workshops say enough" }));
    expect(fault(leaveCertified(on("2027-09-02"), { entryId, words })).code).toBe("stale");
    expect(waiting()).toBe(0);
    // The person reads what was decided, also where the strike itself is old.
    const own = as({ ...w.trainer, personId: first.personId }, course.at("2027-09-16"));
    expect(ownStruckLately(own, gate.self(own))).toMatchObject([
      { struck: [{ asks: false, left: { day: "2027-09-02", words: "The workshops say enough" } }] },
    ]);
    expect(heard(first.personId, "stageDecided").at(-1)).toMatchObject({
      ...{ decision: "left", reason: "The workshops say enough" },
    });
    const page = wayAt(on("2027-09-02"), way(first))!;
    expect(page.shown).toMatchObject({ doubted: null, standing: { byException: true } });
    expect(page.doubts).toEqual([]);
    expect(page.history[0]).toMatchObject({
      ...{ left: true, words: "The workshops say enough" },
      what: { kind: "examination", day: "2027-02-20" },
    });
  });
});

describe("papers that rest on what was struck out", () => {
  it("name it no more, in the file of all of their course and issued anew, which says what was struck out", () => {
    const cx = on("2027-09-03");
    const standing = () =>
      validSheets(cx, gate.course(cx, "certificates.read", course.courseId)).find(
        ({ kind, facts }) => kind === "trainer_certification" && facts.name === "Amal",
      )!;
    const sheet = standing();
    expect(sheet.facts.evidence).toMatchObject({ exception: true });
    expect(sheet.facts.evidence!.counts).not.toHaveProperty("examination");
    value(reissueCertificate(cx, { certificateId: sheet.id, reason: "A name corrected" }));
    const anew = standing();
    expect(anew.id).not.toBe(sheet.id);
    expect(anew.facts.evidence!.counts).not.toHaveProperty("examination");
    const asked = verifyCertificate(as(visitor, course.at("2027-09-04")), serialOf(anew.id), "y");
    expect(asked).toMatchObject({ answer: "valid", struck: { examination: 1 } });
    expect(asked).toMatchObject({ evidence: anew.facts.evidence });
  });
});

describe("a trainer certification that is issued anew", () => {
  it("is told to its holder as that, and as suspended where it is, in every language", () => {
    const of = course.people[2]!;
    const { certificateId } = value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), of.id));
    const last = () => {
      const row = sqlite()
        .prepare(
          "SELECT params FROM notices WHERE person_id = ? AND message = 'trainerCertified' ORDER BY id DESC",
        )
        .pluck()
        .get(of.personId) as string;
      return JSON.parse(row) as Record<string, string>;
    };
    const mail = (language: Locale) =>
      writeMessage({ language, message: "trainerCertified", params: { ...last(), link: "x", page: "y" } });
    const first = locales.map((language) => mail(language).subject);
    value(reissueCertificate(on("2027-03-02"), { certificateId, reason: "A name corrected" }));
    const anew = locales.map((language) => mail(language));
    for (const [at, { subject }] of anew.entries()) expect(subject).not.toBe(first[at]);
    value(suspend(on("2027-03-03"), { ...way(of), words: "A complaint that is looked into" }));
    const held = sqlite().prepare("SELECT max(id) FROM certificates").pluck().get() as number;
    value(reissueCertificate(on("2027-03-04"), { certificateId: held, reason: "A name corrected" }));
    expect(last().reissued).toBe("suspended");
    for (const [at, language] of locales.entries()) {
      const { text } = mail(language);
      expect(text.length).toBeGreaterThan(anew[at]!.text.length);
      expect(text).not.toContain("{");
    }
    expect(mail("en").text).toContain("stays suspended");
  });
});

describe("the word by which a suspended certification goes on", () => {
  it("is struck out with its consequence said and told, and another one can be given", () => {
    value(certifyAtOnce(w.coordinator, course.at("2027-03-01"), other.id));
    value(suspend(on("2027-04-01"), { ...way(other), words: "A complaint that is looked into" }));
    expect(heard(other.personId, "stageDecided").at(-1)).toMatchObject({
      decision: "certificationSuspended",
    });
    const own = as({ ...w.trainer, personId: other.personId }, course.at("2027-04-01"));
    expect(ownStops(own, gate.self(own))).toMatchObject([{ words: "A complaint that is looked into" }]);
    expect(wayAt(on("2027-04-02"), way(other))!.may).toMatchObject({ withdraw: true, stop: false });
    value(resume(on("2027-04-02"), { entryId: last(), words: "It was unfounded, as we heard" }));
    const resumed = last();
    expect(heard(other.personId, "stageDecided").at(-1)).toMatchObject({ decision: "certificationResumed" });
    const cx = on("2027-05-01", colleague);
    expect(wayAt(cx, way(other))!.history.find(({ id }) => id === resumed)?.strike).toEqual({
      ...{ change: { from: "certified", to: "suspended" }, doubts: false },
    });
    value(strikeOut(cx, { entryId: resumed, words: "It was another person" }));
    expect(heard(other.personId, "stageDecided").at(-1)).toMatchObject({
      decision: "struck",
      stage: "suspended",
    });
    expect(heard(w.coordinator.personId!, "entryStruck").at(-1)).toMatchObject({ entry: "resumed" });
    const { may, shown } = wayAt(on("2027-05-02"), way(other))!;
    expect([shown.standing.stage, shown.next.step]).toEqual(["suspended", "resume"]);
    value(resume(on("2027-05-02"), { entryId: may.resume!, words: "Heard once more, unfounded" }));
    expect(wayAt(on("2027-05-02"), way(other))!.shown.standing.stage).toBe("certified");
  });
  it("stays once something was decided since", () => {
    const resumed = last();
    const of = { ...way(other), words };
    const towards = { ...of, kind: "renewed" as const };
    value(recommendRenewal(on("2029-12-01", colleague), towards));
    value(renew(on("2029-12-02"), { ...of, exception: true }));
    expect(fault(strikeOut(on("2029-12-03"), { entryId: resumed, words })).code).toBe("undoOvertaken");
    expect(wayAt(on("2029-12-03"), way(other))!.history.find(({ id }) => id === resumed)).toMatchObject({
      ...{ decidedOn: true, strikable: false },
    });
  });
  it("is not asked any more once the certification was withdrawn", () => {
    value(suspend(on("2030-01-01"), { ...way(other), words }));
    value(withdraw(on("2030-01-02"), { ...way(other), words }));
    expect(wayAt(on("2030-01-02"), way(other))!.may.resume).toBeNull();
  });
});
