import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noParts } from "../../lib/timetable/rules/parts";
import { type Block, proposeParts, workingDays } from "../../lib/timetable/rules/propose";
import { plannedMinutes } from "../../lib/timetable/rules/sessions";
import { usualParts } from "../../lib/timetable/rules/usual";
import { hours, inOrder, lengths, modules, pauses, sum, titles, tot, user } from "../support/proposals";

describe("what a proposal contains unless somebody says otherwise", () => {
  it("is a whole training of trainers in ten days, with nothing left over and no idle afternoon", () => {
    const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
    const parts = usualParts(tot, days.length, 24);
    const of = { modules: modules(7, 280), parts, titles, days, hours, pauses: pauses(15), staying: [] };
    const { blocks, leftOver } = proposeParts(of);
    expect(leftOver).toEqual([]);
    expect(new Set(blocks.map((b) => b.kind))).toEqual(
      new Set([
        "opening",
        "test",
        "module",
        "field_visit",
        "micro_teaching",
        "practicum",
        "evaluation",
        "closing",
      ]),
    );
    const used = lengths(blocks, days);
    expect(Math.max(...used) - Math.min(...used)).toBeLessThanOrEqual(90);
    // People teach one after another: each in one go.
    for (const block of blocks.filter((b) => b.kind === "micro_teaching"))
      expect(plannedMinutes(block) % parts.microTeaching).toBe(0);
  });
  it("uses the days of any length of training alike, with a visit and practice: they differ by an hour and a half or as long as what is not divided", () => {
    for (const until of [
      "2027-03-05",
      "2027-03-08",
      "2027-03-10",
      "2027-03-12",
      "2027-03-17",
      "2027-03-19",
    ]) {
      const days = workingDays("2027-03-01", until, [6, 7], new Set());
      for (const minutes of [120, 150, 180, 210, 240, 280])
        for (const fieldVisit of [0, 120, 240])
          for (const practicum of [0, 240]) {
            const parts = { ...usualParts(tot, days.length, 16), fieldVisit, practicum };
            const of = { parts, titles, days, hours, pauses: pauses(15), staying: [] };
            const { blocks, leftOver } = proposeParts({ ...of, modules: modules(7, minutes) });
            if (leftOver.length > 0) continue;
            const practice = blocks.filter((b) => b.kind === "practicum").map(plannedMinutes);
            const used = lengths(blocks, days);
            expect(
              Math.max(...used) - Math.min(...used),
              `${days.length} days of ${minutes}: ${used}`,
            ).toBeLessThanOrEqual(Math.max(90, fieldVisit, ...practice));
          }
    }
  });
  it("has micro-teaching in blocks of an hour or more, never a turn here and another there", () => {
    const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
    for (const minutes of [220, 240, 260, 280])
      for (let people = 10; people <= 24; people += 1) {
        const parts = usualParts(tot, days.length, people);
        const groups = [1, 2].map((id) => ({ id, people: Math.ceil(people / 2) }));
        const of = {
          parts,
          titles,
          days,
          hours,
          pauses: pauses(15),
          staying: [],
          modules: modules(7, minutes),
        };
        const { blocks, leftOver } = proposeParts({ ...of, groups });
        expect(leftOver).toEqual([]);
        const turns = blocks.filter((b) => b.kind === "micro_teaching");
        for (const turn of turns) {
          expect(plannedMinutes(turn) % parts.microTeaching).toBe(0);
          // A short break stands within a block.
          const inHalfDay = turns.filter(
            (b) =>
              b.groupId === turn.groupId &&
              b.day === turn.day &&
              b.startsAt < hours.breakFrom === turn.startsAt < hours.breakFrom,
          );
          const minutes = sum(inHalfDay.map(plannedMinutes));
          expect(minutes, `${people} people: ${turn.day} ${turn.startsAt}`).toBeGreaterThanOrEqual(60);
        }
      }
  });
  it("is a visit in one piece: it waits for the time that has room for it, and never goes on for a few minutes", () => {
    const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
    const three = { startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: 60 };
    const visits = (fieldVisit: number, breakMinutes = 60) => {
      const parts = { ...usualParts(tot, days.length, 20), fieldVisit };
      const of = { modules: modules(7, 280), parts, titles, days, staying: [], pauses: pauses(15) };
      const { blocks } = proposeParts({ ...of, hours: { ...three, breakMinutes } });
      return blocks.filter((b) => b.kind === "field_visit").map(plannedMinutes);
    };
    expect(visits(180)).toEqual([180]);
    expect(visits(195)).toEqual([165, 30]);
    expect(visits(300)).toEqual([180, 120]);
  });
  it("is micro-teaching in the groups beside each other, as long as the largest needs", () => {
    const days = workingDays("2027-03-01", "2027-03-05", [6, 7], new Set());
    const parts = { ...noParts, microTeaching: 20, people: 20 };
    const of = { modules: modules(2, 240), parts, titles, days, hours, pauses: pauses(0), staying: [] };
    const groups = [
      { id: 4, people: 8 },
      { id: 5, people: 12 },
    ];
    const micro = (staying: Block[] = []) =>
      proposeParts({ ...of, staying, groups }).blocks.filter((b) => b.kind === "micro_teaching");
    for (const id of [4, 5])
      expect(sum(micro().flatMap((b) => (b.groupId === id ? plannedMinutes(b) : [])))).toBe(240);
    const place = ({ day, startsAt, endsAt }: Block) => `${day} ${startsAt} ${endsAt}`;
    const at = (id: number) =>
      micro()
        .filter((b) => b.groupId === id)
        .map(place);
    expect(at(4)).toEqual(at(5));
    // What stays of both is not planned again.
    expect(micro(micro())).toEqual([]);
    expect(proposeParts({ ...of, groups: groups.slice(1) }).blocks.every((b) => b.groupId == null)).toBe(
      true,
    );
  });
  it("gives each group its minutes, neither twice nor half, around what some of them have already", () => {
    const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
    const of = { modules: modules(3, 240), titles, days, hours, pauses: pauses(0) };
    const parts = { ...noParts, opening: 30, preTest: 45, practicum: 120, closing: 45 };
    const groups = [4, 5, 6].map((id) => ({ id, people: 5 }));
    // Beside each other on the first two days, each group or everybody at something of its own.
    const kept = fc.uniqueArray(
      fc.record({
        groupId: fc.constantFrom(null, 4, 5, 6),
        nth: fc.integer({ min: 0, max: 5 }),
        what: fc.constantFrom(1, 2, 3, "practicum" as const, "test" as const, "opening" as const),
      }),
      { maxLength: 8, selector: ({ groupId, nth }) => `${groupId} ${nth}` },
    );
    fc.assert(
      fc.property(kept, (some) => {
        const shared = new Set(some.flatMap(({ groupId, nth }) => (groupId === null ? nth : [])));
        const staying = some
          .filter(({ groupId, nth }) => groupId === null || !shared.has(nth))
          .map(({ groupId, nth, what }) => {
            const from = nth % 3;
            const module = typeof what === "number";
            const at = { startsAt: `${String(9 + from).padStart(2, "0")}:00`, endsAt: `${10 + from}:00` };
            return {
              ...{ day: days[nth < 3 ? 0 : 1]!, ...at, groupId },
              ...{ moduleId: module ? what : null, kind: module ? ("module" as const) : what },
            };
          });
        const { blocks, leftOver } = proposeParts({ ...of, parts, staying, groups });
        expect(leftOver).toEqual([]);
        for (const { id } of groups) {
          const own = (all: readonly Block[]) => all.filter((b) => (b.groupId ?? id) === id);
          const minutes = (all: readonly Block[], is: (b: Block) => boolean) =>
            sum(own(all).filter(is).map(plannedMinutes));
          for (const [is, needed] of [
            ...of.modules.map((m) => [(b: Block) => b.moduleId === m.id, m.minutes] as const),
            [(b: Block) => b.kind === "practicum", 120] as const,
          ])
            expect(minutes([...blocks, ...staying], is)).toBe(Math.max(needed, minutes(staying, is)));
          for (const kind of ["opening", "closing", "test"] as const)
            expect(own([...blocks, ...staying]).filter((b) => b.kind === kind).length).toBeGreaterThan(0);
          const opened = own(staying).some((b) => b.kind === "opening");
          expect(own(blocks).filter((b) => b.kind === "opening")).toHaveLength(opened ? 0 : 1);
          const places = inOrder(own([...blocks, ...staying]));
          for (const [nth, block] of places.entries())
            if (places[nth + 1]?.day === block.day)
              expect(block.endsAt <= places[nth + 1]!.startsAt).toBe(true);
        }
      }),
    );
  });
  it("takes the time of groups beside each other once where it uses the days alike", () => {
    const days = ["2027-03-01", "2027-03-02", "2027-03-03"];
    const staying = [4, 5, 6].map((groupId) => ({
      ...{ day: days[0]!, startsAt: "09:00", endsAt: "11:00", groupId },
      ...{ kind: "practicum" as const, moduleId: null },
    }));
    const of = { modules: modules(1, 480), parts: noParts, titles, days, hours, pauses: pauses(0), staying };
    const { blocks } = proposeParts({ ...of, groups: [4, 5, 6].map((id) => ({ id, people: 5 })) });
    expect(days.map((day) => sum(blocks.filter((b) => b.day === day).map(plannedMinutes)))).toEqual([
      80, 200, 200,
    ]);
  });
  it("is one day of a tool for its users, short of ceremony and without a test", () => {
    const parts = usualParts(user, 1, 20);
    const days = ["2027-03-01"];
    const of = { modules: modules(1, 310), parts, titles, days, hours, pauses: pauses(0), staying: [] };
    const { blocks, leftOver } = proposeParts(of);
    expect(leftOver).toEqual([]);
    expect(blocks.map((b) => b.kind)).toEqual(["opening", "module", "module", "evaluation", "closing"]);
  });
  it("says what the days have no room for, and still ends with test and closing", () => {
    const parts = usualParts(tot, 2, 20);
    const days = ["2027-03-01", "2027-03-02"];
    const of = { modules: modules(4, 300), parts, titles, days, hours, pauses: pauses(15), staying: [] };
    const { blocks, leftOver } = proposeParts(of);
    expect(leftOver.map(({ part, moduleId }) => [part, moduleId])).toEqual([
      ["module", 2],
      ["module", 3],
      ["module", 4],
      ["microTeaching", null],
    ]);
    expect(inOrder(blocks).at(-1)).toMatchObject({ kind: "closing", endsAt: "16:00" });
    expect(blocks.filter((b) => b.kind === "test")).toHaveLength(2);
  });
});
