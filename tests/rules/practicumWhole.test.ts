import { expect, it } from "vitest";
import { proposeParts, workingDays } from "../../lib/timetable/rules/propose";
import { plannedMinutes } from "../../lib/timetable/rules/sessions";
import { usualParts } from "../../lib/timetable/rules/usual";
import { modules, pauses, sum, titles, tot } from "../support/proposals";

const hoursOf = (startsAt: string, endsAt: string, breakFrom: string) => ({
  ...{ startsAt, endsAt, breakFrom, breakMinutes: 60 },
});

it("practice with real users is in one piece or in two: in three where another way would leave hours idle, and that is rare", () => {
  const days = workingDays("2027-03-01", "2027-03-12", [6, 7], new Set());
  const pieces: number[] = [];
  for (const hours of [
    hoursOf("09:00", "16:00", "12:30"),
    hoursOf("08:30", "15:00", "12:00"),
    hoursOf("08:00", "16:00", "12:00"),
  ])
    for (const rest of [0, 15])
      for (const minutes of [180, 220, 240])
        for (const people of [10, 20])
          for (const groups of [[], [1, 2].map((id) => ({ id, people: Math.ceil(people / 2) }))]) {
            const parts = { ...usualParts(tot, days.length, people), practicum: 240 };
            const { blocks, leftOver } = proposeParts({
              ...{ parts, titles, days, hours, pauses: pauses(rest), staying: [], groups },
              modules: modules(7, minutes),
            });
            const practice = blocks.filter(({ kind }) => kind === "practicum").map(plannedMinutes);
            expect(leftOver).toEqual([]);
            expect(sum(practice)).toBe(240);
            expect(practice.length).toBeLessThanOrEqual(3);
            pieces.push(practice.length);
          }
  expect(pieces.filter((count) => count > 2).length / pieces.length).toBeLessThan(0.1);
});
