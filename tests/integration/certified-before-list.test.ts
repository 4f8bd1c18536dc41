import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { enterCertifiedBeforeList } from "../../lib/stages/commands";
import { certifiedBeforeListSchema } from "../../lib/stages/paperListSchema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { anotherThan, approveAll } from "../support/certify";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { fault, value, world } from "../support/world";

freshDatabase();
const w = world();
const { issued } = coursesToCertify(w);
const course = await issued("tot");
const at = course.at("2027-03-01", "12:00");
const send = (list: string, checked = "", by: Viewer = w.coordinator) =>
  enterCertifiedBeforeList(
    as(by, at),
    certifiedBeforeListSchema.parse({ programmeId: String(w.programmeId), list, checked }),
  );
const read = (list: string, checked = "") => {
  const said = fault(send(list, checked)).fields?.list;
  if (said?.code !== "papersToRead") throw new Error(JSON.stringify(said));
  return said.papers;
};
const line = (
  name: string,
  more: Partial<Record<"tool" | "modules" | "day" | "until" | "words", string>> = {},
) =>
  [
    ...[name, more.tool ?? "Think.Coop", more.modules ?? "", more.day ?? "10/6/2024"],
    ...[more.until ?? "10/6/2027", more.words ?? "ITCILO certificate 4711"],
  ].join("; ");
const wrongOf = (list: string) =>
  read(list).rows.map(({ wrong, faults }) => [...wrong, ...faults.map(({ code }) => code)]);
const entered = () =>
  sqlite()
    .prepare(
      "SELECT p.name, e.day, e.until, e.modules, e.awaits, e.words FROM stage_events e JOIN persons p ON p.id = e.person_id WHERE e.kind = 'certified_before' ORDER BY e.id",
    )
    .all() as { name: string; day: string; modules: string }[];

describe("a list of certifications from before", () => {
  it("is shown first as it reads, line by line, and nothing is written until it was seen so", () => {
    const before = everything();
    const papers = read([line("Amal"), line("Badr", { modules: "M1" })].join("\n"));
    expect(papers.rows).toMatchObject([
      { line: 1, person: { name: "Amal" }, modules: ["M1", "M2"], day: "2024-06-10", faults: [], wrong: [] },
      { line: 2, person: { name: "Badr" }, modules: ["M1"] },
    ]);
    // Another list than the one that was shown is shown as well.
    expect(read(line("Amal"), papers.checked).rows).toHaveLength(1);
    expect(everything()).toEqual(before);
  });
  it("says of each line what is wrong with it, and then enters none", () => {
    const before = everything();
    const list = [
      line("Nobody of that name"),
      line("Amal", { tool: "Manage.Coop" }),
      line("Amal", { modules: "M9" }),
      line("Amal", { day: "soon" }),
      line("Amal", { day: "10/6/2028", until: "10/6/2029" }),
      line("Amal", { until: "9/6/2024" }),
      line("Amal", { until: "10/6/2044" }),
      line("Amal", { words: "Paper" }),
      line("Samar"),
      line("Badr"),
      line("Badr"),
      line("Badr", { day: "1/1/2025", until: "1/1/2028" }),
    ].join("\n");
    expect(wrongOf(list)).toEqual([
      ...[["nobody"], ["tool"], ["modules"], ["fromInvalid"], ["dayToCome"], ["endBeforeStart"]],
      ...[["certifiedTooLong"], ["sentenceNeeded"], ["ownStage"]],
      // A line is no second paper of what the line before it says, which is named, and was not entered by anybody.
      ...[[], ["twice"], ["overlaps"]],
    ]);
    expect(read(list).rows.map(({ sameAs }) => sameAs)).toEqual([...Array(10).fill(null), 10, 10]);
    // Which of two days is none is told.
    expect(wrongOf(line("Amal", { day: "31/2/2024", until: "later" }))).toEqual([
      ["fromInvalid", "untilInvalid"],
    ]);
    // A day that was left out is asked for: it is none that does not exist.
    expect(wrongOf(line("Amal", { day: " ", until: " " }))).toEqual([["fromRequired", "untilRequired"]]);
    // All that is wrong with a line is told at once, as far as it can be known.
    expect(wrongOf(line("Amal", { day: "10/6/2028", until: " " }))).toEqual([["untilRequired", "dayToCome"]]);
    expect(wrongOf(line("Amal", { modules: "M9", until: "9/6/2024", words: "Paper" }))).toEqual([
      ["modules", "endBeforeStart", "sentenceNeeded"],
    ]);
    expect(wrongOf(line("Samar", { day: "10/6/2028", until: "9/6/2028" }))).toEqual([
      ["ownStage", "dayToCome", "endBeforeStart"],
    ]);
    const { checked } = read(list);
    expect(read(list, checked).rows).toHaveLength(12);
    expect(everything()).toEqual(before);
  });
  it("is entered whole as it was shown, and each is in force once somebody else confirmed it", () => {
    const list = [line("Amal"), line("Badr", { modules: "M1" })].join("\n");
    const { checked } = read(list);
    expect(value(send(list, checked))).toEqual({ programmeId: w.programmeId, entered: 2 });
    expect(entered()).toMatchObject([
      { name: "Amal", day: "2024-06-10", until: "2027-06-10", modules: '["M1","M2"]', awaits: "confirmed" },
      { name: "Badr", modules: '["M1"]', words: "ITCILO certificate 4711" },
    ]);
    // Sent twice, it says what is there.
    expect(wrongOf(list)).toEqual([["certifiedBeforeThere"], ["certifiedBeforeThere"]]);
    expect(approveAll(as(w.coordinator, at)).approved).toBe(0);
    expect(approveAll(as(anotherThan(w.coordinator, course.people[0]!.personId), at)).approved).toBe(2);
  });
  it("is nobody's of another programme, nor a trainer's", () => {
    for (const by of [w.stranger, w.trainer])
      expect(fault(send(line("Chadi"), "", by)).code).toBe("notFound");
  });
});
