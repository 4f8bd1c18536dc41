import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupSerial, readSerial, serialAlphabet, serialFrom, statusOn } from "../../lib/certificates/rules";

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
  it("counts its last day as valid, and revocation above all", () => {
    expect(statusOn({ revokedAt: null, expiresOn: "2027-01-10" }, "2027-01-10")).toBe("valid");
    expect(statusOn({ revokedAt: null, expiresOn: "2027-01-10" }, "2027-01-11")).toBe("expired");
    expect(statusOn({ revokedAt: 1, expiresOn: "2027-01-10" }, "2027-01-11")).toBe("revoked");
    expect(statusOn({ revokedAt: null, expiresOn: null }, "2099-01-01")).toBe("valid");
  });
});
