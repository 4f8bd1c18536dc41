import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { wayOn } from "../../app/_ui/form/wayOn";
import { wordsOf } from "../../app/_words/fault";
import { messagesOf } from "../../app/_words/messages";
import { faultParams } from "../../lib/faultParams";
import { type FaultParam, type FieldFault, fault, type ParamKind } from "../../lib/faults";
import { fullDay, shortDay } from "../../lib/i18n/format";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { type Locale, locales } from "../../lib/i18n/rules";

const catalogues: Record<Locale, Record<string, string>> = { en: en.errors, fr: fr.errors, ar: ar.errors };
const codes = Object.entries<Record<string, ParamKind>>(faultParams);

const day = "2027-03-09";
const samples = {
  number: [5],
  name: ["Rana Haddad"],
  nameOrNone: ["Samar Odeh", null],
  person: [{ person: { name: "رنا حداد", latinName: "Rana Haddad" } }],
  doer: [{ person: { name: "سمر عودة", latinName: "Samar Odeh" } }, "you", null],
  day: [{ day }],
  dayOrNone: [{ day }, null],
  weekday: [{ weekday: day }],
  times: [{ from: "09:00", to: "10:30" }],
  text: [{ text: { own: "en", en: "A visit", fr: "Une visite", ar: "زيارة" } }],
} satisfies Record<string, readonly FaultParam[]>;

const samplesOf = (kind: ParamKind): readonly FaultParam[] =>
  typeof kind === "string" ? samples[kind] : kind;

/** A fault of a code in all the ways in which its parameters can be combined; of two days, both are there or neither. */
function everyFault(code: string, kinds: Record<string, ParamKind>): FieldFault[] {
  let all: Record<string, FaultParam>[] = [{}];
  for (const [name, kind] of Object.entries(kinds))
    all = all.flatMap((params) => samplesOf(kind).map((param) => ({ ...params, [name]: param })));
  return all
    .filter(({ from, to }) => (from === null) === (to === null))
    .map((params) => ({ code, params }) as FieldFault);
}

/** The sentence as pages say it; whatever it lacks breaks the test. */
function say(fault: FieldFault, locale: Locale): string {
  const t = createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: "errors",
    onError: (error) => {
      throw error;
    },
  });
  return t(fault.code as "required", wordsOf(fault, locale));
}

/** The words that a message chooses by, by parameter. */
function chosenIn(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const e of elements) {
      if (e.type !== TYPE.select && e.type !== TYPE.plural) continue;
      if (e.type === TYPE.select) found.set(e.value, Object.keys(e.options));
      for (const option of Object.values(e.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return found;
}

describe("a fault", () => {
  it("is put into words in every language, whatever it names: no day, text or list as it is sent", () => {
    let said = 0;
    for (const [code, kinds] of codes)
      for (const fault of everyFault(code, kinds))
        for (const locale of locales) {
          const sentence = say(fault, locale);
          expect(sentence, `${locale} ${code}`).not.toMatch(
            /\d{4}-\d\d-\d\d|[{}[\]]|"own"|undefined|null|\bnone\b|errors\./,
          );
          said += 1;
        }
    expect(said).toBeGreaterThan(300);
  });

  it("says what it names in the reader's words, wherever it has a sentence for it", () => {
    for (const [code, kinds] of codes)
      for (const locale of locales) {
        const words: Partial<Record<Exclude<ParamKind, readonly string[]>, string>> = {
          name: "Rana Haddad",
          nameOrNone: "Samar Odeh",
          person: locale === "ar" ? "رنا حداد" : "Rana Haddad",
          doer: locale === "ar" ? "سمر عودة" : "Samar Odeh",
          day: fullDay(day, locale),
          dayOrNone: fullDay(day, locale),
          weekday: shortDay(day, locale),
          times: "09:00\u2060–\u206010:30",
          text: { en: "A visit", fr: "Une visite", ar: "زيارة" }[locale],
        };
        const sentences = everyFault(code, kinds).map((fault) => say(fault, locale));
        for (const [name, kind] of Object.entries(kinds)) {
          const word = typeof kind === "string" ? words[kind] : undefined;
          if (word) expect(sentences.join("\n"), `${locale} ${code} ${name}`).toContain(word);
        }
      }
  });

  it("chooses between its forms by words that it can carry, in every language", () => {
    for (const [code, kinds] of codes)
      for (const locale of locales)
        for (const [name, words] of chosenIn(catalogues[locale][code]!)) {
          const kind = kinds[name]!;
          // What may be none is chosen by that; nothing else is chosen by but words.
          const chosen = kind === "doer" ? ["none", "you"] : String(kind).endsWith("OrNone") ? ["none"] : [];
          const carried = Array.isArray(kind) ? kind : chosen;
          expect(
            words.filter((word) => word !== "other" && !carried.includes(word)),
            `${locale} ${code} ${name}`,
          ).toEqual([]);
        }
  });

  it("comes through JSON as it was", () => {
    for (const [code, kinds] of codes)
      for (const fault of everyFault(code, kinds)) expect(JSON.parse(JSON.stringify(fault))).toEqual(fault);
  });

  it("leads to the registration that it speaks of, or to where the course is moved", () => {
    const keys = { courseId: 4, registrationId: 12 };
    expect(wayOn(fault("alreadyInCourse", { registration: keys }))).toEqual({
      href: "/desk/courses/4/registrations/12",
      word: "openRegistration",
    });
    expect(wayOn(fault("alreadyInCourse", { participant: keys }))?.href).toBe(
      "/desk/courses/4/participants/12",
    );
    const [outside] = everyFault("sessionWouldBeOutside", faultParams.sessionWouldBeOutside);
    expect(wayOn({ ...outside, move: { courseId: 4, to: day } } as FieldFault)).toEqual({
      href: `/desk/courses/4/move?to=${day}`,
      word: "moveCourse",
    });
    expect(wayOn(outside!)).toBeNull();
    const [trains] = everyFault("trainerHasSessions", faultParams.trainerHasSessions);
    expect(wayOn({ ...trains, replace: { courseId: 4, personId: 7 } } as FieldFault)?.href).toBe(
      "/desk/courses/4/trainers?replace=7#replace",
    );
    expect(wayOn(fault("required"))).toBeNull();
  });
});
