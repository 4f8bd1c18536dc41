import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SessionKind } from "../../db/values/timetable";
import { minutesOf, weekday } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { leftOverIn, leftOverWord } from "../../lib/timetable/rules/leftOver";
import { noParts, type Parts } from "../../lib/timetable/rules/parts";
import { type Block, proposeParts } from "../../lib/timetable/rules/propose";
import { overlapping, plannedMinutes } from "../../lib/timetable/rules/sessions";
import { asked, hours, inOrder, minutesOfKind, modules, pauses, sum, titles } from "../support/proposals";

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
});

describe("a proposal of groups, around what stays", () => {
  const groups = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 4 });
  const kept = fc.array(
    fc.record({
      day: fc.nat(20),
      from: fc.integer({ min: 18, max: 30 }).map((n) => n * 30),
      minutes: fc.constantFrom(30, 60, 90),
      group: fc.nat(4),
      module: fc.nat(9),
    }),
    { maxLength: 5 },
  );
  it("gives each group all minutes of every module or says what is lacking, and puts nobody in two sessions at one time", () => {
    fc.assert(
      fc.property(asked, groups, kept, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (...given) => {
        const [of, sizes, placed, own] = given;
        const ids = sizes.map((people, nth) => ({ id: nth + 1, people }));
        const courseModules = of.modules.map((one, nth) => ({ ...one, inGroups: own[nth] ?? false }));
        const all = placed.map((one) => ({
          day: of.days[one.day % of.days.length]!,
          startsAt: timeOf(one.from),
          endsAt: timeOf(one.from + one.minutes),
          kind: "module" as const,
          moduleId: courseModules[one.module % courseModules.length]!.id,
          groupId: one.group === 0 ? null : ids[one.group % ids.length]!.id,
        }));
        const staying = all.filter((one, nth) => !all.slice(0, nth).some((other) => overlapping(one, other)));
        const found = proposeParts({ ...of, modules: courseModules, groups: ids, staying });
        const theirs = (groupId: number) =>
          [...staying, ...found.blocks].filter((b) => b.groupId == null || b.groupId === groupId);
        for (const { id: groupId } of ids) {
          const sessions = inOrder(theirs(groupId) as Block[]);
          for (const [nth, one] of sessions.entries())
            for (const other of sessions.slice(nth + 1)) expect(overlapping(one, other)).toBe(false);
          for (const { id, minutes } of courseModules) {
            const had = sum(
              theirs(groupId)
                .filter((b) => b.moduleId === id)
                .map(plannedMinutes),
            );
            const left =
              found.leftOver.find((one) => one.part === "module" && one.moduleId === id)?.minutes ?? 0;
            expect(had + left).toBeGreaterThanOrEqual(minutes);
          }
        }
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
