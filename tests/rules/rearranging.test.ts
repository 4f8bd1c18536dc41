import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, minutesOf, weekday } from "../../lib/time/civil";
import { timeOf } from "../../lib/time/timeOf";
import { carrySteps, landing, stepped, stretched } from "../../lib/timetable/rules/carry";
import { doneTo } from "../../lib/timetable/rules/done";
import {
  freePlaces,
  keptFree,
  middleOf,
  placeForNew,
  placesForCopy,
  pushed,
  pushedDays,
  sessionsFollowing,
  splitAt,
} from "../../lib/timetable/rules/rearrange";
import { overlapping, type Place, plannedMinutes } from "../../lib/timetable/rules/sessions";

const first = "2027-01-10";
const days = Array.from({ length: 12 }, (_, i) => addDays(first, i));
const place = fc
  .record({
    day: fc.constantFrom(...days),
    from: fc.integer({ min: 0, max: 1380 }),
    for: fc.integer({ min: 5, max: 240 }),
  })
  .filter((p) => p.from + p.for < 1440)
  .map((p): Place => ({ day: p.day, startsAt: timeOf(p.from), endsAt: timeOf(p.from + p.for) }));
const timetable = fc.array(place, { maxLength: 20 });

describe("moving by hand", () => {
  it("splits into two parts that are the whole, at its middle and at any time within; nowhere else", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 1439 }), (session, at) => {
        const time = timeOf(at);
        const parts = splitAt(session, time);
        expect(parts !== null).toBe(time > session.startsAt && time < session.endsAt);
        if (parts) {
          expect(parts[0].endsAt).toBe(parts[1].startsAt);
          expect(plannedMinutes(parts[0]) + plannedMinutes(parts[1])).toBe(plannedMinutes(session));
        }
        if (plannedMinutes(session) > 5) expect(splitAt(session, middleOf(session))).not.toBeNull();
      }),
    );
  });

  it("pushes within the day and back again, never over its ends", () => {
    fc.assert(
      fc.property(place, fc.integer({ min: -900, max: 900 }), (session, by) => {
        const there = pushed(session, by);
        const start = minutesOf(session.startsAt) + by;
        expect(there !== null).toBe(start >= 0 && start + plannedMinutes(session) < 1440);
        if (there) expect(pushed(there, -by)).toEqual(session);
      }),
    );
  });

  it("takes what follows a session, and nothing that shares time with it or comes before", () => {
    fc.assert(
      fc.property(timetable, place, (all, session) => {
        const later = sessionsFollowing(session, all);
        for (const other of all)
          expect(later.includes(other)).toBe(
            `${other.day} ${other.startsAt}` >= `${session.day} ${session.endsAt}` &&
              !(other.day === session.day && other.startsAt < session.endsAt),
          );
      }),
    );
  });

  it("pushes to working days in order, by as many as were asked for; a day off is kept only where one was chosen", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...days), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -4, max: 4 }),
        fc.uniqueArray(fc.constantFrom(...days.map((day) => addDays(day, 3))), { maxLength: 3 }),
        (used, by, off) => {
          const holidays = new Set(off);
          const worked = (day: string) => ![5, 6].includes(weekday(day)) && !holidays.has(day);
          const sorted = [...used].sort();
          fc.pre(worked(sorted[0]!));
          const places = pushedDays(used, sorted[0]!, by, [5, 6], holidays);
          const to = sorted.map((day) => places.get(day)!);
          expect([...to].sort()).toEqual(to);
          expect(new Set(to).size).toBe(to.length);
          if (!sorted.every(worked)) return;
          expect(to.every(worked)).toBe(true);
          let nth = sorted[0]!;
          for (let left = Math.abs(by); left > 0; ) {
            nth = addDays(nth, Math.sign(by));
            if (worked(nth)) left -= 1;
          }
          expect(to[0]).toBe(nth);
        },
      ),
    );
  });

  it("offers no free hour in the break and the prayer that the timetable was asked for", () => {
    const asked = { breakFrom: "12:00", breakMinutes: 60, prayerFrom: "15:00", prayerMinutes: 30 };
    const kept = keptFree(asked, [first]);
    expect(kept).toEqual([
      { day: first, startsAt: "12:00", endsAt: "13:00" },
      { day: first, startsAt: "15:00", endsAt: "15:30" },
    ]);
    const starts = freePlaces(kept, [first], 60, { from: 660, to: 990 }, 30).map(({ startsAt }) => startsAt);
    expect(starts).toEqual(["11:00", "13:00", "13:30", "14:00", "15:30"]);
    expect(keptFree({ ...asked, breakMinutes: 0, prayerFrom: null }, [first])).toEqual([]);
  });

  it("finds exactly the free places of a naive model, and the next one for a copy", () => {
    fc.assert(
      fc.property(timetable, fc.integer({ min: 10, max: 200 }), (all, minutes) => {
        const hours = { from: 480, to: 1020 };
        const found = freePlaces(all, days.slice(0, 3), minutes, hours, 30);
        for (const one of found) {
          expect(plannedMinutes(one)).toBe(minutes);
          expect(all.some((other) => overlapping(one, other))).toBe(false);
        }
        const naive = days.slice(0, 3).flatMap((day) =>
          Array.from({ length: 18 }, (_, i) => 480 + i * 30)
            .filter((from) => from + minutes <= 1020)
            .map((from): Place => ({ day, startsAt: timeOf(from), endsAt: timeOf(from + minutes) }))
            .filter((one) => !all.some((other) => overlapping(one, other))),
        );
        const key = (p: Place) => `${p.day} ${p.startsAt}`;
        expect(found.map(key)).toEqual([...found.map(key)].sort());
        expect(naive.map(key).filter((one) => !found.map(key).includes(one))).toEqual([]);
      }),
    );
    const morning = { day: first, startsAt: "09:00", endsAt: "12:00" };
    const noon = { day: first, startsAt: "12:30", endsAt: "15:30" };
    expect(placesForCopy(morning, [morning, noon], days.slice(0, 2))[0]).toEqual({
      day: days[1],
      startsAt: "09:00",
      endsAt: "12:00",
    });
    // Where no day has the time within its hours, an evening has.
    expect(placesForCopy(morning, [morning, noon], [first])[0]).toEqual({
      day: first,
      startsAt: "15:30",
      endsAt: "18:30",
    });
  });
});

describe("a session in somebody's hand", () => {
  const three = days.slice(0, 3);
  const steps = ["earlier", "later", "dayBefore", "dayAfter", "longer", "shorter"] as const;
  const back = {
    earlier: "later",
    later: "earlier",
    dayBefore: "dayAfter",
    dayAfter: "dayBefore",
    longer: "shorter",
    shorter: "longer",
  } as const;

  it("goes back by the opposite steps, and never out of the day or the course", () => {
    fc.assert(
      fc.property(place, fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (start, walk) => {
        const begin = { ...start, day: three[1]! };
        let at: Place = begin;
        const done: (typeof steps)[number][] = [];
        for (const step of walk) {
          const next = stepped(at, step, three);
          if (!next) continue;
          expect(three).toContain(next.day);
          expect(next.startsAt < next.endsAt).toBe(true);
          expect(next.endsAt <= "23:59").toBe(true);
          at = next;
          done.push(step);
        }
        for (const step of done.reverse()) at = stepped(at, back[step], three)!;
        expect(at).toEqual(begin);
      }),
    );
  });

  it("lands in steps within the day with its length, and its edge in steps within the day", () => {
    fc.assert(
      fc.property(
        place,
        fc.integer({ min: -300, max: 2000 }),
        fc.constantFrom(carrySteps.usual, carrySteps.fine),
        (session, minute, step) => {
          const there = landing(session, first, minute, step);
          expect(plannedMinutes(there)).toBe(plannedMinutes(session));
          expect(minutesOf(there.startsAt) % step).toBe(0);
          const longer = stretched(session, minute, step);
          expect(longer.startsAt).toBe(session.startsAt);
          expect(longer.endsAt > longer.startsAt).toBe(true);
        },
      ),
    );
    const morning = { day: first, startsAt: "09:00", endsAt: "10:30" };
    expect(landing(morning, three[2]!, 14 * 60 + 6, 15)).toEqual({
      day: three[2],
      startsAt: "14:00",
      endsAt: "15:30",
    });
    expect(stretched(morning, 11 * 60 + 8, 5)).toEqual({ ...morning, endsAt: "11:10" });
  });
});

describe("what an edit did", () => {
  const one = { id: 1, day: first, startsAt: "09:00", endsAt: "10:30" };
  const two = { id: 2, day: first, startsAt: "11:00", endsAt: "12:00" };
  it("is told from how the sessions stood before and after", () => {
    expect(doneTo([one], [{ ...one, endsAt: "11:00" }])).toBe("one");
    expect(
      doneTo(
        [one, two],
        [
          { ...two, startsAt: "09:00", endsAt: "10:00" },
          { ...one, startsAt: "10:30", endsAt: "12:00" },
        ],
      ),
    ).toBe("swap");
    expect(
      doneTo(
        [one, two],
        [
          { ...one, day: days[1]! },
          { ...two, day: days[1]! },
        ],
      ),
    ).toBe("push");
    expect(
      doneTo(
        [one],
        [
          { ...one, endsAt: "10:00" },
          { ...one, id: 3, startsAt: "10:00" },
        ],
      ),
    ).toBe("split");
    expect(
      doneTo(
        [two],
        [
          { ...one, id: 3, startsAt: "10:30", endsAt: "11:00" },
          { ...two, startsAt: "11:30", endsAt: "12:30" },
        ],
      ),
    ).toBe("insert");
  });
});

describe("a new session", () => {
  const on = (day: string, startsAt: string, endsAt: string, groupId: number | null = null) => ({
    ...{ day, startsAt, endsAt, groupId },
  });
  const [one, two] = [days[0]!, days[1]!];
  it("is proposed after the last one of its group, before the day ends; shorter, on the next day or in a gap where that is full", () => {
    const all = [on(one, "09:00", "12:00"), on(one, "13:00", "15:00", 1), on(two, "09:00", "16:30")];
    expect(placeForNew(all, [one, two], null)).toEqual({ day: one, startsAt: "15:00", endsAt: "16:30" });
    expect(placeForNew(all, [one, two], 2)).toEqual({ day: one, startsAt: "12:00", endsAt: "13:30" });
    expect(placeForNew(all, [one, two], 1, 120)).toEqual({ day: one, startsAt: "15:00", endsAt: "16:30" });
    const full = [...all, on(one, "15:00", "16:15")];
    expect(placeForNew(full, [one, days[2]!], null)).toEqual({
      day: days[2],
      startsAt: "09:00",
      endsAt: "10:30",
    });
    expect(placeForNew(full, [one], null, 60)).toEqual({ day: one, startsAt: "12:00", endsAt: "13:00" });
    expect(placeForNew(full, [two], null)).toEqual({ day: two, startsAt: "16:30", endsAt: "18:00" });
    expect(placeForNew([], [one], null)).toEqual({ day: one, startsAt: "09:00", endsAt: "10:30" });
  });
});
