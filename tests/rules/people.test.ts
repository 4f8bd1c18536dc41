import { describe, expect, it } from "vitest";
import { inNumbers } from "../../lib/people/rules/known";

describe("a person in numbers", () => {
  const valid = {
    kind: "participation",
    voidedAt: null,
    revokedAt: null,
    replacedBy: null,
    validFrom: 1,
    expiresOn: null,
  };
  const course = { kind: "user", seatsTaken: 20, certified: 15 } as const;

  it("counts what took place: neither applications nor certificates that were revoked, nor courses to come", () => {
    expect(
      inNumbers(
        [
          { state: "attended", courseState: "closed", attendedMinutes: 600, certificates: [valid] },
          { state: "accepted", courseState: "running", attendedMinutes: 90, certificates: [] },
          { state: "accepted", courseState: "open", attendedMinutes: 0, certificates: [] },
          {
            state: "attended",
            courseState: "closed",
            attendedMinutes: 60,
            certificates: [{ ...valid, revokedAt: 2 }],
          },
          { state: "no_show", courseState: "closed", attendedMinutes: 0, certificates: [] },
        ],
        [
          { ...course, state: "closed" },
          { ...course, state: "running", kind: "tot", certified: 0 },
          { ...course, state: "open" },
        ],
        "2026-11-26",
      ),
    ).toEqual({
      followed: 3,
      certified: 1,
      minutes: 750,
      given: 2,
      coming: 1,
      forUsers: 1,
      people: 40,
      peopleCertified: 15,
    });
  });
});
