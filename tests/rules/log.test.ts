import { describe, expect, it, vi } from "vitest";
import { errorForLog, openLog, readable, withoutPersons, withRequest } from "../../lib/log/lines.mjs";
import { logConsole } from "../../scripts/log.mjs";

/** A log that goes to nobody's terminal. */
function collected() {
  const lines: string[] = [];
  return { lines, log: openLog("info", { write: (line: string) => lines.push(line) }) };
}

describe("a line of the log", () => {
  it("is JSON with the number of the request that it belongs to, whatever was awaited meanwhile", async () => {
    const { lines, log } = collected();
    await Promise.all(
      ["aaaa1111", "bbbb2222"].map((number) =>
        withRequest(number, async () => {
          await new Promise(setImmediate);
          log.info({ of: number }, "said");
        }),
      ),
    );
    log.info("outside");
    const read = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(read.slice(0, 2).every(({ of, requestId }) => of === requestId)).toBe(true);
    expect(read[2]).toMatchObject({ msg: "outside", level: 30 });
    expect(read[2]).not.toHaveProperty("requestId");
  });
  it("is one of a post that could not be read, with its number; of one whose action has begun all is said", () => {
    const { lines, log } = collected();
    vi.stubGlobal("cascadeBegun", new Set(["bbbb2222"]));
    const [error, warn] = [console.error, console.warn];
    logConsole(log);
    const twice = () => [1, 2].map(() => console.error(new TypeError("Connection closed.")));
    withRequest("aaaa1111", twice, true);
    withRequest("bbbb2222", twice, true);
    withRequest("cccc3333", twice);
    Object.assign(console, { error, warn });
    vi.unstubAllGlobals();
    const read = lines.map((line) => JSON.parse(line) as { level: number; requestId: string });
    expect(read.map(({ level, requestId }) => `${level} ${requestId}`)).toEqual([
      "30 aaaa1111",
      ...["bbbb2222", "bbbb2222", "cccc3333", "cccc3333"].map((number) => `50 ${number}`),
    ]);
  });
  it("is read at a terminal without knowing JSON", () => {
    const line = JSON.stringify({
      level: 50,
      time: "2026-11-27T02:10:56.000Z",
      msg: "mail not sent",
      job: 7,
      stack: "    at x",
    });
    expect(readable(line)).toBe("02:10:56 ERROR mail not sent job=7\n    at x\n");
  });
  it("has nothing of anybody's, nor of what somebody sent", () => {
    expect(withoutPersons("rejected: 550 <hana@example.org>, +962 79 123 4567")).toBe(
      "rejected: 550 <…@…>, …",
    );
    let broken: Error = new Error();
    try {
      JSON.parse('{"name":"Hana');
    } catch (error) {
      broken = error as Error;
    }
    const bad = (text: string) => {
      try {
        JSON.parse(text);
        return "";
      } catch (error) {
        return String(errorForLog(error as Error).message);
      }
    };
    expect(JSON.stringify([errorForLog(broken), bad("Hana Shahin"), bad('{"a":1} Hana')])).not.toContain(
      "Hana",
    );
    expect(errorForLog(new Error("of hana@example.org"))).toMatchObject({ name: "Error", message: "of …@…" });
    expect(errorForLog(Object.assign(new Error("x\ny"), { code: "SQLITE_FULL" })).code).toBe("SQLITE_FULL");
  });
});
