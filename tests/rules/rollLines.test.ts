import { describe, expect, it } from "vitest";
import type { RollRow } from "../../app/[locale]/(desk)/desk/courses/[course]/roll/[session]/RollLine";
import {
  countedOn,
  linesOf,
  markedInFields,
  uponIn,
} from "../../app/[locale]/(desk)/desk/courses/[course]/roll/[session]/rollLines";
import {
  marksFor,
  oneOf,
  undoAfter,
  undoWithoutHeld,
} from "../../app/[locale]/(desk)/desk/courses/[course]/roll/[session]/undoing";
import { emptySheet, type Sheet } from "../../lib/attendance/rules/deviceSheet";
import { type KeptMark, noMarks } from "../../lib/attendance/rules/onDevice";

const row = (id: number, more: Partial<RollRow> = {}): RollRow => ({
  id,
  name: `Person ${id}`,
  called: `Person ${id}`,
  latinName: null,
  organisation: null,
  needs: null,
  state: null,
  lateMinutes: 15,
  entered: null,
  outlook: null,
  apart: null,
  joined: null,
  ...more,
});
const mark = (more: Partial<KeptMark> = {}): KeptMark => ({
  state: "absent",
  lateMinutes: 15,
  was: "none",
  at: 1,
  ...more,
});
const minutes = 90;
const drawn = (sheet: Partial<Sheet> = {}, kept: Parameters<typeof linesOf>[1]["kept"] = null) => ({
  sheet: { ...emptySheet, ...sheet },
  kept,
  sayHeld: (mine: KeptMark, theirs: string) => `${mine.state}, not ${theirs}`,
});

describe("a line of the roll", () => {
  const one = (sheet: Partial<Sheet>, kept?: Parameters<typeof linesOf>[1]["kept"]) =>
    linesOf([row(7, { state: "present" })], drawn(sheet, kept)).get(7);
  it("shows what this device keeps, then what was sent, then what the page came with", () => {
    const landed = new Map([[7, mark({ state: "excused" })]]);
    expect(one({ marks: new Map([[7, mark()]]), landed, waits: true })).toMatchObject({
      state: "absent",
      unsent: true,
    });
    expect(one({ landed, waits: true })).toMatchObject({ state: "excused", unsent: false });
    expect(one({})).toMatchObject({ state: "present", lateMinutes: 15 });
    expect(one({}, { marks: { 7: { state: "late", lateMinutes: "20" } } })).toMatchObject({
      state: "late",
      lateMinutes: 20,
    });
  });
  it("shows what stands where a mark is held or refused, but minutes that cannot be stay to be mended", () => {
    expect(one({ marks: new Map([[7, mark({ held: true })]]) })).toMatchObject({
      state: "present",
      held: "absent, not present",
    });
    const late = new Map([[7, mark({ state: "late", lateMinutes: 200 })]]);
    expect(one({ marks: late, refused: new Map([[7, { code: "notOnRoll" }]]) })?.state).toBe("present");
    expect(one({ marks: late, refused: new Map([[7, { code: "lateMinutes" }]]) })).toMatchObject({
      state: "late",
      lateMinutes: 200,
      refused: true,
    });
  });
  it("counts for whoever joined later once they are marked", () => {
    const rows = [row(7, { state: "present" }), row(8), row(9, { joined: "later" })];
    const counted = countedOn(rows, linesOf(rows, drawn()));
    expect([counted.total, counted.rest.map(({ id }) => id)]).toEqual([2, [8]]);
    const landed = new Map([[9, mark()]]);
    expect(countedOn(rows, linesOf(rows, drawn({ landed }))).total).toBe(3);
  });
});

describe("marks made before the scripts came", () => {
  it("are those of the fields that differ from what the form came with, with minutes that can be", () => {
    const rows = [row(7, { state: "present" }), row(8), row(9), row(10)];
    const fields = new FormData();
    for (const one of rows) fields.set(`marks.${one.id}.was`, uponIn(one, null));
    for (const [id, state] of Object.entries({ 7: "present", 8: "late", 9: "late" }))
      fields.set(`marks.${id}.state`, state);
    fields.set("marks.8.lateMinutes", "٢٠");
    fields.set("marks.9.lateMinutes", "90");
    expect([...markedInFields(fields, rows, minutes)]).toEqual([
      [8, { state: "late", lateMinutes: 20, was: "none" }],
      [9, { state: "late", lateMinutes: 15, was: "none" }],
    ]);
  });
  it("are upon what the form came with, also where it was refused and the roll is another by then", () => {
    const now = row(7, { state: "present" });
    expect(uponIn(now, { marks: { 7: { state: "absent", was: "late 20" } } })).toBe("late 20");
    expect(uponIn(now, { marks: { 8: { state: "absent", was: "none" } } })).toBe("present");
  });
});

describe("undo", () => {
  const rows = [row(7, { state: "present" }), row(8)];
  const roll = { rows, lines: linesOf(rows, drawn()), landed: noMarks };
  it("puts back what stood, upon what was made of it; what changes nothing makes nothing", () => {
    const { made, before } = marksFor(
      new Map([
        [7, { state: "present" }],
        [8, { state: "late", lateMinutes: 20 }],
      ]),
      roll,
    );
    expect([...made]).toEqual([[8, { state: "late", lateMinutes: 20, was: "none" }]]);
    expect([...before]).toEqual([[8, { state: "none", lateMinutes: 15, was: "late 20" }]]);
  });
  it("is made upon what was sent from here, where the page does not show it yet", () => {
    const landed = new Map([[8, mark()]]);
    const { made } = marksFor(new Map([[8, { state: "present" }]]), {
      ...roll,
      lines: linesOf(rows, drawn({ landed })),
      landed,
    });
    expect(made.get(8)?.was).toBe("absent");
  });
  it("goes back to before a row was touched while somebody is in it, and to the last change else", () => {
    const first = undoAfter(null, new Map([[8, mark({ state: "none" })]]), "late");
    const second = new Map([[8, mark({ state: "late", was: "absent" })]]);
    const both = undoAfter(first, second, "absent");
    // What was there at first is put back upon what stands there last: else it would be taken for another's.
    expect([...both.before]).toEqual([[8, mark({ state: "none", was: "absent" })]]);
    expect(both.text).toBe("absent");
    expect(undoAfter({ ...first, closed: true }, second, "absent").before).toBe(second);
    expect(undoAfter(first, new Map([[7, mark()]]), "absent").before.has(7)).toBe(true);
  });
  it("has nothing to put back of what the server held", () => {
    const before = new Map([
      [7, mark()],
      [8, mark()],
    ]);
    const undo = undoAfter(null, before, "two");
    const say = (count: number) => `${count} left`;
    const kept = new Map([[7, mark({ held: true })]]);
    const left = undoWithoutHeld(undo, kept, say);
    expect([oneOf(undo), oneOf(left), left?.text]).toEqual([null, 8, "1 left"]);
    expect(undoWithoutHeld(left, new Map([[8, mark({ held: true })]]), say)).toBeNull();
    expect(undoWithoutHeld(undo, noMarks, say)).toBe(undo);
  });
});
