import { describe, expect, it } from "vitest";
import { registerTable } from "../../app/_words/trainerTable";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { joinRegister } from "../../lib/stages/commands";
import { restate } from "../../lib/stages/restate";
import { type Stage, stages } from "../../lib/stages/rules/stage";
import { insertStageEvent, type NewStageEvent } from "../../lib/stages/store/events";
import { addDays } from "../../lib/time/civil";
import { publicRegister, trainerRegister, wholeRegister } from "../../lib/trainers/queries";
import { type Certification, certificationOn, certifications } from "../../lib/trainers/rules";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { transact } from "../support/transact";
import { value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const course = await coursesToCertify(w).issued("tot");
const [amal, badr, chadi] = course.people.map(({ personId }) => personId) as [number, number, number];
const today = addDays(course.endsOn, 2);
const at = course.at(today, "09:00");
/** A second tool of two modules, beside that of the course. */
const secondId = sqlite()
  .prepare("INSERT INTO tools (code, title, description, audience, created_at) VALUES (?, ?, ?, ?, 1)")
  .run("start", ...["Start", "x", "x"].map((en) => JSON.stringify({ own: "en", en }))).lastInsertRowid;
const versionId = sqlite()
  .prepare("INSERT INTO tool_versions (tool_id, label) VALUES (?, '1')")
  .run(secondId).lastInsertRowid;
for (const [at, code] of ["S1", "S2"].entries())
  sqlite()
    .prepare("INSERT INTO modules (tool_version_id, position, code, title, minutes) VALUES (?, ?, ?, ?, 60)")
    .run(versionId, at + 1, code, JSON.stringify({ own: "en", en: code }));
const tools = sqlite().prepare("SELECT id, code FROM tools ORDER BY id LIMIT 2").all() as {
  id: number;
  code: string;
}[];
const codesOf = sqlite()
  .prepare(
    "SELECT DISTINCT m.code FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id WHERE v.tool_id = ? AND m.code <> '' ORDER BY m.code",
  )
  .pluck();
const codes = tools.map(({ id }) => codesOf.all(id) as string[]);

type Entered = Pick<NewStageEvent, "kind"> & Partial<NewStageEvent>;
const enter = (personId: number, tool: number, ...events: Entered[]) =>
  transact(() => {
    const cx = as(w.coordinator, at);
    const of = { personId, toolId: tools[tool]!.id, programmeId: w.programmeId, day: today };
    for (const event of events) insertStageEvent(cx, { ...of, ...event });
    restate(cx, [personId]);
  });
const approved = (until: string, modules: string[] | null): Entered => ({
  ...{ kind: "approved", until, exception: true, words: "In a war", modules },
});
// All completed the training with the first tool. Each is something else with each tool: certified in one and only trained in the other, of one module alone, lapsed, suspended.
enter(amal, 1, approved("2029-03-01", codes[1]!.slice(0, 1)));
enter(badr, 0, approved(addDays(today, 40), codes[0]!.slice(0, 1)), {
  ...{ kind: "suspended", words: "A complaint" },
});
enter(badr, 1, approved(addDays(today, 40), null));
enter(chadi, 0, approved("2029-03-01", codes[0]!.slice(1)));
enter(chadi, 1, approved(today, null));

type Way = { personId: number; toolId: number; stage: Stage; modules: string[]; validUntil: string | null };
const waysOf = (personId: number) =>
  (
    sqlite()
      .prepare(
        "SELECT person_id AS personId, tool_id AS toolId, stage, modules, valid_until AS validUntil FROM standings WHERE person_id = ?",
      )
      .all(personId) as (Omit<Way, "modules"> & { modules: string })[]
  ).map((way): Way => ({ ...way, modules: JSON.parse(way.modules) }));
const people = [amal, badr, chadi];

type Filter = {
  certification?: Certification;
  stage?: Stage;
  toolId?: number;
  module?: string;
};
const facets: Filter[] = [
  ...certifications.map((certification) => ({ certification })),
  ...stages.map((stage) => ({ stage })),
  ...tools.map(({ id }) => ({ toolId: id })),
  ...codes.flat().map((module) => ({ module })),
];

/** Whom a filter finds, said as plainly as it can be: whoever has one way of which all of it holds. */
const plainly = ({ certification, stage, toolId, module }: Filter, day: string): number[] =>
  people.filter((personId) => {
    const fits = waysOf(personId).filter(
      (way) =>
        (!stage || way.stage === stage) &&
        (!toolId || way.toolId === toolId) &&
        (!module || way.modules.includes(module)),
    );
    return (
      fits.length > 0 && (!certification || certificationOn(() => day, fits).certification === certification)
    );
  });

const readBy = (day: string) => {
  const cx = as(w.coordinator, course.at(day, "09:00"));
  return [cx, gate.reach(cx, "trainers.read")] as const;
};
const among = (ids: readonly number[]) => [...ids].filter((id) => people.includes(id)).sort((a, b) => a - b);

describe("two things that the register of trainers is narrowed by", () => {
  it.each([today, addDays(today, 1)])("hold of the same way, on the page and in its file, on %s", (day) => {
    const [cx, reach] = readBy(day);
    let found = 0;
    for (const [from, one] of facets.entries())
      for (const other of facets.slice(from)) {
        const filter = { ...one, ...other };
        const asked = { q: null, ...filter };
        const page = trainerRegister(cx, reach, asked, day, day).trainers.map(({ id }) => id);
        const file = [...wholeRegister(cx, reach, asked, day, day)].flat().map(({ id }) => id);
        expect(among(page), JSON.stringify(filter)).toEqual(plainly(filter, day));
        expect(file, JSON.stringify(filter)).toEqual(page);
        found += page.length;
      }
    expect(found).toBeGreaterThan(facets.length);
  });
  it("leave at each stage of the ladder as many as the list has that is narrowed to it too", () => {
    const [cx, reach] = readBy(today);
    const places = [{ country: "JO" }, { country: "LB" }, { q: "a" }, { programme: w.programmeId }];
    for (const filter of [{}, ...facets, ...places]) {
      const asked = { q: null, ...filter };
      const page = (more: object) => trainerRegister(cx, reach, { ...asked, ...more }, today, today);
      const { ladder, trainers } = page({ stage: null });
      for (const stage of stages)
        expect(ladder!.stages[stage] ?? 0, JSON.stringify([filter, stage])).toBe(
          page({ stage }).trainers.length,
        );
      const none = trainers.flatMap(({ id, ways }) => (ways.length === 0 ? id : []));
      expect(ladder!.none, JSON.stringify(filter)).toBe(none.length);
      expect(page({ stage: "none" }).trainers.map(({ id }) => id)).toEqual(none);
    }
    // Whoever is at two stages, each with a tool of its own, is counted at both.
    expect(trainerRegister(cx, reach, { q: null }, today, today).ladder!.stages).toMatchObject({
      tot_completed: 1,
      suspended: 1,
    });
  });
  it("leave of each certification as many as the list has that is narrowed to it too", () => {
    const [cx, reach] = readBy(today);
    const places = [{ country: "JO" }, { country: "LB" }, { q: "a" }, { programme: w.programmeId }];
    for (const filter of [{}, ...facets, ...places]) {
      const asked = { q: null, ...filter };
      for (const certification of certifications) {
        const page = trainerRegister(cx, reach, { ...asked, certification }, today, today);
        expect(page.narrowed![certification], JSON.stringify([filter, certification])).toBe(
          page.trainers.length,
        );
      }
    }
  });
  it("hold of what a row says and of the lines of the file: nothing of another tool", () => {
    const [cx, reach] = readBy(today);
    for (const { id: toolId, code } of tools) {
      const asked = { q: null, toolId };
      for (const row of trainerRegister(cx, reach, asked, today, today).trainers.filter(({ id }) =>
        people.includes(id),
      ))
        expect(row.certification).toBe(
          certificationOn(
            () => today,
            waysOf(row.id).filter((way) => way.toolId === toolId),
          ).certification,
        );
      const lines = [...wholeRegister(cx, reach, asked, today, today)].flat().flatMap(({ fits }) => fits);
      expect(new Set(lines.map(({ tool }) => tool.code))).toEqual(new Set([code]));
    }
    const rows = [
      ...wholeRegister(cx, reach, { q: null, toolId: tools[1]!.id, stage: "certified" }, today, today),
    ];
    const { rowsOf } = registerTable("en");
    for (const row of rows.flat()) expect(rowsOf(row)).toHaveLength(1);
    expect(rows.flat()).not.toEqual([]);
  });
  it("do not make somebody certified with a tool in which they only completed the training of trainers", () => {
    const [cx, reach] = readBy(today);
    const names = (toolId: number) =>
      trainerRegister(cx, reach, { q: null, certification: "valid", toolId }, today, today).trainers.map(
        ({ id }) => id,
      );
    expect(waysOf(amal).map(({ toolId }) => toolId)).toEqual(tools.map(({ id }) => id));
    expect(names(tools[0]!.id)).not.toContain(amal);
    expect(names(tools[1]!.id)).toContain(amal);
  });
  it("leave the public register to those who are certified with the tool that is asked for", () => {
    for (const personId of people) {
      const self = as(viewer(personId, { accountId: 900 + personId }), at);
      value(joinRegister(self, { language: "en", agrees: true }));
    }
    const cx = as(visitor, at);
    for (const [index, { id, code }] of tools.entries()) {
      const certified = people.filter((personId) =>
        waysOf(personId).some(
          (way) => way.toolId === id && certificationOn(() => today, [way]).certification === "valid",
        ),
      );
      const listed = publicRegister(cx, { tool: code }, today).trainers;
      expect(listed, String(index)).toHaveLength(certified.length);
      expect(listed.every((one) => one.certified.some(({ tool }) => tool.code === code))).toBe(true);
    }
  });
});
