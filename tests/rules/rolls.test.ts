import { describe, expect, it } from "vitest";
import { rollProgress } from "../../lib/attendance/rules";

const session = { expected: 3, entries: 0, startInstant: 1000, endInstant: 2000 };

describe("how far the roll of a session is", () => {
  it("follows the clock until there is a mark", () => {
    expect(rollProgress(session, 999)).toBe("toCome");
    expect(rollProgress(session, 1000)).toBe("now");
    expect(rollProgress(session, 2000)).toBe("now");
    expect(rollProgress(session, 2001)).toBe("missing");
  });
  it("follows the marks once there are some, whatever the clock says", () => {
    for (const now of [0, 1500, 3000]) {
      expect(rollProgress({ ...session, entries: 1 }, now)).toBe("partial");
      expect(rollProgress({ ...session, entries: 3 }, now)).toBe("complete");
    }
  });
  it("is never complete where nobody is expected", () => {
    expect(rollProgress({ ...session, expected: 0 }, 3000)).toBe("missing");
  });
});
