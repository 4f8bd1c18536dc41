import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noParts } from "../../lib/timetable/rules/parts";
import { type Block, proposeParts, workingDays } from "../../lib/timetable/rules/propose";
import { plannedMinutes } from "../../lib/timetable/rules/sessions";
import { sharedAmong } from "../../lib/timetable/rules/share";
import { hours, inOrder, pauses, sum, titles } from "../support/proposals";

describe("modules that each group has by itself", () => {
  const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
  const asked = fc.record({
    modules: fc.array(fc.record({ minutes: fc.integer({ min: 6, max: 60 }), inGroups: fc.boolean() }), {
      minLength: 1,
      maxLength: 7,
    }),
    groups: fc.integer({ min: 1, max: 3 }),
    microTeaching: fc.constantFrom(0, 20),
    practicum: fc.constantFrom(0, 120),
    rest: fc.constantFrom(0, 15),
  });

  it("have all their minutes for each group, at one time, and nobody is at two sessions at once", () => {
    fc.assert(
      fc.property(asked, ({ groups: count, rest, microTeaching, practicum, ...of }) => {
        const groups = Array.from({ length: count }, (_, nth) => ({ id: nth + 4, people: 5 }));
        const modules = of.modules.map(({ minutes, inGroups }, nth) => ({
          ...{ id: nth + 1, minutes: minutes * 5, inGroups },
        }));
        const parts = { ...noParts, opening: 30, microTeaching, people: 5 * count, practicum, closing: 45 };
        const { blocks, leftOver } = proposeParts({
          ...{ modules, parts, titles, days, hours, pauses: pauses(rest), staying: [], groups },
        });
        for (const { id, minutes, inGroups } of modules) {
          const left = leftOver.find((one) => one.moduleId === id)?.minutes ?? 0;
          const own = blocks.filter(({ moduleId }) => moduleId === id);
          const at = (all: readonly Block[]) => all.map((b) => `${b.day} ${b.startsAt} ${b.endsAt}`);
          // One group is everybody.
          if (!inGroups || count === 1) expect(own.every(({ groupId }) => groupId == null)).toBe(true);
          for (const group of groups) {
            const theirs = own.filter(({ groupId }) => groupId == null || groupId === group.id);
            expect(sum(theirs.map(plannedMinutes)) + left).toBe(minutes);
            if (inGroups && count > 1) expect(at(theirs)).toEqual(at(own.filter((b) => b.groupId === 4)));
          }
        }
        for (const { id } of groups) {
          const theirs = inOrder(blocks.filter(({ groupId }) => groupId == null || groupId === id));
          for (const [nth, block] of theirs.entries())
            if (theirs[nth + 1]?.day === block.day)
              expect(block.endsAt <= theirs[nth + 1]!.startsAt).toBe(true);
        }
      }),
    );
  });

  it("are not planned again for a group that has them", () => {
    const groups = [4, 5].map((id) => ({ id, people: 5 }));
    const kept = { day: days[0]!, startsAt: "09:00", endsAt: "11:00", moduleId: 1, kind: "module" as const };
    const modules = [{ id: 1, minutes: 120, inGroups: true }];
    const { blocks } = proposeParts({
      ...{ modules, parts: noParts, titles, days, hours, pauses: pauses(0), groups },
      staying: [{ ...kept, groupId: 4 }],
    });
    expect(blocks.every(({ groupId }) => groupId === 5)).toBe(true);
    expect(sum(blocks.map(plannedMinutes))).toBe(120);
  });
});

describe("trainers shared among groups", () => {
  const language = fc.constantFrom(null, "ar", "en", "fr");

  it("are in one group each, and no group has nobody while another has two", () => {
    const trainers = fc.array(language, { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(language, { minLength: 1, maxLength: 4 }), trainers, (groups, speak) => {
        const shares = sharedAmong(
          groups,
          speak.map((one, id) => ({ id, language: one })),
        );
        expect(shares.flat().sort()).toEqual(speak.map((_, id) => id));
        const counts = shares.map(({ length }) => length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("go first to the group whose language they speak", () => {
    const trainers = [
      { id: 1, language: "fr" },
      { id: 2, language: "ar" },
      { id: 3, language: "en" },
    ];
    expect(sharedAmong(["ar", "fr"], trainers)).toEqual([[2, 3], [1]]);
    expect(sharedAmong(["sw", "fr"], trainers)).toEqual([[2, 3], [1]]);
    expect(sharedAmong([null], trainers)).toEqual([[1, 2, 3]]);
  });
});
