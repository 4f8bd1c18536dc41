import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { mostFound } from "../../lib/names/rules";
import { type TrainerFilter, trainerRegister, wholeRegister } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, world } from "../support/world";

freshDatabase();
const w = world();
const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
const today = "2027-01-10";
const given = ["Amal", "Badr", "Chadi"];
const all = Array.from({ length: mostFound + 200 }, (_, nth) => ({
  name: `${given[nth % 3]} House ${String(nth).padStart(4, "0")}`,
  stage: nth % 2 ? "candidate" : "practising",
  country: nth % 5 ? "JO" : "LB",
}));
sqlite().transaction(() => {
  const person = sqlite().prepare(
    "INSERT INTO persons (name, search, sort_name, language, country, created_at) VALUES (?, ?, ?, 'en', ?, ?)",
  );
  const standing = sqlite().prepare(
    "INSERT INTO standings (person_id, tool_id, programme_id, stage, since, modules, next_step, next_missing, judged_on) VALUES (?, ?, ?, ?, ?, '[]', 'none', 0, ?)",
  );
  for (const { name, stage, country } of all) {
    const key = name.toLowerCase();
    const search = `${key} | ${key.replaceAll(" ", "")}`;
    const id = person.run(name, search, key, country, now).lastInsertRowid;
    standing.run(id, toolId, w.programmeId, stage, today, today);
  }
})();
const cx = as(w.coordinator, now);
const reach = gate.reach(cx, "trainers.read");
const names = (filter: Partial<TrainerFilter>) =>
  [...wholeRegister(cx, reach, { q: null, ...filter }, today, today)].flat().map(({ name }) => name);
const naive = (fits: (one: (typeof all)[number]) => boolean) =>
  all
    .filter(fits)
    .map(({ name }) => name)
    .sort();

describe("a register of more than are counted", () => {
  it("is in the order of names, narrowed and searched as a list of a few is", () => {
    expect(names({ stage: "practising" })).toEqual(naive(({ stage }) => stage === "practising"));
    expect(names({ toolId, country: "LB" })).toEqual(naive(({ country }) => country === "LB"));
    const searched = (name: string) => naive((one) => one.name.includes(name) && one.stage === "candidate");
    expect(names({ q: "badr", stage: "candidate" })).toEqual(searched("Badr"));
    expect(names({ q: "house 000", stage: "candidate" })).toEqual(searched("000"));
    const ladder = (filter: Partial<TrainerFilter>) =>
      trainerRegister(cx, reach, { q: null, ...filter }, today, today).ladder;
    const each = { practising: all.length / 2, candidate: all.length / 2 };
    expect(ladder({})).toEqual({ stages: each, none: null });
    expect(ladder({ toolId, stage: "candidate" })).toEqual({ stages: each, none: null });
    expect(ladder({ toolId: toolId + 999 })).toEqual({ stages: {}, none: null });
    // Eleven have both in their name, each word by itself: five of them candidates.
    expect(ladder({ q: "house 000" })).toEqual({ stages: { practising: 6, candidate: 5 }, none: 0 });
    const practising = naive(({ name, stage }) => name.includes("000") && stage === "practising");
    expect(practising).toHaveLength(6);
    expect(names({ q: "house 000", stage: "practising" })).toEqual(practising);
    // Whom a filter by place leaves is not counted where so many would have to be looked at.
    expect(ladder({ country: "LB" })).toBeNull();
  });
  it("has all whom a search finds in its file, of whom a page looks at no more than it says", () => {
    expect(trainerRegister(cx, reach, { q: "house" }, today, today).more).toBe(true);
    expect(names({ q: "house" })).toEqual(naive(() => true));
  });
  it("follows a name that is changed", () => {
    sqlite().prepare("UPDATE persons SET sort_name = 'zz' WHERE name = 'Amal House 0000'").run();
    expect(names({ stage: "practising" }).at(-1)).toBe("Amal House 0000");
  });
});
