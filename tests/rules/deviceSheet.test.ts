import { describe, expect, it } from "vitest";
import {
  afterAnswer,
  batchOf,
  emptySheet,
  lettingGo,
  marking,
  readAgain,
  type Sheet,
  unsent,
  waiting,
} from "../../lib/attendance/rules/deviceSheet";
import type { KeptMark } from "../../lib/attendance/rules/onDevice";
import { fail, ok } from "../../lib/result";

const now = Date.parse("2027-01-12T09:00:00Z");
const mark = (more: Partial<KeptMark> = {}): KeptMark => ({
  state: "present",
  lateMinutes: 15,
  was: "none",
  at: now,
  ...more,
});
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  ...emptySheet,
  sessionId: 11,
  courseId: 5,
  marks: new Map([
    [7, mark()],
    [8, mark()],
  ]),
  ...more,
});
const ids = (by: ReadonlyMap<number, unknown> | ReadonlySet<number> | undefined) => [...(by?.keys() ?? [])];
const noted = fail("invalid", { fields: { reason: { code: "required" } } });

describe("a roll in two tabs of one device", () => {
  it("shows in one what the other has sent, until the page is drawn anew", () => {
    const stored = { courseId: 5, marks: new Map([[8, mark()]]) };
    const now = readAgain(sheet({ landed: new Map([[6, mark()]]) }), stored);
    expect(ids(now.marks)).toEqual([8]);
    expect(ids(now.landed)).toEqual([6, 7]);
    // What was refused or is held never stood as sent.
    const refused = sheet({
      refused: new Map([
        [7, { code: "noPlace", params: { name: { person: { name: "A", latinName: null } } } }],
      ]),
    });
    expect(ids(readAgain(refused, stored).landed)).toEqual([]);
    const held = sheet({
      marks: new Map([
        [7, mark({ held: true })],
        [8, mark()],
      ]),
    });
    expect(ids(readAgain(held, stored).landed)).toEqual([]);
    // A page that has just opened knows nothing of it.
    expect(ids(readAgain(emptySheet, stored).landed)).toEqual([]);
  });
});

describe("what is sent of a roll", () => {
  it("is neither what is held, nor what was refused, nor what the arrow keys pass", () => {
    const four = sheet({
      marks: new Map([
        [6, mark({ held: true })],
        [7, mark()],
        [8, mark()],
        [9, mark()],
      ]),
      refused: new Map([[7, { code: "notOnRoll" }]]),
      moving: new Set([8]),
    });
    expect(ids(batchOf(four))).toEqual([9]);
    expect(unsent(four), "the arrow keys come to rest yet").toBe(2);
  });
  it("is nothing while a reason is owed that nobody has typed", () => {
    const owing = sheet({ fault: noted.fault });
    expect(batchOf({ ...owing, reason: "  " }).size).toBe(0);
    expect(batchOf({ ...owing, reason: "Held a day earlier" }).size).toBe(2);
  });
});

describe("a mark", () => {
  it("is on its way, unless it was made before the page could send or follows one that waits", () => {
    const before = sheet({ marks: new Map([[7, mark()]]) });
    const made = new Map([
      [7, mark({ state: "absent" })],
      [8, mark()],
    ]);
    expect(ids(marking(before, made, now).fresh)).toEqual([8]);
    expect(ids(marking(before, made, now, { late: true }).fresh)).toEqual([]);
  });
  it("takes the place of what was refused or passed, for that person alone", () => {
    const before = sheet({
      refused: new Map([
        [7, { code: "notOnRoll" }],
        [8, { code: "notOnRoll" }],
      ]),
      moving: new Set([7, 8]),
    });
    const after = marking(before, new Map([[7, mark({ state: "absent" })]]), now);
    expect([ids(after.refused), ids(after.moving)]).toEqual([[8], [8]]);
    expect(ids(marking(before, new Map([[9, mark()]]), now, { moving: true }).moving)).toEqual([7, 8, 9]);
  });
  it("that is let go of leaves nothing of itself", () => {
    const refused = new Map([[7, { code: "notOnRoll" } as const]]);
    const { marks, refused: left } = lettingGo(sheet({ refused }), [7]);
    expect([ids(marks), ids(left)]).toEqual([[8], []]);
  });
});

describe("after an answer", () => {
  const sent = sheet({ sending: true, fresh: new Set([7, 8]) });
  const answered = (answer: Parameters<typeof afterAnswer>[2], standing = sent) =>
    afterAnswer(standing, sent.marks, answer);

  it("what was taken has landed and the rest is sent; what is held has not, and was not saved alone", () => {
    const { change, next } = answered(ok({ held: [8], savedAt: now }));
    expect([ids(change.landed), ids(change.marks), next]).toEqual([[7], [8], "more"]);
    expect(change).toMatchObject({ savedAt: now, fault: null, sending: false, waits: false });
    expect(answered(ok({ held: [7, 8], savedAt: now })).change.savedAt).toBeUndefined();
  });
  it("marks that have waited go on waiting, as is said of them", () => {
    const standing = { ...sent, marks: new Map([...sent.marks, [9, mark()] as const]) };
    expect(answered(ok({ held: [], savedAt: now }), standing).change).toMatchObject({ waits: true });
  });
  it("that refuses some, those are refused and the others are sent", () => {
    const { change, next } = answered(
      fail("notOnRoll", {
        fields: { "marks.7.state": { code: "notOnRoll" }, "marks.99.state": { code: "notOnRoll" } },
      }),
    );
    expect([ids(change.refused), change.fault, next]).toEqual([[7], null, "more"]);
  });
  it.each(["rollNotOpen", "notFound"] as const)("of %s none of the roll is sent again", (code) => {
    const { change, next } = answered(fail(code));
    expect([ids(change.refused), change.fault, next]).toEqual([[7, 8], null, "more"]);
    expect(batchOf({ ...sent, ...change }).size).toBe(0);
  });
  it.each([
    ["none", null, "stopped"],
    ["signInNeeded", fail("signInNeeded"), "stopped"],
    ["otherAccount", fail("otherAccount"), "stopped"],
    ["a fault of the server", fail("unexpected", { params: { number: "1" } }), "failed"],
    ["that a reason is owed", noted, "sent"],
  ] as const)("of %s all of it waits", (_, answer, next) => {
    const { change, next: how } = answered(answer);
    expect([ids(change.fresh), change.waits, how]).toEqual([[], true, next]);
    expect(change.fault?.code).toBe(answer?.fault.code ?? null);
  });
});

describe("where nothing more is sent", () => {
  it("what is left waits and says what stands in the way of all, but for a reason that it owes itself", () => {
    const barrier = fail("signInNeeded").fault;
    expect(waiting(sheet({ fresh: new Set([7, 9]) }), barrier)).toMatchObject({
      waits: true,
      fault: barrier,
    });
    expect(ids(waiting(sheet({ fresh: new Set([7, 9]) }), null).fresh), "only its own").toEqual([9]);
    expect(waiting(sheet({ fault: noted.fault }), barrier).fault).toBe(noted.fault);
  });
});
