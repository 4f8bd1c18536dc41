import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signInSheet } from "../../app/_words/signInSheet";
import { listsToSign } from "../../lib/participants/rules";

const person = (id: number, groupId: number | null) => ({
  ...{ id, groupId, number: id, name: `Person ${id}`, latinName: null, organisation: null },
});
const people = [person(1, 4), person(2, 5), person(3, 4), person(4, null)];
const session = (groupId: number | null, startsAt: string, endsAt: string, room: string) => ({
  ...{
    id: Number(startsAt.slice(0, 2)) * 10 + (groupId ?? 0),
    day: "2027-01-19",
    startsAt,
    endsAt,
    room,
    groupId,
  },
  ...{ group: groupId === null ? null : groupId === 4 ? "Group A" : "Group B", kind: "micro_teaching" },
  ...{ title: null, moduleCode: null, moduleTitle: null, toolTitle: null, venue: null, venuePlace: null },
});
const course = {
  ...{ title: { own: "en", en: "Training" }, startsOn: "2027-01-17", endsOn: "2027-01-28", venue: null },
  ...{ place: { own: "en", en: "Irbid" }, country: "JO", programmeTitle: { own: "en", en: "Coops" } },
  ...{ fictional: false, state: "open", decideBy: null, confirmedAt: null, capacity: 20 },
} as unknown as Parameters<typeof signInSheet>[0];

describe("who signs on a day on which groups meet by themselves", () => {
  it("is each group on its own sheet, with its people, room and hours, and everybody on theirs", () => {
    const sessions = [
      session(null, "09:00", "10:30", "Hall"),
      session(4, "10:45", "12:15", "Room 1"),
      session(5, "10:45", "12:00", "Room 2"),
      session(4, "13:00", "15:15", "Room 1"),
      session(5, "13:00", "15:00", "Room 2"),
    ];
    const sheet = signInSheet(course, people, sessions as never, "en");
    const said = sheet.days.map(({ day, lines, signatures, list }) => ({
      ...{ group: /Group ./u.exec(day)?.[0] ?? null, lines: lines.join() },
      times: signatures.map(({ time }) => time),
      people: sheet.lists[list]!.people.map(({ name }) => name),
    }));
    expect(said).toEqual([
      {
        ...{ group: null, lines: "Hall", times: ["09:00–10:30"] },
        people: ["Person 1", "Person 2", "Person 3", "Person 4"],
      },
      {
        ...{ group: "Group A", lines: "Room 1", times: ["10:45–12:15", "13:00–15:15"] },
        people: ["Person 1", "Person 3"],
      },
      { group: "Group B", lines: "Room 2", times: ["10:45–12:00", "13:00–15:00"], people: ["Person 2"] },
    ]);
    // The sheet says whose it is: its columns need not.
    expect(sheet.days[1]!.signatures.map(({ title }) => title)).toEqual(["Micro-teaching", "Micro-teaching"]);
    // Of the group that is asked for there is one, with everybody's session.
    const one = signInSheet(course, people, sessions.filter((s) => s.groupId !== 5) as never, "en", 4);
    expect(one.days.map(({ signatures }) => signatures.length)).toEqual([3]);
  });

  it("has every session signed once, by whoever is to be at it", () => {
    const some = fc.array(
      fc.record({
        groupId: fc.constantFrom(null, 4, 5, 6),
        startsAt: fc.constantFrom("09:00", "11:00", "13:00"),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (sessions) => {
        const lists = listsToSign(people, sessions, null);
        expect(lists.flatMap((list) => list.sessions)).toHaveLength(sessions.length);
        for (const list of lists)
          for (const { groupId } of list.sessions)
            expect(list.people).toEqual(people.filter((one) => groupId === null || one.groupId === groupId));
      }),
    );
  });
});
