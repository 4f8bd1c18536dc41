import { describe, expect, it } from "vitest";
import { reasonOwed, rollProgress } from "../../lib/attendance/rules";

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

describe("the reason that an entry owes", () => {
  const roll = { early: false, earlyReason: null, courseState: "running", holdsCertificates: false } as const;
  it("is for a roll before its day, until it was said", () => {
    expect(reasonOwed(roll)).toBeNull();
    expect(reasonOwed({ ...roll, early: true })).toBe("early");
    expect(reasonOwed({ ...roll, early: true, earlyReason: "A holiday" })).toBeNull();
  });
  it("is for certificates that rest on the roll of a closed course", () => {
    expect(reasonOwed({ ...roll, holdsCertificates: true })).toBeNull();
    expect(reasonOwed({ ...roll, courseState: "closed" })).toBeNull();
    expect(reasonOwed({ ...roll, courseState: "closed", holdsCertificates: true })).toBe("mended");
  });
});
