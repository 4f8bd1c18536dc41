import { describe, expect, it } from "vitest";
import { registerTable } from "../../app/_words/trainerTable";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { askForTrainer, joinRegister, leaveRegister } from "../../lib/stages/commands";
import { restate } from "../../lib/stages/restate";
import { enquirySchema } from "../../lib/stages/schema";
import { insertStageEvent, type NewStageEvent } from "../../lib/stages/store/events";
import { addDays } from "../../lib/time/civil";
import {
  ownListing,
  publicChoices,
  publicRegister,
  publicTrainer,
  registerChoices,
  trainerRegister,
} from "../../lib/trainers/queries";
import type { Certification } from "../../lib/trainers/rules";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { fault, opened, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
type Person = (typeof course.people)[number];
const [amal, badr, chadi] = course.people as [Person, Person, Person];
const today = addDays(course.endsOn, 2);
const at = course.at(today, "09:00");
const until = "2029-03-01";
const toolId = sqlite()
  .prepare("SELECT v.tool_id FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE m.id = ?")
  .pluck()
  .get(w.moduleIds[0]) as number;
const enter = (personId: number, event: Pick<NewStageEvent, "kind"> & Partial<NewStageEvent>) =>
  transact(() => {
    const cx = as(w.coordinator, at);
    const of = { personId, toolId, programmeId: w.programmeId, day: today };
    const id = insertStageEvent(cx, { ...of, ...event });
    restate(cx, [personId]);
    return id;
  });
const themselves = viewer(amal.personId, { accountId: 900 });
const listed = (filter = {}, on = today) =>
  publicRegister(as(visitor, at), filter, on).trainers.map(({ name }) => name);
const desk = (by = w.coordinator, filter = {}, on = today) => {
  const cx = as(by, at);
  return trainerRegister(cx, gate.reach(cx, "trainers.read"), { q: null, ...filter }, on, on);
};
const enquiry = (trainer: string, formKey: string, more = {}) =>
  enquirySchema.parse({
    trainer,
    formKey,
    name: "Cooperative of Ajloun",
    phone: "+962 79 555 0101",
    purpose: "Start.Coop in May, see https://evil.example/x",
    ...more,
  });

describe("the register on the desk", () => {
  it("has whoever is anything on the way, without anybody adding them, at their stage", () => {
    const { trainers, ladder } = desk();
    const row = trainers.find(({ id }) => id === amal.personId);
    expect(row?.ways).toEqual([expect.objectContaining({ stage: "tot_completed" })]);
    // Its column stands where the tool does among all, whatever else is known of it.
    expect(row!.ways[0]!.tool.position).toBe(row!.tools[0]!.position);
    expect(ladder!.stages.tot_completed).toBe(3);
    enter(amal.personId, { kind: "approved", until, modules: null });
    expect(desk().ladder!.stages).toMatchObject({ tot_completed: 2, certified: 1 });
  });
  it("counts the courses that were held, and not what is still to come", () => {
    const courses = () => desk().trainers.find(({ id }) => id === w.trainerIds[0])!.courses;
    const held = courses();
    expect(held).toBe(1);
    opened(w, { startsOn: "2028-02-06", endsOn: "2028-02-10" });
    expect(courses()).toBe(held);
  });
  it("is narrowed by stage, tool, module, language, country and how soon a certification ends", () => {
    const names = (filter: object) => desk(w.coordinator, filter).trainers.map(({ name }) => name);
    expect(names({ stage: "certified" })).toEqual(["Amal"]);
    expect(names({ stage: "suspended" })).toEqual([]);
    expect(names({ stage: "certified", q: "bad" })).toEqual([]);
    expect(names({ endsBy: until })).toEqual(["Amal"]);
    expect(names({ endsBy: addDays(until, -1) })).toEqual([]);
    expect(names({ toolId, stage: "tot_completed" })).toEqual(["Badr", "Chadi"]);
    expect(names({ toolId: toolId + 999 })).toEqual([]);
    expect(names({ stage: "certified", place: ["Nowhere"] })).toEqual([]);
  });
  it("offers a place once that is typed in two scripts, by the names that courses there have, and finds all by it", () => {
    for (const [personId, place] of [
      [amal.personId, "إربد"],
      [badr.personId, "irbid"],
      [chadi.personId, "Ramtha"],
    ] as const) {
      const { lastInsertRowid } = sqlite()
        .prepare(
          "INSERT INTO organisations (name, kind, country, place, name_key, sort_name) VALUES (?, 'cooperative', 'JO', ?, ?, ?)",
        )
        .run(`In ${place}`, place, place, place);
      sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(lastInsertRowid, personId);
    }
    const cx = as(w.coordinator, at);
    const { places } = registerChoices(cx, gate.reach(cx, "trainers.read"), null);
    expect(places.map(({ typed }) => [...typed].sort())).toEqual([["irbid", "إربد"], ["Ramtha"]]);
    expect(places[0]!.names).toMatchObject({ en: "Irbid", ar: "إربد" });
    const names = (place: readonly string[]) =>
      desk(w.coordinator, { place }).trainers.map(({ name }) => name);
    expect(names(places[0]!.typed)).toEqual(["Amal", "Badr"]);
    sqlite().prepare("UPDATE persons SET organisation_id = NULL WHERE organisation_id IS NOT NULL").run();
  });
  it("tells certified, expired and none by where they are on the way, and what it rests on", () => {
    const tab = (certification: Certification, on = today) => desk(w.coordinator, { certification }, on);
    const names = (certification: Certification, on = today) =>
      tab(certification, on).trainers.map((p) => p.name);
    expect(tab("valid").counts).toMatchObject({ valid: 1, expired: 0 });
    expect(names("valid")).toEqual(["Amal"]);
    expect(names("none")).toEqual(expect.arrayContaining(["Badr", "Chadi"]));
    expect(names("expired", addDays(until, 1))).toEqual(["Amal"]);
    expect(tab("valid").trainers[0]).toMatchObject({ certification: "valid", until });
    const suspended = enter(amal.personId, { kind: "suspended", words: "A complaint" });
    expect(tab("valid").counts).toMatchObject({ valid: 0, suspended: 1, expired: 0 });
    expect(names("suspended")).toEqual(["Amal"]);
    expect(names("none")).not.toContain("Amal");
    enter(amal.personId, { kind: "resumed", ofId: suspended });
    expect(tab("valid").trainers[0]!.ways).toEqual([
      expect.objectContaining({ before: false, byException: false }),
    ]);
    enter(chadi.personId, { kind: "approved", until, modules: null, exception: true, words: "In a war" });
    expect(tab("valid").trainers[1]!.ways).toEqual([
      expect.objectContaining({ before: false, byException: true }),
    ]);
    enter(chadi.personId, { kind: "withdrawn", words: "Their own wish" });
    expect(names("valid")).toEqual(["Amal"]);
    const ofId = enter(badr.personId, {
      kind: "certified_before",
      until,
      modules: null,
      words: "Paper 4711",
    });
    expect(tab("valid").trainers[1]!.ways).toEqual([
      expect.objectContaining({ before: true, byException: false }),
    ]);
    enter(badr.personId, { kind: "struck", ofId, words: "Somebody else's paper" });
    expect(names("valid")).toEqual(["Amal"]);
  });
  it("shows nobody to the coordinator of another programme", () => {
    expect(desk(w.stranger)).toMatchObject({ trainers: [], ladder: { stages: {}, none: 0 } });
  });
});

describe("the public register", () => {
  it("has who agreed and is certified now, and nobody's contact", () => {
    expect(listed()).toEqual([]);
    value(joinRegister(as(themselves, at), { language: "ar", agrees: true }));
    // Badr agreed as well and is not certified.
    value(joinRegister(as(viewer(badr.personId, { accountId: 901 }), at), { language: "en", agrees: true }));
    expect(listed()).toEqual(["Amal"]);
    expect(listed({ q: "ama" })).toEqual(["Amal"]);
    expect(listed({ q: "bad" })).toEqual([]);
    expect(listed({}, addDays(until, 1))).toEqual([]);
    const shown = JSON.stringify(publicRegister(as(visitor, at), {}, today));
    expect(shown).not.toMatch(/phone|email|\+962/);
    expect(ownListing(as(themselves, at), gate.self(as(themselves, at)), today).consent).not.toBeNull();
  });
  it("says in which governorate somebody works, and is narrowed by it, of who agreed to that", () => {
    const run = (sql: string, ...of: unknown[]) =>
      sqlite()
        .prepare(sql)
        .run(...of);
    run("UPDATE persons SET country = 'JO', governorate = 'JO-MA' WHERE id = ?", amal.personId);
    run("UPDATE persons SET country = 'JO', governorate = 'JO-IR' WHERE id = ?", badr.personId);
    const shown = () =>
      publicRegister(as(visitor, at), {}, today).trainers.map(({ governorate }) => governorate);
    const offered = () => publicChoices(as(visitor, at), today).governorates;
    // Badr is not in it: where he works is nobody's to choose.
    expect([shown(), offered()]).toEqual([["JO-MA"], ["JO-MA"]]);
    expect([listed({ governorate: "JO-MA" }), listed({ governorate: "JO-IR" })]).toEqual([["Amal"], []]);
    const kept = sqlite().prepare("SELECT text_version FROM register_consents WHERE person_id = ?").pluck();
    const agreed = kept.get(amal.personId);
    const agreedTo = (text: unknown) =>
      run("UPDATE register_consents SET text_version = ? WHERE person_id = ?", text, amal.personId);
    agreedTo("2026-11");
    expect([shown(), offered(), listed({ governorate: "JO-MA" }), listed()]).toEqual([
      [null],
      [],
      [],
      ["Amal"],
    ]);
    agreedTo(agreed);
    // The desk's register shows and narrows it of all of its own.
    const rows = (filter = {}) => desk(w.coordinator, filter).trainers;
    expect(rows({ governorate: "JO-IR" }).map(({ name, governorate }) => [name, governorate])).toEqual([
      ["Badr", "JO-IR"],
    ]);
    const choices = (by: typeof w.coordinator) => {
      const cx = as(by, at);
      return registerChoices(cx, gate.reach(cx, "trainers.read"), null).governorates;
    };
    const administrator = viewer(chadi.personId, { administrator: true, accountId: 990 });
    expect([choices(w.coordinator), choices(administrator), choices(w.stranger)]).toEqual([
      ["JO-IR", "JO-MA"],
      ["JO-IR", "JO-MA"],
      [],
    ]);
    const { heads, rowsOf } = registerTable("fr");
    const column = heads.indexOf("Gouvernorat ou province");
    expect(rows().flatMap((row) => rowsOf(row)[0]![column] ?? [])).toEqual(["Mafraq", "Irbid"]);
  });
  it("loses who is suspended at once, and has them again once that is over", () => {
    const suspended = enter(amal.personId, { kind: "suspended", words: "A complaint" });
    expect(listed()).toEqual([]);
    enter(amal.personId, { kind: "resumed", ofId: suspended });
    expect(listed()).toEqual(["Amal"]);
  });
  it("tells the trainer and the coordinators who asks and what for, once a form, without links of strangers", () => {
    const { address } = publicRegister(as(visitor, at), {}, today).trainers[0]!;
    const told = () =>
      sqlite()
        .prepare("SELECT person_id AS id, params FROM notices WHERE message = 'trainerRequested' ORDER BY id")
        .all() as { id: number; params: string }[];
    const ask = (formKey: string, from = "10.0.0.1", more = {}) =>
      askForTrainer(as(visitor, at), enquiry(address, formKey, more), from);
    value(ask("form-number-1"));
    value(ask("form-number-1"));
    expect(new Set(told().map(({ id }) => id))).toEqual(new Set([amal.personId, w.coordinator.personId]));
    expect(told()).toHaveLength(2);
    expect(told()[0]!.params).toContain("Cooperative of Ajloun");
    expect(told()[0]!.params).not.toContain("evil.example");
    const log = sqlite().prepare("SELECT detail FROM audit_log WHERE action = 'register.trainer-asked'");
    expect(log.pluck().get()).not.toMatch(/Ajloun|555/);
    for (let i = 2; i <= 5; i++) value(ask(`form-number-${i}`, "10.0.0.1", { purpose: `The ${i}th` }));
    const sixth = { purpose: "The 6th" };
    expect(fault(ask("form-number-6", "10.0.0.1", sixth)).code).toBe("tooManyAttempts");
    expect(value(ask("form-number-7", "10.0.0.2", sixth))).toMatchObject({ already: false });
    expect(() => enquiry(address, "form-number-8", { phone: "" })).toThrow();
  });
  it("takes the same request of a newly opened page once a day, and says that it was sent", () => {
    const { address } = publicRegister(as(visitor, at), {}, today).trainers[0]!;
    const count = sqlite().prepare("SELECT count(*) FROM notices WHERE message = 'trainerRequested'").pluck();
    const ask = (formKey: string, more = {}, now = at) =>
      value(
        askForTrainer(
          as(visitor, now),
          enquiry(address, formKey, { phone: "+962 79 555 0303", ...more }),
          `10.0.1.${formKey.length}`,
        ),
      ).already;
    const asked = () => count.get() as number;
    const before = asked();
    expect(ask("once-more-1")).toBe(false);
    const told = asked();
    expect(told).toBeGreaterThan(before);
    // However the phone and the words are written, and from whichever connection.
    const same = { phone: "00962795550303", purpose: "start.coop in may, see  https://evil.example/x " };
    expect([ask("once-more-2"), ask("once-more-20", same)]).toEqual([true, true]);
    expect(asked()).toBe(told);
    expect(ask("once-more-3", { purpose: "Another week" })).toBe(false);
    expect(ask("once-more-4", { phone: "+962 79 555 0404" })).toBe(false);
    expect(ask("once-more-5", {}, at + 25 * 60 * 60_000)).toBe(false);
    const kept = sqlite().prepare("SELECT key FROM attempts WHERE key LIKE 'enquiry:%'").pluck().all();
    expect(kept.join()).not.toMatch(/evil|0303/);
  });
  it("loses who takes it back at once, with the address, which nobody can ask by any more", () => {
    const { address } = publicRegister(as(visitor, at), {}, today).trainers[0]!;
    expect(publicTrainer(as(visitor, at), address, today)?.name).toBe("Amal");
    value(leaveRegister(as(themselves, at), {}));
    expect(listed()).toEqual([]);
    expect(publicTrainer(as(visitor, at), address, today)).toBeNull();
    expect(fault(askForTrainer(as(visitor, at), enquiry(address, "form-number-9"), "10.0.0.3")).code).toBe(
      "notFound",
    );
    value(joinRegister(as(themselves, at), { language: "ar", agrees: true }));
    expect(publicRegister(as(visitor, at), {}, today).trainers[0]!.address).not.toBe(address);
    const rows = sqlite().prepare("SELECT count(*) FROM register_consents WHERE person_id = ?").pluck();
    expect(rows.get(amal.personId)).toBe(2);
  });
  it("takes nobody who is nothing on the way", () => {
    const nobody = viewer(w.trainerIds[0]!, { accountId: 902 });
    expect(fault(joinRegister(as(nobody, at), { language: "en", agrees: true })).code).toBe("notFound");
  });
});
