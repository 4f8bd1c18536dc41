import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sheet } from "../../lib/attendance/rules/deviceSheet";
import type { MarkState } from "../../lib/attendance/rules/onDevice";

/** Sends as the server answers it: a test says how. */
/** A roll as a page sends it. */
type Roll = { sessionId: number; marks: Record<number, { was: string; tried?: string[] }> };
const takeRoll = vi.hoisted(() => vi.fn<(state: unknown, roll: Roll) => Promise<unknown>>());
vi.mock("@/app/[locale]/(desk)/desk/courses/[course]/roll/actions", () => ({ takeRoll }));

const account = 1;
const courseId = 5;
const taken = (held: number[] = []) => ({ status: "done", at: 0, value: { held, savedAt: 1 } });
const offline = () => Promise.reject(new Error("no network"));
const sessionIn = (roll: Roll) => roll.sessionId;
const sentOf = (sessionId: number) =>
  takeRoll.mock.calls.map(([, form]) => form).filter((form) => sessionIn(form) === sessionId);

let stored: Record<string, string>;
let locks: unknown;

/** The keeper of a page that opens in a browser with this storage. */
async function opened() {
  vi.resetModules();
  const storage = Object.defineProperties(stored, {
    getItem: { value: (key: string) => stored[key] ?? null, configurable: true },
    setItem: {
      value: (key: string, text: string) => Object.assign(stored, { [key]: text }),
      configurable: true,
    },
    removeItem: { value: (key: string) => delete stored[key], configurable: true },
  });
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("window", { addEventListener: () => {} });
  vi.stubGlobal("document", { addEventListener: () => {}, visibilityState: "visible" });
  vi.stubGlobal("navigator", locks ? { locks } : {});
  const { keeperOf } = await import("../../app/[locale]/(desk)/_marks/rollKeeper");
  return keeperOf(account);
}
/** As the version before kept it, too. */
const keep = (sessionId: number, id: number, { at = Date.now(), of = account } = {}) => {
  stored[`cascade-roll:${of}:${sessionId}`] = JSON.stringify({
    courseId,
    marks: [[id, "present", 15, "none", at, 0]],
  });
};
type Keeper = Awaited<ReturnType<typeof opened>>;
const mark = (keeper: Keeper, sessionId: number, id: number, state: MarkState = "present") =>
  keeper.mark(courseId, sessionId, new Map([[id, { state, lateMinutes: 15, was: "none" }]]));
const settled = () => vi.advanceTimersByTimeAsync(100);
const waits = ({ marks, waits }: Sheet) => marks.size > 0 && waits;

beforeEach(() => {
  vi.useFakeTimers();
  stored = {};
  locks = undefined;
  takeRoll.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("marks of several rolls", () => {
  it("all wait, and say so, once there is no network", async () => {
    takeRoll.mockImplementation(offline);
    keep(10, 100);
    const keeper = await opened();
    await settled();
    mark(keeper, 11, 200);
    await settled();
    expect(waits(keeper.sheet(10))).toBe(true);
    expect(waits(keeper.sheet(11))).toBe(true);
    takeRoll.mockImplementation(async () => taken());
    await keeper.flush();
    await settled();
    expect([10, 11].map((id) => keeper.sheet(id).marks.size)).toEqual([0, 0]);
    expect(sentOf(11).at(-1)?.marks[200]?.was).toBe("none");
  });
  it("all say that a new session is needed", async () => {
    const fault = { code: "signInNeeded" };
    takeRoll.mockImplementation(async () => ({ status: "fault", fault, kept: {}, at: 0 }));
    keep(10, 100);
    keep(11, 200);
    const keeper = await opened();
    await settled();
    expect([10, 11].map((id) => keeper.sheet(id).fault?.code)).toEqual(["signInNeeded", "signInNeeded"]);
  });
  it("stay, say that the disk of the service is full, and go once it has room", async () => {
    const fault = { code: "diskFull" };
    takeRoll.mockImplementation(async () => ({ status: "fault", fault, kept: {}, at: 0 }));
    const keeper = await opened();
    mark(keeper, 10, 100);
    await settled();
    expect([keeper.sheet(10).fault?.code, waits(keeper.sheet(10))]).toEqual(["diskFull", true]);
    expect(stored).toHaveProperty(`cascade-roll:${account}:10`);
    takeRoll.mockImplementation(async () => taken());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.sheet(10)).toMatchObject({ fault: null, savedAt: 1 });
  });
  it.each([
    [
      "a fault of the server",
      async () => ({ status: "fault", fault: { code: "unexpected" }, kept: {}, at: 0 }),
    ],
    ["an answer that is none", offline],
  ])("are not held up by one that fails by %s", async (_, failing) => {
    takeRoll.mockImplementation((_state, form) =>
      sessionIn(form) === 10 ? failing() : Promise.resolve(taken()),
    );
    keep(10, 100);
    keep(11, 200);
    const keeper = await opened();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(waits(keeper.sheet(10))).toBe(true);
    expect(keeper.sheet(11).marks.size).toBe(0);
  });
});

describe("sending", () => {
  it("goes on where the browser gives no lock", async () => {
    locks = { request: () => Promise.reject(new Error("InvalidStateError")) };
    takeRoll.mockImplementation(async () => taken());
    const keeper = await opened();
    mark(keeper, 11, 200);
    await settled();
    expect(keeper.sheet(11).marks.size).toBe(0);
  });
  it("goes on after a lock that was lost on the way", async () => {
    let lost = true;
    locks = {
      request: async (_name: string, _how: unknown, send: (lock: unknown) => unknown) => {
        if (!lost) return send({});
        lost = false;
        await send({});
        throw new Error("AbortError");
      },
    };
    takeRoll.mockImplementationOnce(offline).mockImplementation(async () => taken());
    const keeper = await opened();
    mark(keeper, 11, 200);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.sheet(11).marks.size).toBe(0);
  });
  it("lets go of the lock and says that a mark waits after 30 seconds without an answer", async () => {
    let locked = false;
    locks = {
      request: async (_name: string, _how: unknown, send: (lock: unknown) => unknown) => {
        locked = true;
        try {
          return await send({});
        } finally {
          locked = false;
        }
      },
    };
    takeRoll.mockImplementation(() => new Promise(() => {}));
    const keeper = await opened();
    mark(keeper, 11, 200);
    await settled();
    expect([locked, keeper.sheet(11).sending, waits(keeper.sheet(11))]).toEqual([true, true, false]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([locked, keeper.sheet(11).sending, waits(keeper.sheet(11))]).toEqual([false, false, true]);
  });
});

describe("a mark whose age no clock can tell", () => {
  it("is sent where the clock has jumped by years, and stays where it is another account's", async () => {
    takeRoll.mockImplementation(async () => taken());
    keep(10, 100, { at: Date.parse("2015-01-01T00:00:00Z") });
    keep(11, 200, { at: Date.parse("2015-01-01T00:00:00Z"), of: 2 });
    const keeper = await opened();
    await settled();
    expect(Object.keys(sentOf(10)[0]?.marks ?? {})).toEqual(["100"]);
    expect(keeper.sheet(10).marks.size).toBe(0);
    expect(Object.keys(stored)).toEqual(["cascade-roll:2:11"]);
  });
});

describe("a mark of which no answer came", () => {
  it("is known to have been sent, also to a page that opens later, until there is an answer", async () => {
    takeRoll.mockImplementationOnce(() => new Promise(() => {})).mockImplementation(async () => taken());
    const keeper = await opened();
    mark(keeper, 11, 200);
    await settled();
    expect(JSON.parse(stored[`cascade-roll:${account}:11`]!).marks[0].at(-1)).toEqual(["present"]);
    mark(keeper, 11, 200, "absent");
    await vi.advanceTimersByTimeAsync(31_000);
    mark(keeper, 11, 200, "excused");
    await settled();
    const upon = (was: string) => expect.objectContaining({ was });
    expect(sentOf(11).map((roll) => roll.marks[200])).toEqual([
      upon("none"),
      expect.objectContaining({ state: "absent", was: "none", tried: ["present"] }),
      expect.not.objectContaining({ tried: expect.anything() }),
    ]);
  });
});

describe("a mark made while somebody else marks", () => {
  it("says what it was made upon, is held, and is never called saved", async () => {
    takeRoll.mockImplementation(async () => taken([200]));
    const keeper = await opened();
    mark(keeper, 11, 200);
    await settled();
    expect(sentOf(11).map((roll) => roll.marks[200]?.was)).toEqual(["none"]);
    expect(keeper.sheet(11)).toMatchObject({ savedAt: null, waits: false });
    expect(keeper.sheet(11).marks.get(200)).toMatchObject({ state: "present", held: true });
    expect(keeper.sheet(11).landed.has(200)).toBe(false);
    // Theirs, as the page shows it now, is what "Put mine" is made upon.
    takeRoll.mockImplementation(async () => taken());
    keeper.insist(11, 200, "absent");
    await settled();
    expect(sentOf(11).at(-1)?.marks[200]?.was).toBe("absent");
    expect(keeper.sheet(11)).toMatchObject({ savedAt: 1 });
    expect(keeper.sheet(11).marks.size).toBe(0);
  });
});
