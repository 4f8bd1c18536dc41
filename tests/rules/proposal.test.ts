import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SessionKind } from "../../db/values/timetable";
import { addDays, minutesOf, weekday } from "../../lib/time/civil";
import { leftOverIn, leftOverWord } from "../../lib/timetable/rules/leftOver";
import { noParts, type Parts, usualParts } from "../../lib/timetable/rules/parts";
import { type Block, proposeParts, workingDays } from "../../lib/timetable/rules/propose";
import { overlapping, plannedMinutes } from "../../lib/timetable/rules/sessions";

const hours = { startsAt: "09:00", endsAt: "16:00", breakFrom: "12:30", breakMinutes: 60 };
const titles = { preTest: "Before", postTest: "After" };
const pauses = (restMinutes: number, prayerMinutes = 0) => ({
  restMinutes,
  prayerFrom: "15:00",
  prayerMinutes,
});
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const minutesOfKind = (blocks: readonly Block[], kind: SessionKind) =>
  sum(blocks.filter((b) => b.kind === kind).map(plannedMinutes));
const inOrder = (blocks: readonly Block[]) =>
  [...blocks].sort((a, b) => `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`, "en"));
const lengths = (blocks: readonly Block[], days: readonly string[]) =>
  days.map((day) => sum(blocks.filter((b) => b.day === day).map(plannedMinutes)));

const tot = { kind: "tot" as const, minPostTest: 70, microTeaching: true };
const user = { kind: "user" as const, minPostTest: null, microTeaching: false };
const modules = (count: number, minutes: number) =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, minutes }));

/** A curriculum with its course: days by weekend and holidays, hours, pauses and parts, all of them random. */
const asked = fc
  .record({
    modules: fc.array(
      fc.record({
        minutes: fc.integer({ min: 3, max: 120 }).map((n) => n * 5),
        activities: fc.array(fc.integer({ min: 1, max: 24 }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    length: fc.integer({ min: 0, max: 20 }),
    weekend: fc.constantFrom([5, 6], [6, 7], [7]),
    holidays: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
    startsAt: fc.constantFrom("08:00", "08:30", "09:00"),
    endsAt: fc.constantFrom("14:30", "16:00", "17:00"),
    breakMinutes: fc.constantFrom(0, 45, 60),
    rest: fc.constantFrom(0, 15, 30),
    prayer: fc.constantFrom(0, 20),
    parts: fc.record({
      opening: fc.constantFrom(0, 30, 60),
      preTest: fc.constantFrom(0, 45),
      fieldVisit: fc.constantFrom(0, 120, 300),
      microTeaching: fc.constantFrom(0, 15, 20),
      people: fc.integer({ min: 0, max: 25 }),
      practicum: fc.constantFrom(0, 90, 240),
      postTest: fc.constantFrom(0, 45),
      evaluation: fc.constantFrom(0, 30),
      closing: fc.constantFrom(0, 45, 60),
    }),
  })
  .map((of) => {
    const from = "2027-03-01";
    const holidays = new Set(of.holidays.map((n) => addDays(from, n)));
    return {
      ...of,
      holidays,
      modules: of.modules.map(({ minutes, activities }, i) => {
        const parts = activities.map((n, nth) => ({
          id: 100 * i + nth,
          title: `${i} ${nth}`,
          minutes: n * 5,
        }));
        return { id: i + 1, minutes: Math.max(minutes, sum(parts.map((a) => a.minutes))), activities: parts };
      }),
      days: workingDays(from, addDays(from, of.length), of.weekend, holidays),
      hours: { ...hours, startsAt: of.startsAt, endsAt: of.endsAt, breakMinutes: of.breakMinutes },
      pauses: pauses(of.rest, of.prayer),
      titles,
      staying: [] as Block[],
    };
  })
  .filter(({ days }) => days.length > 0);

describe("a proposal over any curriculum, weekend, holidays and hours", () => {
  it("has all minutes of every module and part, or says by name what found no room", () => {
    fc.assert(
      fc.property(asked, (of) => {
        const { blocks, leftOver } = proposeParts(of);
        const left = (part: string, moduleId: number | null = null) =>
          leftOver.find((one) => one.part === part && one.moduleId === moduleId)?.minutes ?? 0;
        for (const { id, minutes } of of.modules)
          expect(sum(blocks.filter((b) => b.moduleId === id).map(plannedMinutes)) + left("module", id)).toBe(
            minutes,
          );
        const { parts } = of;
        const kinds: [SessionKind, number, number][] = [
          ["opening", parts.opening, left("opening")],
          ["field_visit", parts.fieldVisit, left("fieldVisit")],
          ["micro_teaching", parts.microTeaching * parts.people, left("microTeaching")],
          ["practicum", parts.practicum, left("practicum")],
          ["test", parts.preTest + parts.postTest, left("preTest") + left("postTest")],
          ["evaluation", parts.evaluation, left("evaluation")],
          ["closing", parts.closing, left("closing")],
        ];
        for (const [kind, minutes, missing] of kinds)
          expect([kind, minutesOfKind(blocks, kind) + missing]).toEqual([kind, minutes]);
        expect(leftOverIn(leftOverWord(leftOver))).toEqual(leftOver);
      }),
    );
  });

  it("never overlaps, and stays within days that are worked, hours and pauses", () => {
    fc.assert(
      fc.property(asked, (of) => {
        const blocks = inOrder(proposeParts(of).blocks);
        const off = [
          { from: minutesOf(hours.breakFrom), minutes: of.breakMinutes },
          { from: minutesOf("15:00"), minutes: of.prayer },
        ];
        for (const [i, block] of blocks.entries()) {
          expect(of.days).toContain(block.day);
          expect(new Set<number>(of.weekend).has(weekday(block.day)) || of.holidays.has(block.day)).toBe(
            false,
          );
          expect(block.startsAt >= of.startsAt && block.endsAt <= of.endsAt).toBe(true);
          for (const { from, minutes } of off)
            expect(
              minutesOf(block.endsAt) <= from || minutesOf(block.startsAt) >= from + minutes || minutes === 0,
            ).toBe(true);
          const next = blocks[i + 1];
          if (next) expect(overlapping(block, next)).toBe(false);
        }
      }),
    );
  });

  it("keeps the order of modules, tests before and after what they test, and closes last", () => {
    fc.assert(
      fc.property(asked, (of) => {
        const blocks = inOrder(proposeParts(of).blocks);
        const taught = blocks.filter((b) => b.kind === "module");
        const order = taught.map((b) => b.moduleId!);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const at = (test: (b: Block) => boolean) => blocks.findIndex(test);
        const content = blocks.map((b, i) =>
          ["test", "opening", "evaluation", "closing"].includes(b.kind) ? -1 : i,
        );
        const [first, last] = [content.find((i) => i >= 0) ?? blocks.length, Math.max(...content)];
        const before = at((b) => b.title === titles.preTest);
        const after = at((b) => b.title === titles.postTest);
        if (before >= 0) expect(before).toBeLessThan(first);
        if (after >= 0) expect(after).toBeGreaterThan(last);
        const opening = at((b) => b.kind === "opening");
        if (opening >= 0) expect(opening).toBe(0);
        const closing = at((b) => b.kind === "closing");
        if (closing >= 0) expect(closing).toBe(blocks.length - 1);
      }),
    );
  });

  it("uses the days alike where there is room for all, and leaves no hole before what ends it", () => {
    fc.assert(
      fc.property(asked, (of) => {
        const { blocks, leftOver } = proposeParts({
          ...of,
          pauses: pauses(0),
          hours: { ...of.hours, breakMinutes: 0 },
        });
        if (leftOver.length > 0) return;
        const used = lengths(blocks, of.days);
        // What is not divided (a visit, the end) takes its own length.
        const { fieldVisit, postTest, evaluation, closing } = of.parts;
        const whole = Math.max(60, fieldVisit, postTest + evaluation + closing);
        expect(Math.max(...used) - Math.min(...used)).toBeLessThanOrEqual(whole + 30);
        const lastDay = inOrder(blocks.filter((b) => b.day === blocks.at(-1)!.day));
        for (const [i, block] of lastDay.entries())
          if (lastDay[i + 1]) expect(lastDay[i + 1]!.startsAt).toBe(block.endsAt);
      }),
    );
  });
});

describe("a proposal around what stays", () => {
  const kept = (day: string, startsAt: string, endsAt: string, more: Partial<Block> = {}) => ({
    ...{ day, startsAt, endsAt, moduleId: null, kind: "other" as const },
    ...more,
  });
  const parts: Parts = { ...noParts, opening: 30, preTest: 45, postTest: 45, closing: 45 };
  const days = ["2027-03-01", "2027-03-02", "2027-03-03"];
  const of = { modules: modules(3, 240), parts, titles, days, hours, pauses: pauses(0) };

  it("does not plan twice what was placed by hand", () => {
    const staying = [
      kept(days[0]!, "09:00", "09:30", { kind: "opening" }),
      kept(days[0]!, "14:00", "15:00", { kind: "test" }),
      kept(days[1]!, "09:00", "11:00", { kind: "module", moduleId: 2 }),
    ];
    const { blocks, leftOver } = proposeParts({ ...of, staying });
    expect(leftOver).toEqual([]);
    expect(minutesOfKind(blocks, "opening")).toBe(0);
    expect(blocks.filter((b) => b.kind === "test").map((b) => b.title)).toEqual([titles.postTest]);
    expect(sum(blocks.filter((b) => b.moduleId === 2).map(plannedMinutes))).toBe(120);
    for (const block of blocks) for (const other of staying) expect(overlapping(block, other)).toBe(false);
  });

  it("puts nothing before what was held", () => {
    const staying = [{ ...kept(days[1]!, "10:00", "11:00", { kind: "module", moduleId: 1 }), held: true }];
    const { blocks } = proposeParts({ ...of, staying });
    expect(blocks.every((b) => `${b.day} ${b.startsAt}` >= `${days[1]} 11:00`)).toBe(true);
  });
});

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
    expect(Math.max(...used) - Math.min(...used)).toBeLessThanOrEqual(60);
    // People teach one after another: each in one go.
    for (const block of blocks.filter((b) => b.kind === "micro_teaching"))
      expect(plannedMinutes(block) % parts.microTeaching).toBe(0);
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
