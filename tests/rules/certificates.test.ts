import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markOf, meaningOf, statusOn } from "../../lib/certificates/rules";
import { groundOf, lacksForParticipation, lacksUnderWay } from "../../lib/certificates/rules/lacks";
import { atBest, isEarly, mayPrepare } from "../../lib/certificates/rules/preparing";
import { groupSerial, readSerial, serialAlphabet, serialFrom } from "../../lib/certificates/rules/serial";

const serials = fc
  .uint8Array({ minLength: 64, maxLength: 64 })
  .filter((b) => b.filter((x) => x < 248).length >= 15)
  .map(serialFrom);

describe("serials", () => {
  it("are read back however they are typed", () => {
    fc.assert(
      fc.property(serials, (serial) => {
        for (const typed of [
          serial,
          groupSerial(serial),
          ` ${serial.toLowerCase()} `,
          serial.replaceAll("0", "O").replaceAll("1", "l"),
        ])
          expect(readSerial(typed)).toEqual({ serial });
      }),
    );
  });
  it("betray every single wrong character and every exchange of two", () => {
    fc.assert(
      fc.property(serials, fc.nat(15), fc.nat(15), fc.nat(30), (serial, i, j, k) => {
        const other = serialAlphabet[k]!;
        if (serial[i] !== other)
          expect(readSerial(serial.slice(0, i) + other + serial.slice(i + 1))).toEqual({ wrong: "check" });
        if (serial[i] !== serial[j]) {
          const signs = [...serial];
          [signs[i], signs[j]] = [signs[j]!, signs[i]!];
          expect(readSerial(signs.join(""))).toEqual({ wrong: "check" });
        }
      }),
      { numRuns: 500 },
    );
  });
  it("tell a wrong length and a wrong sign apart from a typing error", () => {
    expect(readSerial("ABC")).toEqual({ wrong: "length" });
    expect(readSerial("ABCD-EFGH-JKMN-PQU0")).toEqual({ wrong: "sign" });
  });
  it("draw every sign equally often", () => {
    const seen = new Map<string, number>();
    for (let byte = 0; byte < 248; byte++)
      seen.set(serialAlphabet[byte % 31]!, (seen.get(serialAlphabet[byte % 31]!) ?? 0) + 1);
    expect(new Set(seen.values())).toEqual(new Set([8]));
  });
});

describe("what a certificate is worth", () => {
  const valid = { validFrom: 1, voidedAt: null, revokedAt: null, replacedBy: null, expiresOn: null };
  it("counts its last day as valid, and revocation above all", () => {
    expect(statusOn({ ...valid, expiresOn: "2027-01-10" }, "2027-01-10")).toBe("valid");
    expect(statusOn({ ...valid, expiresOn: "2027-01-10" }, "2027-01-11")).toBe("expired");
    expect(statusOn({ ...valid, revokedAt: 1, expiresOn: "2027-01-10" }, "2027-01-11")).toBe("revoked");
    expect(statusOn(valid, "2099-01-01")).toBe("valid");
  });
  it("tells a replaced one from a revoked one, and what is not yet valid from what never was", () => {
    expect(statusOn({ ...valid, revokedAt: 2, replacedBy: "X" }, "2027-01-10")).toBe("replaced");
    // The word is one on every page and paper: what another goes on from is renewed.
    const renewed = {
      ...valid,
      revokedAt: 2,
      replacedBy: "X",
      expiresOn: "2028-01-01",
      replacedUntil: "2031-01-01",
    };
    expect([statusOn(renewed, "2027-01-10"), markOf(renewed)]).toEqual([
      ...["renewed", { kind: "renewed", on: "2031-01-01" }],
    ]);
    expect(statusOn({ ...valid, validFrom: null }, "2027-01-10")).toBe("prepared");
    expect(statusOn({ ...valid, validFrom: null, voidedAt: 2 }, "2027-01-10")).toBe("void");
    expect(statusOn({ ...valid, validFrom: null, voidedAt: 2, replacedBy: "X" }, "2027-01-10")).toBe("void");
  });
  it("marks exactly what was taken back or never counted, with the instant", () => {
    expect(markOf(valid)).toBeNull();
    expect(markOf({ ...valid, validFrom: null })).toBeNull();
    expect(markOf({ ...valid, revokedAt: 5 })).toEqual({ kind: "revoked", at: 5 });
    expect(markOf({ ...valid, revokedAt: 5, replacedBy: "X" })).toEqual({ kind: "replaced", at: 5 });
    expect(markOf({ ...valid, validFrom: null, voidedAt: 7 })).toEqual({ kind: "void", at: 7 });
  });
});

describe("what a certificate of participation rests on", () => {
  const came = { state: "attended", minutes: 600, unmet: [] } as const;
  const attendance = {
    kind: "attendance",
    percent: 0,
    needed: 80,
    minutesMissing: 1,
    sessionsWithoutEntry: 0,
  } as const;
  it("is the rule, a place in the course, and having come at all", () => {
    expect(lacksForParticipation(came)).toEqual([]);
    expect(lacksForParticipation({ ...came, unmet: [{ kind: "micro_teaching" }] })).toEqual([
      { kind: "micro_teaching" },
    ]);
    expect(lacksForParticipation({ ...came, minutes: 0 })).toEqual([{ kind: "not_attended" }]);
    expect(lacksForParticipation({ ...came, state: "no_show" })).toEqual([{ kind: "not_attended" }]);
    expect(lacksForParticipation({ ...came, minutes: 0, unmet: [attendance] })).toEqual([attendance]);
    expect(lacksForParticipation({ ...came, state: "withdrawn" })).toEqual([{ kind: "no_place" }]);
  });
  it("is named for each person while the course goes on, also what is to come or nobody has entered", () => {
    const test = { kind: "post_test", score: null, needed: 70 } as const;
    const all = [attendance, test, { kind: "micro_teaching" }] as const;
    expect(lacksUnderWay([...all, { kind: "not_attended" }], null)).toEqual(all);
    const lost = { kind: "lost", needed: 80, most: 60 } as const;
    expect(lacksUnderWay(all, lost)).toEqual([test, { kind: "micro_teaching" }]);
  });
  it("has another fingerprint when state, minutes, conditions or participation are others, and the same otherwise", () => {
    const all = [
      groundOf(came),
      groundOf({ ...came, minutes: 599 }),
      groundOf({ ...came, state: "no_show" }),
      groundOf({ ...came, unmet: [attendance] }),
      groundOf(came, "revoked"),
      groundOf(came, "doubtful"),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(groundOf({ ...came, unmet: [{ ...attendance, percent: 5 }] })).toBe(
      groundOf({ ...came, unmet: [attendance] }),
    );
  });
  it("may still come: every open session and every test without a score, but not a failing score", () => {
    const person = { minutes: 100, sessionsWithoutEntry: 2, postTest: null, microTeaching: null };
    expect(atBest(person, 300)).toEqual({
      minutes: 400,
      sessionsWithoutEntry: 0,
      postTest: 100,
      microTeaching: 100,
    });
    expect(atBest({ ...person, postTest: 40 }, 0).postTest).toBe(40);
  });
});

describe("when", () => {
  const course = { state: "running", endsOn: "2027-02-11" } as const;
  it("sheets can be prepared from three days before the last one, while the course runs", () => {
    expect(mayPrepare(course, "2027-02-07")).toBe(false);
    expect(mayPrepare(course, "2027-02-08")).toBe(true);
    expect(mayPrepare(course, "2027-02-20")).toBe(true);
    expect(mayPrepare({ ...course, state: "closed" }, "2027-02-11")).toBe(false);
    expect(mayPrepare({ ...course, endsOn: null }, "2027-02-11")).toBe(false);
  });
  it("certificates are early before the last day, not on it, and never where the dates are not known", () => {
    expect(isEarly(course, "2027-02-10")).toBe(true);
    expect(isEarly(course, "2027-02-11")).toBe(false);
    expect(isEarly({ endsOn: null }, "2027-02-10")).toBe(false);
  });
});

describe("what an answer means", () => {
  it("is told apart where another certificate is on its way, or a prepared one bears its day", () => {
    expect(meaningOf({ answer: "valid", issuedOn: "2027-02-08" })).toBe("valid");
    expect(meaningOf({ answer: "void", replacedBy: null })).toBe("void");
    expect(meaningOf({ answer: "void", replacedBy: "ABC" })).toBe("prepared_anew");
    expect(meaningOf({ answer: "replaced", replacedBy: "ABC" })).toBe("replaced");
    expect(meaningOf({ answer: "prepared", issuedOn: null })).toBe("prepared");
    expect(meaningOf({ answer: "prepared", issuedOn: "2027-02-08" })).toBe("prepared_until");
    expect(meaningOf({ answer: "tooMany" })).toBe("tooMany");
  });
});
