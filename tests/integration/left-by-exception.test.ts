import { expect, it } from "vitest";
import { certificatePage, lackingOnPaper } from "../../app/_words/certificate";
import { certifiedTable, registerTable } from "../../app/_words/trainerTable";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { reissueCertificate, verifyCertificate } from "../../lib/certificates/commands";
import { certificateDocument, validSheets } from "../../lib/certificates/queries";
import { locales } from "../../lib/i18n/rules";
import {
  approve,
  approveMaster,
  enterStep,
  leaveCertified,
  recommend,
  recommendRenewal,
  renew,
  resume,
  strikeOut,
  suspend,
  withdraw,
} from "../../lib/stages/commands";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { certifiedOnDay } from "../../lib/stages/queries/certifiedOn";
import { wayAt } from "../../lib/stages/queries/deciding";
import { renewalsOf } from "../../lib/stages/queries/renewals";
import { wayWaits } from "../../lib/stages/queries/waits";
import { recommendSchema, stepSchema } from "../../lib/stages/schema";
import { trainerRegister } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { fault, person, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
// An examination is all that is asked beside the training.
setFirstGates(w, { examination: "yes" });
const course = await issued("tot");
const words = "The list of marks, signed by both of us";
const last = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const third = { ...w.coordinator, administrator: true, personId: person("Third") };

/** Certifies one of them, all conditions met; then the examination is struck out. Gives the paper, the way and the strike. */
function certifiedAndStruck(registrationId: number) {
  const { modules, ...way } = wayOf(registrationId);
  const second = anotherThan(w.coordinator, way.personId);
  const keys = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));
  const on = (day: string, by = w.coordinator) => as(by, course.at(day, "12:00"));
  const step = { ...way, step: "examination", day: "2027-02-20", words };
  value(enterStep(on("2027-02-21"), stepSchema.parse(step)));
  const examination = last();
  value(recommend(on("2027-02-22", second), recommendSchema.parse({ ...keys, modules, words })));
  const { certificateId } = value(
    approve(on("2027-03-01"), { recommendationId: last(), modules, words: null }),
  );
  value(strikeOut(on("2027-04-01"), { entryId: examination, words: "Another person's marks" }));
  return { on, way, strike: last(), certificateId, step, serial: serialOf(certificateId) };
}

const paper = (certificateId: number) => {
  const cx = as(w.coordinator, course.at("2027-06-01"));
  return certificateDocument(cx, gate.certificate(cx, "certificate.download", certificateId));
};
const verified = (serial: string) => verifyCertificate(as(visitor, course.at("2027-06-03")), serial, "x");
const lacking = [{ gate: "examination", need: 1, have: 0 }];

it("a doubt that nobody decided on stands wherever somebody is said to be certified, until it is left", () => {
  const { on, way, strike } = certifiedAndStruck(course.people[2]!.id);
  const { personId, toolId } = way;
  const cx = on("2027-04-02");
  const head = "Rests on something struck out";
  const marks = () => {
    const reach = gate.reach(cx, "trainers.read");
    const listed = trainerRegister(cx, reach, { q: null }, "2027-04-02", "2027-04-02").trainers.find(
      ({ id }) => id === personId,
    )!;
    const asked = { day: "2027-04-02", toolId, modules: [], country: null };
    const certified = certifiedOnDay(cx, reach, asked, null).rows.find((row) => row.personId === personId)!;
    const [renewal] = renewalsOf(cx, gate.person(cx, "people.read", personId), "2027-04-02");
    const [register, ofDay] = [registerTable("en"), certifiedTable("en")];
    return [
      ...[listed.ways[0]!.doubted, certified.doubted, renewal!.doubted],
      register.rowsOf(listed)[0]![register.heads.indexOf(head)],
      ofDay.rowOf(certified)[ofDay.heads.indexOf(head)],
    ];
  };
  expect(marks()).toEqual([["M1", "M2"], ["M1", "M2"], true, "yes", "yes"]);
  // Nobody renews it past the question, nor makes a master trainer of it, neither alone nor by exception.
  const prolong = { ...way, words, exception: true };
  expect(fault(renew(on("2029-12-01", third), prolong)).code).toBe("doubtFirst");
  expect(fault(approveMaster(on("2027-04-02", third), prolong)).code).toBe("doubtFirst");
  expect(fault(recommendRenewal(on("2029-12-01", third), { ...way, words, kind: "renewed" })).code).toBe(
    "doubtFirst",
  );
  expect(marks()).toEqual([["M1", "M2"], ["M1", "M2"], true, "yes", "yes"]);
  value(leaveCertified(on("2027-05-01", third), { entryId: strike, words: "The workshops say enough" }));
  expect(marks()).toEqual([null, null, false, "no", "no"]);
});

it("a certification that was left as it is though it misses a condition says so on its paper and to whoever verifies it, for ever", () => {
  const { on, way, strike, certificateId, serial } = certifiedAndStruck(course.people[0]!.id);
  // As long as nobody decided, it is not by exception.
  expect(verified(serial)).toMatchObject({ answer: "valid", byException: false });
  expect(paper(certificateId).byException).toBe(false);
  value(leaveCertified(on("2027-05-01", third), { entryId: strike, words: "The workshops say enough" }));
  expect(wayAt(on("2027-06-01"), way)!.shown.standing.byException).toBe(true);
  expect(verified(serial)).toMatchObject({ answer: "valid", byException: true, evidence: { lacking } });
  const document = paper(certificateId);
  for (const language of locales) {
    const said = JSON.stringify(certificatePage({ ...document, language }, null).details);
    expect(said).toContain(lackingOnPaper({ lacking: lacking as never }, language)!);
  }
  const sheets = () =>
    validSheets(
      on("2027-06-01"),
      gate.course(on("2027-06-01"), "certificates.read", course.courseId),
    ).flatMap(({ kind, byException }) => (kind === "trainer_certification" ? byException : []));
  expect(sheets()).toContain(true);
  // Left by mistake: it is asked again, and nothing is by exception.
  const left = last();
  value(strikeOut(on("2027-05-02"), { entryId: left, words: "Left by mistake, as we heard" }));
  expect(wayAt(on("2027-06-01"), way)!).toMatchObject({
    shown: { doubted: ["M1", "M2"], standing: { byException: false } },
    doubts: [{ id: strike }],
  });
  expect(verified(serial)).toMatchObject({ byException: false });
  expect(certificationsPage(on("2027-06-01", third), {}).doubted).toHaveLength(1);
  value(leaveCertified(on("2027-05-03", third), { entryId: strike, words: "The workshops say enough" }));
  expect(verified(serial)).toMatchObject({ byException: true });
  // What stands in its place says it too.
  value(reissueCertificate(on("2027-06-02"), { certificateId, reason: "A name corrected" }));
  expect(sheets()).toContain(true);
  const anew = sqlite().prepare("SELECT serial FROM certificates WHERE replaces_id = ?").pluck();
  expect(verified(anew.get(certificateId) as string)).toMatchObject({
    ...{ byException: true, evidence: { lacking } },
    ...{ decidedOn: "2027-03-01", issuedOn: "2027-06-02" },
  });
  expect(verified(serial)).toMatchObject({ decidedOn: null });
  const again = anew.get(certificateId) as string;
  const key = sqlite().prepare("SELECT id FROM certificates WHERE serial = ?").pluck().get(again) as number;
  const [said] = certificatePage(paper(key)).details.filter(({ label }) => label === "Decided on");
  expect(said?.value).toContain("1 March 2027");
});

it("one that meets its conditions all the same is by no exception", () => {
  const { on, strike, certificateId, serial, step } = certifiedAndStruck(course.people[1]!.id);
  // The right marks turned up, of a day before it was decided.
  value(enterStep(on("2027-04-02"), stepSchema.parse(step)));
  value(leaveCertified(on("2027-05-01", third), { entryId: strike, words: "The right list is here" }));
  expect(verified(serial)).toMatchObject({ answer: "valid", byException: false });
  expect(paper(certificateId).byException).toBe(false);
});

it("whoever recommended reads on Today what halted since what was approved, until it goes on", () => {
  const { modules: _, ...way } = wayOf(course.people[2]!.id);
  const on = (day: string, by = w.coordinator) => as(by, course.at(day, "12:00"));
  const recommender = anotherThan(w.coordinator, way.personId);
  const sent = () =>
    wayWaits(on("2027-03-20", recommender)).sent.find(({ person }) => person.id === way.personId)!;
  expect(sent()).toMatchObject({ became: "approved", halted: null });
  value(suspend(on("2027-03-10"), { ...way, words: "A complaint that is looked into" }));
  expect(sent()).toMatchObject({ became: "approved", halted: { what: "halted", day: "2027-03-10" } });
  value(resume(on("2027-03-11"), { entryId: last(), words: "It was unfounded, as we heard" }));
  expect(sent().halted).toBe(null);
  value(withdraw(on("2027-03-12"), { ...way, words: "It went to another person" }));
  expect(sent().halted).toEqual({ what: "withdrawn", day: "2027-03-12" });
});
