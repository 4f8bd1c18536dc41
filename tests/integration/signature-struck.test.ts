import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { verifyCertificate } from "../../lib/certificates/commands";
import {
  approve,
  leaveCertified,
  observe,
  recommend,
  signObservation,
  strikeOut,
} from "../../lib/stages/commands";
import { personObservations } from "../../lib/stages/queries";
import { certificationsPage } from "../../lib/stages/queries/certifications";
import { wayAt } from "../../lib/stages/queries/deciding";
import { ownStruckLately } from "../../lib/stages/queries/entered";
import { observationPage } from "../../lib/stages/queries/observing";
import { wayWaits } from "../../lib/stages/queries/waits";
import { criteria } from "../../lib/stages/rules/rubric";
import { observeSchema, recommendSchema, signSchema } from "../../lib/stages/schema";
import { as } from "../support/as";
import { anotherThan, certifyAtOnce, serialOf, wayOf } from "../support/certify";
import { freshDatabase } from "../support/database";
import { setFirstGates } from "../support/gatesSet";
import { onTheWay } from "../support/onTheWay";
import { value, world } from "../support/world";

freshDatabase();
const w = world();
// An observation that both signed is all that is asked beside the training.
setFirstGates(w, { observations: "1", observers: "1" });
const { tot, toolId, viewerOf, workshopOf, dayAfter } = await onTheWay(w);
const { modules, ...way } = wayOf(tot.people[0]!.id);
const amal = way.personId;
const workshop = await workshopOf(amal);
const [rami] = w.trainerIds as [number];
const second = anotherThan(w.coordinator, amal);
const at = (days: number) => workshop.at(dayAfter(workshop, days), "12:00");
const last = () => sqlite().prepare("SELECT max(id) FROM stage_events").pluck().get() as number;
const page = (days: number, by: Viewer = w.coordinator) => wayAt(as(by, at(days)), way)!;
const toSign = (days: number) => wayWaits(as(viewerOf(amal), at(days))).toSign.map(({ id }) => id);
const heardOf = (reason: string) =>
  sqlite()
    .prepare("SELECT message FROM notices WHERE json_extract(params, '$.reason') = ? ORDER BY message")
    .pluck()
    .all(reason);

const remark = "The second group was not mine";

it("the signature of an observation, with a remark of whoever was observed beside it, that is struck out leaves the certification in doubt, until it is signed anew or left", () => {
  const points = Object.fromEntries(criteria.map((one) => [one, "4"]));
  const of = { courseId: String(workshop.courseId), personId: String(amal), toolId: String(toolId) };
  const said = { ...of, programmeId: String(w.programmeId), day: workshop.endsOn, points };
  const words = {
    strengths: "Everybody worked in groups.",
    advice: "Leave time for the summary.",
    ground: "",
    correctsId: "",
    reason: "",
  };
  value(observe(as(viewerOf(rami), workshop.evening), observeSchema.parse({ ...said, ...words })));
  const observationId = last();
  workshop.end();
  const signing = signSchema.parse({ observationId: String(observationId), words: `${remark}\n` });
  value(signObservation(as(viewerOf(amal), at(1)), signing));
  const signature = last();
  const shown = page(2).evidence.find(({ key }) => key === `event ${observationId}`)!;
  expect(shown.entered?.observation).toMatchObject({ remark, taken: null, unsigned: false });
  const observed = observationPage(
    as(viewerOf(rami), at(2)),
    { courseId: workshop.courseId, personId: amal },
    { toolId, programmeId: w.programmeId },
  );
  expect(observed.mine).toMatchObject({ remark });
  // A colleague who may recommend them reads that they signed, and not what they remarked.
  const colleague = tot.people[1]!;
  value(certifyAtOnce(w.coordinator, at(2), colleague.id));
  const signedFor = (by: Viewer) => page(2, by).history.find(({ id }) => id === signature);
  expect(signedFor(viewerOf(colleague.personId))).toMatchObject({ kind: "signed", words: null });
  for (const by of [w.coordinator, viewerOf(rami)]) expect(signedFor(by)).toMatchObject({ words: remark });
  const keys = Object.fromEntries(Object.entries(way).map(([name, key]) => [name, String(key)]));
  value(
    recommend(as(second, at(2)), recommendSchema.parse({ ...keys, modules, words: "Seen, and seen again" })),
  );
  const { certificateId } = value(
    approve(as(w.coordinator, at(3)), { recommendationId: last(), modules, words: null }),
  );
  const verified = () => verifyCertificate(as(visitor, at(9)), serialOf(certificateId), "x");
  expect(verified()).toMatchObject({ evidence: { counts: { observations: 1 } }, struck: {} });

  // It is said before, told, waits for a decision, and the paper names the observation no more.
  const cx = as(second, at(4));
  expect(page(4, second).history.find(({ id }) => id === signature)!.strike).toMatchObject({ doubts: true });
  value(strikeOut(cx, { entryId: signature, words: "Somebody else pressed it" }));
  expect(heardOf("Somebody else pressed it")).toEqual(["entryStruck", "stageDecided"]);
  expect(page(5).shown.doubted).toEqual(modules);
  expect(page(5).doubts).toMatchObject([
    { kind: "signed", taken: false, decided: [{ modules, lacking: [{ have: 0 }, { have: 0 }] }] },
  ]);
  expect(certificationsPage(as(w.coordinator, at(5)), {}).doubted).toMatchObject([
    { kind: "signed", taken: false, person: { id: amal } },
  ]);
  expect(verified()).toMatchObject({ answer: "valid", struck: { observations: 1 } });
  const own = as(viewerOf(amal), at(5));
  expect(ownStruckLately(own, gate.self(own))).toMatchObject([
    { struck: [{ kind: "signature", asks: true }] },
  ]);
  // The observation is unsigned again wherever it is read.
  expect(toSign(5)).toEqual([observationId]);
  const seen = () => {
    const by = as(w.coordinator, at(6));
    return personObservations(by, gate.person(by, "people.read", amal))[0]!.signed;
  };
  expect(seen()).toBe(false);

  value(signObservation(as(viewerOf(amal), at(6)), { observationId }));
  expect(page(7).shown.doubted).toBeNull();
  expect(page(7).doubts).toEqual([]);
  expect(seen()).toBe(true);

  // That signature gone too, it is asked and told anew.
  value(strikeOut(as(second, at(7)), { entryId: last(), words: "Pressed by somebody else again" }));
  const again = last();
  expect(heardOf("Pressed by somebody else again")).toEqual(["entryStruck", "stageDecided"]);
  expect(page(8).doubts.map(({ id }) => id)).toEqual([again]);
  value(leaveCertified(as(w.coordinator, at(8)), { entryId: again, words: "The coordinator was there" }));
  expect(page(9).shown).toMatchObject({ doubted: null, standing: { byException: true } });
});
