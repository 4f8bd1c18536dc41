import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { demonstrationPassword, formsOf, guessedBy } from "../../lib/accounts/rules/passwords";

const kept = JSON.parse(readFileSync("lib/accounts/commonPasswords.json", "utf8")) as { words: string[] };
const words = kept.words.flatMap((line) => line.split(" "));
const common = new Set(words);
const own = [
  "هناء الزعبي",
  "Hana Al-Zoubi",
  "hana.zoubi@example.org",
  "+962791234567",
  "Cooperative Agency",
  "PROSPECTS",
];
const by = (password: string) => guessedBy(password, own, common);
const guessable = (password: string) => by(password) !== null;

describe("a password that is chosen", () => {
  it("is none of those that many people use, however it is spelled", () => {
    expect(words.filter((word) => word.length >= 10).length).toBeGreaterThan(1500);
    expect(words.length).toBeGreaterThan(20_000);
    for (const typed of ["Password123!", "qwertyuiop1", "P@ssw0rd2024", "$unshine1999", "pass-word-123"])
      expect(guessable(typed), typed).toBe(true);
    for (const typed of ["motdepasse1", "Jetaime2024!", "كلمةالسر123", "ｐａｓｓｗｏｒｄ１２３"])
      expect(guessable(typed), typed).toBe(true);
  });
  it("is not one of the common ones with signs at its ends or in capitals", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...words.filter((word) => /^[a-z]{6,}$/.test(word))),
        fc.stringMatching(/^[0-9!?.]{0,5}$/),
        fc.stringMatching(/^[0-9!?.]{0,5}$/),
        fc.boolean(),
        (word, before, after, capitals) =>
          guessable(`${before}${capitals ? word.toUpperCase() : word}${after}`),
      ),
    );
  });
  it("is not made of the person's own words, the organisation's, the programme's or the product's", () => {
    for (const typed of [
      "hana.zoubi@example.org",
      "Hana1990!!!",
      "هناءالزعبي1",
      "prospects2026",
      "0791234567",
    ])
      expect(guessable(typed), typed).toBe(true);
    for (const typed of ["٠٧٩١٢٣٤٥٦٧", "HanaPassword1", "zoubi-cascade-7", demonstrationPassword])
      expect(guessable(typed), typed).toBe(true);
    expect(guessable("Hana likes violet trams")).toBe(false);
  });
  it("says by which of these rules it is guessed", () => {
    expect(["qwertasdfg12", "aaaaaaaaaa", "abcabcabcabc"].map(by)).toEqual(["pattern", "pattern", "pattern"]);
    expect(["Password123!", "motdepasse1"].map(by)).toEqual(["common", "common"]);
    expect(["hana.zoubi@example.org", "0791234567", "zoubi-cascade-7"].map(by)).toEqual([
      "own",
      "own",
      "own",
    ]);
  });
  it("is no row of keys and not the same again and again", () => {
    for (const typed of [
      "aaaaaaaaaa",
      "1234567890",
      "9876543210",
      "abcdefghij",
      "qwertasdfg12",
      "ضصثقفغعهخح",
    ])
      expect(guessable(typed), typed).toBe(true);
    for (const unit of ["ab", "xyq", "k7m2"]) expect(guessable(unit.repeat(6)), unit).toBe(true);
  });
  it("may be some words, or signs by chance, in any script", () => {
    for (const typed of ["tasse verte sous pluie", "mango river 7 lamp", "kx9Qm2vLpz", "نخلة جبل قهوة باب"])
      expect(guessable(typed), typed).toBe(false);
    const letters = fc.array(fc.constantFrom(..."acegikmoqsuwybdfhjlnprtvxz0246813579"), {
      minLength: 24,
      maxLength: 40,
    });
    fc.assert(
      fc.property(letters, (signs) => new Set(signs).size < 12 || !guessable(signs.join(""))),
      { seed: 7 },
    );
  });
  it("is answered whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        expect(typeof guessable(typed)).toBe("boolean");
        expect(formsOf(typed).every((form) => form.length > 2)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
