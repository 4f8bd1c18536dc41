import * as fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import { generatedTitle } from "../../lib/courses/titles/generated";
import { fullDay, hours, moment, timeRange } from "../../lib/i18n/format";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import type { Locale } from "../../lib/i18n/rules";
import { runs } from "../support/runs";

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const catalogues = { en: flat(en), fr: flat(fr), ar: flat(ar) };

/** Messages with a name, a title or a place in them, and nothing that is counted or chosen by. */
const withText = (locale: Locale) =>
  catalogues[locale].filter(
    ([, text]) =>
      /\{(?:name|by|course|trainer|programme|organisation|question|names)\}/.test(text) &&
      !/, (?:plural|select),/.test(text),
  );
const say = (locale: Locale, key: string, values: Record<string, string>): string =>
  (
    createTranslator({ locale, messages: messagesOf(locale) }) as unknown as (
      key: string,
      values: Record<string, string>,
    ) => string
  )(key, values);

const latin = fc.stringMatching(/^[A-Z][a-z]{1,8}(?: [A-Z][a-z]{1,8}){0,2}(?: \(M[1-4]\))?$/);
// Letters alone: a stroke that only draws a word out (U+0640) is in no script.
const arabic = fc.stringMatching(/^[ب-غف-ي]{2,8}(?: [ب-غف-ي]{2,8}){0,2}$/);

describe("a sentence", () => {
  it("is not turned by what is put into it, whichever way that runs", () => {
    for (const [locale, other] of [
      ["ar", latin],
      ["fr", arabic],
      ["en", arabic],
    ] as const)
      fc.assert(
        fc.property(fc.constantFrom(...withText(locale)), other, ([key, text], value) => {
          const values = Object.fromEntries(
            [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, value]),
          );
          const said = say(locale, key, values);
          // Every time it stands in the sentence it begins and ends for itself.
          expect(said.split(value).length, `${locale} ${key}`).toBe(
            said.split(`\u2068${value}\u2069`).length,
          );
          expect(said, `${locale} ${key}`).toContain(`\u2068${value}\u2069`);
        }),
        { numRuns: runs(75) },
      );
  });
  it("breaks nowhere before a French sign", () => {
    for (const [key] of catalogues.fr.filter(([, text]) => !text.includes("{")))
      expect(say("fr", key, {}), key).not.toMatch(/ [:;?!%»]|« /);
  });
  it("has a plural where it counts: one is never many", () => {
    for (const messages of [en, fr])
      for (const [key, text] of flat(messages as Tree).filter(([key]) =>
        /^workspace\.count|settings\.seats/.test(key),
      ))
        expect(text, key).not.toMatch(/\{count\} \p{L}/u);
  });
});

describe("what is dated, timed and named", () => {
  it("has the Levant's months in Arabic, and a clock of 24 hours that starts with the start", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const instant = days * 86_400_000 + 3_600_000;
        const day = new Date(instant).toISOString().slice(0, 10);
        for (const said of [fullDay(day, "ar"), moment(instant, "UTC", "ar")]) {
          expect(said).not.toMatch(
            /يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر/,
          );
          expect(said).not.toMatch(/[٠-٩]/);
        }
        expect(moment(instant, "UTC", "fr")).toMatch(/01:00$/);
      }),
    );
    expect(timeRange("09:00", "15:30", "ar")).toBe("\u206709:00\u2060–\u206015:30\u2069");
  });
  it("says hours and minutes, never tenths of an hour", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom("en", "fr", "ar"),
        (minutes, locale) => {
          expect(hours(minutes, locale)).not.toMatch(/\d[.,٫]\d/);
        },
      ),
    );
  });
  it("joins tools with the reader's own and, so that two Latin names keep their order in Arabic", () => {
    const title = generatedTitle("tot", ["Think.Coop", "Start.Coop"], "", "ar");
    expect([title.en, title.fr, title.ar].map((text) => text?.split(/: /)[1])).toEqual([
      "Think.Coop and Start.Coop",
      "Think.Coop et Start.Coop",
      "Think.Coop وStart.Coop",
    ]);
  });
  it("calls nobody certified for taking part, no refugee displaced, and closing no revoking", () => {
    for (const messages of [en, fr, ar])
      expect(messages.workspace.count.certified).not.toMatch(/certified|certifié|نالوا/);
    expect(ar.displacement.displaced).toContain("داخل البلد");
    for (const [key, text] of catalogues.ar) expect(text, key).not.toBe("إلغاء");
  });
});
