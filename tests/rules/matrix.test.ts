import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MatrixMark, markIn, marksText } from "../../app/_ui/kit/matrixMarks";
import {
  type Column,
  hereIn,
  type PersonRow,
  sheetsBySession,
  withSame,
  withSheets,
} from "../../app/[locale]/(desk)/desk/courses/[course]/roll/_matrix/cells";
import { sessionDue } from "../../lib/attendance/rules";
import { emptySheet, type Sheet, standingOf } from "../../lib/attendance/rules/deviceSheet";
import type { KeptMark } from "../../lib/attendance/rules/onDevice";
import { shareOf } from "../../lib/completion/rules/reachable";
import { fault } from "../../lib/faults";
import { holds } from "../../lib/text";

const columns: Column[] = [11, 12, 13].map((id) => ({
  id,
  group: "Sun",
  head: "09:00",
  day: "",
  whose: null,
  when: "",
  name: `Session ${id}`,
  minutes: 90,
  usualLate: 15,
}));
const person = (id: number, ...marks: MatrixMark[]): PersonRow => ({
  id,
  called: `Person ${id}`,
  names: { name: `Person ${id}`, latinName: null },
  apart: null,
  marks: marksText(marks),
  late: {},
  share: null,
  outlook: null,
});
const mark = (state: KeptMark["state"], more: Partial<KeptMark> = {}): KeptMark => ({
  state,
  lateMinutes: 15,
  was: "none",
  at: 1,
  ...more,
});
const sheet = (sessionId: number, more: Partial<Sheet>): Sheet => ({ ...emptySheet, sessionId, ...more });
const marksOf = (row: PersonRow) => columns.map((_, nth) => markIn(row.marks, nth));

describe("the marks of a row", () => {
  const all: MatrixMark[] = ["present", "late", "excused", "absent", "none", "toCome", "notTheirs"];
  it("are a text and back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...all)), (marks) => {
        const text = marksText(marks);
        expect(marks.map((_, nth) => markIn(text, nth))).toEqual(marks);
      }),
    );
  });
  it("take what the device keeps or has sent; whoever has none there stays the same object", () => {
    const people = [person(1, "present", "none", "toCome"), person(2, "late", "none", "toCome")];
    const sheets = sheetsBySession(
      [
        sheet(12, { marks: new Map([[1, mark("absent")]]) }),
        sheet(13, { landed: new Map([[1, mark("present")]]) }),
        sheet(99, { marks: new Map([[2, mark("absent")]]) }),
      ],
      columns,
    );
    const rows = withSheets(people, columns, sheets);
    expect(marksOf(rows[0]!)).toEqual(["present", "absent", "present"]);
    expect(rows[1]).toBe(people[1]);
    expect(withSheets(people, columns, new Map())).toBe(people);
  });
  it("look as before once a mark is taken back, and do not show what is held back or refused", () => {
    const people = [person(1, "present", "notTheirs", "toCome")];
    const shown = (sheets: Sheet[]) =>
      marksOf(withSheets(people, columns, sheetsBySession(sheets, columns))[0]!);
    expect(shown([sheet(12, { marks: new Map([[1, mark("none")]]) })])[1]).toBe("notTheirs");
    expect(shown([sheet(13, { marks: new Map([[1, mark("none")]]) })])[2]).toBe("toCome");
    expect(shown([sheet(11, { marks: new Map([[1, mark("none")]]) })])[0]).toBe("none");
    expect(shown([sheet(11, { marks: new Map([[1, mark("absent", { held: true })]]) })])[0]).toBe("present");
    const refused = new Map([[1, fault("notOnRoll")]]);
    expect(shown([sheet(11, { marks: new Map([[1, mark("absent")]]), refused })])[0]).toBe("present");
  });
  it("say who was in the room, and nothing of a session without any mark", () => {
    const people = [
      person(1, "present", "none"),
      person(2, "late", "notTheirs"),
      person(3, "absent", "none"),
    ];
    expect(hereIn(people, 0)).toBe(2);
    expect(hereIn(people, 1)).toBeNull();
  });
});

describe("fresh rows", () => {
  it("are the objects that were there where they say the same, and the whole list where all do", () => {
    const last = [person(1, "present"), person(2, "none")];
    expect(withSame(last, [person(1, "present"), person(2, "none")])).toBe(last);
    const fresh = withSame(last, [person(1, "present"), person(2, "late"), person(3, "none")]);
    expect(fresh[0]).toBe(last[0]);
    expect(fresh.map((row) => row.marks)).toEqual(["p", "l", "."]);
    expect(withSame(last, [last[1]!, last[0]!])).toEqual([last[1], last[0]]);
    expect(withSame(last, last.slice(1))).toEqual(last.slice(1));
  });
});

describe("the session due", () => {
  const at = (startInstant: number, entries: number) => ({
    ...{ startInstant, entries, expected: 3 },
    endInstant: startInstant + 1,
  });
  it("is the one under way that lacks somebody, else the first that waits for its roll", () => {
    const sessions = [at(1, 3), at(2, 1), at(3, 0), at(4, 3), at(5, 0)];
    expect(sessionDue(sessions, 3)).toBe(sessions[2]);
    expect(sessionDue(sessions, 4)).toBe(sessions[1]);
    expect(sessionDue(sessions, 9)).toBe(sessions[1]);
    expect(sessionDue(sessions, 1)).toBeUndefined();
    expect(sessionDue([{ ...at(1, 0), expected: 0 }], 9)).toBeUndefined();
  });
});

describe("how rolls stand on a device", () => {
  it("is counted over all of them", () => {
    expect(standingOf([])).toEqual({
      unsent: 0,
      owesReason: false,
      waits: false,
      here: false,
      refused: 0,
      held: 0,
      savedAt: null,
    });
    expect(
      standingOf([
        sheet(11, { marks: new Map([[1, mark("absent")]]), waits: true, savedAt: 5 }),
        sheet(12, {
          marks: new Map([
            [1, mark("absent", { held: true })],
            [2, mark("late")],
          ]),
          refused: new Map([[2, fault("notOnRoll")]]),
          savedAt: 9,
        }),
      ]),
    ).toEqual({ unsent: 1, owesReason: false, waits: true, here: false, refused: 1, held: 1, savedAt: 9 });
  });
});

describe("the share of the planned minutes", () => {
  // Five hours were taken, five are to come.
  const counted = { minutes: 239, plannedMinutes: 600, heldMinutes: 300, unenteredMinutes: 0 };
  const share = (minutes: number, over: boolean) =>
    shareOf({ minAttendance: 80 }, { ...counted, minutes }, over);
  it("is of what was taken while the course goes on, of all once it is over", () => {
    expect(share(239, false)).toEqual({ percent: 79, below: true });
    expect(share(239, true)).toEqual({ percent: 39, below: true });
    expect(share(480, true)).toEqual({ percent: 80, below: false });
    expect(
      shareOf({ minAttendance: 80 }, { ...counted, minutes: 0, unenteredMinutes: 300 }, false),
    ).toBeNull();
  });
  it("is below where the bar ends before its line, though the minimum may still be reached", () => {
    expect(share(240, false)).toEqual({ percent: 80, below: false });
    expect(share(216, false)).toEqual({ percent: 72, below: true });
  });
});

describe("looking for somebody in a list", () => {
  it.each([
    ["عبد الله الخطيب", "عبدالله"],
    ["أحمد العلي", "احمد علي"],
    ["Abu-Zeid Fatima", "fatima abu"],
    ["Éloïse N’Diaye", "ndiaye eloise"],
    ["Anything", ""],
  ])("%s is found by %s", (name, searched) => expect(holds(name, searched)).toBe(true));
  it("finds nobody by a word that they do not have", () => {
    expect(holds("Fatima Abu Zeid", "fatima omar")).toBe(false);
  });
});
