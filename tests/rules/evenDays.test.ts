import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evennessAgainst } from "../../lib/timetable/rules/even";
import type { Laid } from "../../lib/timetable/rules/laying";
import { noParts, type Parts } from "../../lib/timetable/rules/parts";
import { type Block, proposeParts, workingDays } from "../../lib/timetable/rules/propose";
import { plannedMinutes } from "../../lib/timetable/rules/sessions";
import { asked, hours, inOrder, lengths, modules, pauses, titles } from "../support/proposals";

/** By how many minutes the fullest of these days exceeds the emptiest. */
const apart = (blocks: readonly Block[], days: readonly string[]) => {
  const used = lengths(blocks, days);
  return Math.max(...used) - Math.min(...used);
};

/** By how many minutes anybody expects days to differ: an hour and a half, else as long as a visit, or practice in one go. */
const expected = ({ parts }: { parts: Parts }, blocks: readonly Block[]) =>
  Math.max(90, parts.fieldVisit, ...blocks.flatMap((b) => (b.kind === "practicum" ? plannedMinutes(b) : [])));

describe("the days of a proposal", () => {
  it("uses the days alike where there is room for all: they differ by an hour and a half, a visit or practice in one go, and two blocks", () => {
    fc.assert(
      fc.property(asked, (of) => {
        const { blocks, leftOver } = proposeParts(of);
        fc.pre(leftOver.length === 0);
        const { parts } = of;
        const turn = parts.people > 0 ? parts.microTeaching : 0;
        // What is not divided: one more on a day, and one for which the last time of another is too short.
        const block = Math.max(30, turn, parts.opening, parts.preTest, parts.postTest, parts.closing);
        expect(apart(blocks, of.days)).toBeLessThanOrEqual(expected(of, blocks) + 2 * block);
      }),
      { numRuns: 300 },
    );
  });

  it("has days alike also where what ends a short course, micro-teaching and a visit leave little choice", () => {
    const parts = { ...noParts, microTeaching: 40, evaluation: 30 };
    const [early, late] = [
      { ...hours, startsAt: "08:00" },
      { ...hours, startsAt: "08:30", endsAt: "17:00", breakMinutes: 45 },
    ];
    for (const of of [
      {
        ...{ modules: modules(1, 470), until: "2027-03-05", hours: early, pauses: pauses(0, 20) },
        parts: { ...parts, fieldVisit: 120, people: 16, practicum: 240, postTest: 45 },
      },
      {
        ...{ modules: modules(2, 445), until: "2027-03-12", hours: late, pauses: pauses(15) },
        parts: { ...parts, preTest: 45, fieldVisit: 300, people: 25 },
      },
    ]) {
      const days = workingDays("2027-03-01", of.until, [6, 7], new Set());
      const { blocks, leftOver } = proposeParts({ ...of, days, titles, staying: [] });
      expect(leftOver).toEqual([]);
      expect(apart(blocks, days)).toBeLessThanOrEqual(expected(of, blocks));
    }
  });

  it("leaves no day empty beside a visit that is longer than a day has otherwise", () => {
    const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
    const parts = { ...noParts, opening: 30, preTest: 45, fieldVisit: 300, postTest: 45, closing: 45 };
    const of = { parts, titles, days, hours, pauses: pauses(15), staying: [] };
    for (const minutes of [120, 150, 180, 210]) {
      const { blocks, leftOver } = proposeParts({ ...of, modules: modules(5, minutes) });
      expect(leftOver).toEqual([]);
      const visit = blocks.find((b) => b.kind === "field_visit")!.day;
      expect(
        apart(
          blocks,
          days.filter((day) => day !== visit),
        ),
      ).toBeLessThanOrEqual(60);
    }
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
        // What is not divided (a visit, practice, the end) takes its own length.
        const { fieldVisit, practicum, postTest, evaluation, closing } = of.parts;
        const whole = Math.max(60, fieldVisit, practicum, postTest + evaluation + closing);
        expect(apart(blocks, of.days)).toBeLessThanOrEqual(whole + 30);
        const lastDay = inOrder(blocks.filter((b) => b.day === blocks.at(-1)!.day));
        for (const [i, block] of lastDay.entries())
          if (lastDay[i + 1]) expect(lastDay[i + 1]!.startsAt).toBe(block.endsAt);
      }),
    );
  });

  it("looks for nothing more even than what stays leaves, and bears nothing that days differ by without a reason", () => {
    const days = workingDays("2027-03-01", "2027-03-04", [6, 7], new Set());
    const spans = days.map((day) => ({ day, from: 540, to: 960 }));
    /** So many minutes on each of the days that follow the first. */
    const laid = (...minutes: readonly number[]) =>
      minutes.map((of, i) => ({ span: i + 1, from: 540, minutes: of })) as unknown as readonly Laid[];
    const alike = laid(150, 150, 150);
    // Seven hours stay on the first day.
    const long = { spans, staying: new Map([[days[0]!, 420]]) };
    const against = evennessAgainst(alike, long);
    expect(against(alike)).toEqual({ by: 270, excess: 0 });
    expect(against(laid(90, 210, 150))).toEqual({ by: 330, excess: 60 });
    // Nothing stays, and the days differ all the same.
    const open = { spans: spans.slice(1), staying: new Map<string, number>() };
    const apart = laid(60, 60, 330).map((one) => ({ ...one, span: one.span - 1 }));
    expect(evennessAgainst(apart, open)(apart)).toEqual({ by: 270, excess: 180 });
  });
});
