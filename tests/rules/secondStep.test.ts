import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  appAddress,
  isAskedFor,
  isConfirmed,
  isLastMeans,
  readCode,
  shownCode,
  stepAt,
  stepsTaken,
  takesPasskeys,
  waitAfterMisses,
} from "../../lib/accounts/rules/secondStep";
import { inBase32, newRecoveryCode, newTotpSecret, totpCode } from "../../lib/crypto/totp";

const nobody = { administrator: false, coordinates: [], trainsWhereAsked: false };

describe("a second step", () => {
  it("is asked of administrators, coordinators and trainers of programmes that say so, where real data is", () => {
    expect(isAskedFor(nobody, "production")).toBe(false);
    for (const holds of [{ administrator: true }, { coordinates: [1] }, { trainsWhereAsked: true }]) {
      expect(isAskedFor({ ...nobody, ...holds }, "production")).toBe(true);
      expect(isAskedFor({ ...nobody, ...holds }, "demo")).toBe(false);
      expect(isAskedFor({ ...nobody, ...holds }, "test")).toBe(false);
    }
  });
  it("has a last means, which is known before it goes", () => {
    expect(isLastMeans({ app: true, passkeys: 0 }, "app")).toBe(true);
    expect(isLastMeans({ app: true, passkeys: 1 }, "app")).toBe(false);
    expect(isLastMeans({ app: false, passkeys: 1 }, "passkey")).toBe(true);
    expect(isLastMeans({ app: false, passkeys: 2 }, "passkey")).toBe(false);
  });
  it("waits longer after each miss from the fifth on, an hour at most", () => {
    expect([4, 5, 6, 7].map(waitAfterMisses)).toEqual([0, 60_000, 120_000, 240_000]);
    fc.assert(
      fc.property(fc.nat(200), (misses) => {
        expect(waitAfterMisses(misses + 1)).toBeGreaterThanOrEqual(waitAfterMisses(misses));
        expect(waitAfterMisses(misses)).toBeLessThanOrEqual(3600_000);
      }),
    );
  });
});

describe("the code of an app", () => {
  it("is that of RFC 6238, appendix B", () => {
    const secret = Buffer.from("12345678901234567890");
    const known = [
      [59, "287082"],
      [1111111109, "081804"],
      [1111111111, "050471"],
      [1234567890, "005924"],
      [2000000000, "279037"],
      [20000000000, "353130"],
    ] as const;
    for (const [seconds, code] of known) expect(totpCode(secret, stepAt(seconds * 1000))).toBe(code);
    expect(inBase32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(newTotpSecret()).toHaveLength(20);
  });
  it("is taken half a minute early and late, and never again once it was", () => {
    const now = 1_800_000_000_000;
    const step = stepAt(now);
    expect(stepsTaken(now, null)).toEqual([step - 1, step, step + 1]);
    expect(stepsTaken(now, step)).toEqual([step + 1]);
    expect(stepsTaken(now, step + 1)).toEqual([]);
  });
  it("is read in any digits, with or without spaces", () => {
    for (const typed of ["123456", " 123 456 ", "١٢٣٤٥٦", "۱۲۳-۴۵۶", "\u200e123456"])
      expect(readCode(typed), typed).toEqual({ kind: "app", code: "123456" });
    for (const typed of ["", "12345", "1234567", "abc", "constructor"])
      expect(readCode(typed), typed).toBeNull();
  });
  it("comes to the app by an address that names the account", () => {
    expect(appAddress("ABC", "a b@c.org", "Cascade")).toBe(
      "otpauth://totp/Cascade%3Aa%20b%40c.org?secret=ABC&issuer=Cascade&algorithm=SHA1&digits=6&period=30",
    );
  });
});

describe("a recovery code", () => {
  it("has 120 bits, and those of 60 that were printed before are read as well", () => {
    const codes = Array.from({ length: 400 }, newRecoveryCode);
    // Five bits a sign: each of the 32 signs turns up in every place.
    for (let place = 0; place < 24; place++)
      expect(new Set(codes.map((code) => code[place])).size, `sign ${place}`).toBeGreaterThan(30);
    expect(codes.every((code) => code.length === 24)).toBe(true);
    expect(readCode("7QK2-0AAZ-91XV")).toEqual({ kind: "recovery", code: "7QK20AAZ91XV" });
    for (const cut of [13, 18, 23, 25]) expect(readCode("A".repeat(cut)), String(cut)).toBeNull();
  });
  it("is read as it is shown, in small letters, and with letters that look like digits", () => {
    for (let i = 0; i < 50; i++) {
      const code = newRecoveryCode();
      const shown = shownCode(code);
      expect(shown).toMatch(/^(\w{4}-){5}\w{4}$/);
      for (const typed of [shown, shown.toLowerCase(), shown.replaceAll("0", "o").replaceAll("1", "l")])
        expect(readCode(typed), typed).toEqual({ kind: "recovery", code });
    }
  });
});

describe("what changes how one signs in", () => {
  it("asks who it is ten minutes after it was last shown", () => {
    expect(isConfirmed(0, 599_999)).toBe(true);
    expect(isConfirmed(0, 600_000)).toBe(false);
    expect(isConfirmed(null, 0)).toBe(false);
  });
  it("offers passkeys where browsers make them", () => {
    for (const url of ["https://cascade.example.org", "http://localhost:3000", "https://localhost"])
      expect(takesPasskeys(url), url).toBe(true);
    for (const url of ["http://cascade.example.org", "https://192.168.1.7", "https://[::1]:3000"])
      expect(takesPasskeys(url), url).toBe(false);
  });
});
