import { describe, expect, it } from "vitest";
import { fieldsOf, withScheme } from "../../app/[locale]/(desk)/desk/programmes/[programme]/gates/shown";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { revokeCertificate } from "../../lib/certificates/commands";
import { faultsOf } from "../../lib/faults";
import { locales } from "../../lib/i18n/rules";
import { enterCertifiedBefore, setGates } from "../../lib/stages/commands";
import { personStandings } from "../../lib/stages/queries";
import { programmeGates } from "../../lib/stages/queries/gates";
import {
  type GatePreset,
  type Gates,
  gatesIn,
  ownGates,
  presets,
  type Unset,
} from "../../lib/stages/rules/gates";
import { gatesSchema, gatesSchemaOn } from "../../lib/stages/schema";
import { addMonths } from "../../lib/time/zone";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll, certifyAtOnce } from "../support/certify";
import { freshDatabase } from "../support/database";
import { fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const amal = course.people[0]!;
const at = course.at("2027-03-01");
const set = (more: Record<string, unknown> = {}, by: Viewer = w.coordinator, when = at) =>
  setGates(
    as(by, when),
    gatesSchema.parse({
      programmeId: w.programmeId,
      seen: sqlite().prepare("SELECT count(*) FROM gate_versions").pluck().get(),
      preset: "own",
      inForceFrom: "2027-04-01",
      ...ownGates,
      countOneIn: 1,
      ...more,
    }),
  );
const standing = (day: string, personId = amal.personId, when = at) => {
  const cx = as(w.coordinator, when);
  return personStandings(cx, gate.person(cx, "people.read", personId), day)[0];
};

describe("the gates of a programme", () => {
  it("are a version from a day on, which nothing changes any more", () => {
    value(set({ workshops: 4 }, w.coordinator, now));
    expect(() => sqlite().exec("UPDATE gate_versions SET in_force_from = '2020-01-01'")).toThrow(
      /never changed/,
    );
    expect(() => sqlite().exec("DELETE FROM gate_versions")).toThrow(/never deleted/);
    expect(sqlite().prepare("SELECT action FROM audit_log ORDER BY id DESC LIMIT 1").pluck().get()).toBe(
      "gates.set",
    );
  });
  it("ask for no more workshops as lead than workshops in all", () => {
    const { error } = gatesSchema.safeParse({
      programmeId: w.programmeId,
      seen: 0,
      preset: "own",
      inForceFrom: "2027-04-01",
      ...ownGates,
      countOneIn: 1,
      workshops: 2,
      leadWorkshops: 5,
    });
    expect(error?.issues.map(({ path }) => path)).toEqual([["leadWorkshops"]]);
  });
  it("ask for points as points, and for no observers where no observation is asked for", () => {
    const form = {
      programmeId: w.programmeId,
      seen: 0,
      preset: "own",
      inForceFrom: "2027-04-01",
      ...ownGates,
      countOneIn: 1,
    };
    const said = (more: object) =>
      faultsOf(gatesSchema.safeParse({ ...form, ...more }).error?.issues ?? []) ?? {};
    expect(said({ passMark: "5.5" })).toEqual({
      passMark: { code: "pointsRange", params: { min: 1, max: 5 } },
    });
    // A day that is too far is said with the rest, not once the rest is right.
    const now = gatesSchemaOn("2027-03-01").safeParse({
      ...form,
      inForceFrom: "2037-03-02",
      passMark: "5.5",
    });
    expect(Object.keys(faultsOf(now.error?.issues ?? []) ?? {}).sort()).toEqual(["inForceFrom", "passMark"]);
    expect(said({ inForceFrom: "1989-12-31" })).toEqual({ inForceFrom: { code: "gatesDayFar" } });
    expect(said({ inForceFrom: "" })).toEqual({ inForceFrom: { code: "required" } });
    expect(said({ observations: 0, observers: 1 })).toEqual({ observers: { code: "observersOfNothing" } });
    expect(said({ observations: 0, observers: 0 })).toEqual({});
    expect(said({ observations: 5, observers: 2, workshops: 1 })).toEqual({
      observations: { code: "moreObservedThanHeld" },
    });
    expect(said({ observations: 5, observers: 2, workshops: 0 })).toEqual({});
    for (const observers of [0, 1])
      expect(said({ observations: 2, observers })).toEqual({ observers: { code: "observersAlwaysSame" } });
    expect(said({ observations: 1, observers: 1 })).toEqual({});
  });
  it("are refused where something is not set, for a day that is over, after a colleague, and for whom it is not", () => {
    const said = {
      programmeId: 1,
      seen: 0,
      preset: "siyb",
      inForceFrom: "2027-04-01",
      ...ownGates,
      countOneIn: 1,
    };
    for (const open of [{ practicum: "" }, { workshops: "" }, { workshops: 21 }])
      expect(gatesSchema.safeParse({ ...said, ...open }).success, JSON.stringify(open)).toBe(false);
    expect(fault(set({ inForceFrom: "2027-02-01" })).fields).toEqual({
      inForceFrom: { code: "gatesFromPast" },
    });
    for (const inForceFrom of ["2037-03-02", "2099-01-01"])
      expect(fault(set({ inForceFrom })).fields, inForceFrom).toEqual({
        inForceFrom: { code: "gatesDayFar" },
      });
    expect(fault(set({ seen: 0 })).code).toBe("gatesSetMeanwhile");
    expect(fault(set({}, w.stranger)).code).toBe("notFound");
    expect(fault(set({}, w.trainer)).code).toBe("notFound");
  });
  it("say beforehand whom a version from the day that is typed touches, who has a place there, and who stays", async () => {
    const tot = opened(w, { kind: "tot", startsOn: "2027-05-02", endsOn: "2027-05-06" });
    for (const name of ["Dina", "Elias"]) value(await registered(tot.slug, { name }));
    sqlite()
      .prepare("UPDATE registrations SET state = 'declined' WHERE id = (SELECT max(id) FROM registrations)")
      .run();
    const page = (inForceFrom: string, by: Viewer = w.coordinator) => {
      const cx = as(by, at);
      const programme = gate.programme(cx, "programmes.edit", w.programmeId);
      return programmeGates(cx, programme, "2027-04-02", { inForceFrom, corrects: null });
    };
    expect(page("2027-05-06")).toMatchObject({
      ...{ now: { number: 1 }, entered: 3, versions: [{ number: 1, people: 0 }] },
      touched: [{ id: tot.courseId, placed: 1, named: [{ name: "Dina" }], by: 2 }],
      stays: [{ number: null, people: 3, named: [{ name: "Amal" }, { name: "Badr" }, { name: "Chadi" }] }],
    });
    // It has ended by the day after, and is judged by what is in force now; a day far away is none.
    for (const day of ["2027-05-07", "2099-01-01"]) expect(page(day).touched).toEqual([]);
    // Another version of that day or before it takes its place there.
    value(set({ inForceFrom: "2027-05-01", workshops: 4 }));
    expect(page("2027-04-15").touched).toEqual([]);
    expect(page("2027-05-01").touched).toHaveLength(1);
  });
});

describe("a version", () => {
  const inForce = (day: string) => {
    const cx = as(w.coordinator, at);
    return programmeGates(cx, gate.programme(cx, "programmes.edit", w.programmeId), day, {
      ...{ inForceFrom: null, corrects: null },
    }).now?.gates.workshops;
  };
  it("that is to come is corrected until its day: another takes its place, also on another day", () => {
    value(set({ workshops: 5, inForceFrom: "2027-09-01" }));
    const { length } = sqlite().prepare("SELECT id FROM gate_versions").all();
    value(set({ workshops: 6, inForceFrom: "2027-09-01", corrects: length }));
    expect(inForce("2027-09-02")).toBe(6);
    value(set({ workshops: 7, inForceFrom: "2027-10-01", corrects: length + 1 }));
    expect([inForce("2027-09-02"), inForce("2027-10-01")]).toEqual([4, 7]);
    expect(fault(set({ corrects: 1 }, w.coordinator, course.at("2027-04-02"))).code).toBe("stale");
  });
  it("says how many workshops are confirmed: the form of one from before asks for it, and another stays as it is", () => {
    for (const countOneIn of ["", "0", "21"]) {
      const form = { programmeId: 1, seen: 0, preset: "own", inForceFrom: "2027-04-01" };
      const said = { ...form, ...fieldsOf(ownGates, "en"), countOneIn };
      expect(gatesSchema.safeParse(said).success, countOneIn).toBe(false);
    }
    expect(fieldsOf(ownGates, "en").countOneIn).toBe("");
    for (const gates of [presets.own as Gates, { ...ownGates, countOneIn: 4 }]) {
      const form = { programmeId: 1, seen: 0, preset: "own", inForceFrom: "2027-04-01" };
      const saved = gatesSchema.parse({ ...form, ...fieldsOf(gates, "en") });
      expect(gatesIn(saved)).toEqual(gates);
      expect(fieldsOf(gatesIn(saved), "en")).toEqual(fieldsOf(gates, "en"));
    }
  });
  it("may begin on a day that is over where nobody who entered would be judged anew", () => {
    value(set({ workshops: 3, inForceFrom: "2027-02-20" }));
    expect([inForce("2027-02-19"), inForce("2027-02-21")]).toEqual([undefined, 3]);
    expect(standing("2027-03-01")?.version).toBeNull();
    expect(fault(set({ inForceFrom: course.endsOn })).fields).toEqual({
      inForceFrom: { code: "gatesFromPast" },
    });
  });
  it("names whoever was certified before, without a training here, as whoever completed one", () => {
    const personId = w.trainerIds[1]!;
    value(
      enterCertifiedBefore(as(w.coordinator, at), {
        ...{ personId, programmeId: w.programmeId, moduleIds: [...w.moduleIds] },
        ...{ day: "2024-06-10", until: "2027-06-10", words: "ITCILO certificate 4711" },
      }),
    );
    const page = (inForceFrom: string) => {
      const cx = as(w.coordinator, at);
      const programme = gate.programme(cx, "programmes.edit", w.programmeId);
      return programmeGates(cx, programme, "2027-03-01", { inForceFrom, corrects: null });
    };
    // It says nothing before somebody else confirmed it.
    expect(page("2024-01-01").touchedBefore.people).toBe(0);
    expect(approveAll(as(anotherThan(w.coordinator, personId), at))).toEqual({ approved: 1, faults: [] });
    expect(page("2024-01-01").touchedBefore).toMatchObject({ people: 1, named: [{ id: personId }] });
    expect(page("2024-06-11").touchedBefore).toEqual({ people: 0, named: [] });
    const stays = page("2027-06-01").stays.find(({ number }) => number === null)!;
    expect(stays.named.map(({ id }) => id)).toContain(personId);
    expect(fault(set({ inForceFrom: "2024-01-01" })).fields).toEqual({
      inForceFrom: { code: "gatesFromPast" },
    });
  });
});

describe("choosing a scheme", () => {
  const choose = (scheme: GatePreset, before: Unset, said: Record<string, string>) => {
    const { fields, touched } = withScheme(scheme, before, said, "en");
    return { ...fields, touched: touched.join(",") };
  };
  it("fills what nobody changed, and leaves what somebody did", () => {
    const filled = choose("siyb", ownGates, { ...fieldsOf(ownGates, "en"), workshops: "7" });
    expect(filled).toMatchObject({
      workshops: "7",
      practicum: "yes",
      observations: "",
      masterValidMonths: "36",
    });
    expect(choose("score", presets.siyb, filled)).toMatchObject({
      workshops: "7",
      firstModule: "yes",
      practicum: "",
    });
  });
  it("keeps what was typed on the way through a scheme that says the same, and back", () => {
    // SIYB says nothing of how long it holds; GERME says 36.
    const typed = { ...fieldsOf(presets.siyb, "en"), validMonths: "36", graceMonths: "3" };
    const germe = choose("germe", presets.siyb, typed);
    expect(germe).toMatchObject({ validMonths: "36", graceMonths: "3", workshopMonths: "" });
    expect(choose("siyb", presets.germe, germe)).toMatchObject({
      validMonths: "36",
      graceMonths: "3",
      workshopMonths: "",
    });
  });
  it("shows points as the page's language writes them, which the form reads", () => {
    const asking = { ...ownGates, passMark: 35 };
    expect(fieldsOf(asking, "fr").passMark).toBe("3,5");
    const form = { programmeId: 1, seen: 0, preset: "own", inForceFrom: "2027-04-01", ...ownGates };
    for (const locale of locales) {
      const { passMark } = fieldsOf(asking, locale);
      expect(gatesSchema.parse({ ...form, countOneIn: "1", passMark })).toMatchObject({ passMark: 35 });
    }
  });
});

describe("somebody's standing", () => {
  it("is judged by what was in force when they completed the training, whatever is set later", () => {
    expect(standing("2027-04-02")).toMatchObject({
      version: null,
      standing: {
        stage: "tot_completed",
        since: course.endsOn,
        next: { step: "actionPlan", missing: 1 },
        gates: expect.arrayContaining([
          expect.objectContaining({ gate: "workshops", need: 2, have: 0, missing: 2 }),
        ]),
      },
    });
    expect(standing("2027-01-01")).toBeUndefined();
    // Whoever teaches without having completed a training of trainers is on no way.
    expect(standing("2027-04-02", w.trainerIds[0]!)).toBeUndefined();
  });
  it("is certified by the certifications that there are, until they end or are taken back", () => {
    const { certificateId } = value(certifyAtOnce(w.coordinator, at, amal.id));
    const until = addMonths("2027-03-01", 36);
    expect(standing("2027-03-01")?.standing).toMatchObject({
      stage: "certified",
      validUntil: until,
      modules: ["M1", "M2"],
    });
    expect(standing("2030-03-02")?.standing.stage).toBe("lapsed");
    value(
      revokeCertificate(as(w.coordinator, course.at("2027-06-01")), { certificateId, reason: "A reason" }),
    );
    expect(standing("2027-05-31")?.standing.stage).toBe("certified");
    expect(standing("2027-06-01")?.standing.stage).toBe("withdrawn");
  });
});
