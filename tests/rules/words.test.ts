import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../app/_words/messages";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import {
  commas,
  frenchSpaces,
  holdDashes,
  type Locale,
  labelled,
  locales,
  shownIn,
} from "../../lib/i18n/rules";

type Tree = { [key: string]: string | Tree };
const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const catalogues: Record<Locale, [string, string][]> = { en: flat(en), fr: flat(fr), ar: flat(ar) };
const everyMessage = locales.flatMap((locale) =>
  catalogues[locale].map(([key, text]) => ({ locale, key, text, name: `${locale} ${key}` })),
);

/** The plain parameters of a message, those it counts, and those it chooses by with the words it knows. */
function parametersOf(text: string) {
  const found = { plain: new Set<string>(), counted: new Set<string>(), chosen: new Map<string, string[]>() };
  const walk = (elements: MessageFormatElement[]) => {
    for (const e of elements) {
      if (e.type === TYPE.argument) found.plain.add(e.value);
      if (e.type === TYPE.select) found.chosen.set(e.value, Object.keys(e.options));
      if (e.type === TYPE.plural) found.counted.add(e.value);
      if (e.type === TYPE.select || e.type === TYPE.plural)
        for (const option of Object.values(e.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return found;
}

const say = (locale: Locale, key: string, values: Record<string, string | number>): string => {
  const t = createTranslator({ locale, messages: messagesOf(locale) }) as unknown as (
    key: string,
    values: Record<string, string | number>,
  ) => string;
  return t(key, values);
};

const isolated = (text: string) => {
  let depth = 0;
  for (const sign of text) {
    if (/[\u2066-\u2068]/.test(sign)) depth += 1;
    if (sign === "\u2069") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/** As the pages send them: loaded, with the spaces put in. */
const sent = (locale: Locale) => JSON.stringify(messagesOf(locale));

describe("who makes a code", () => {
  it("is named in the same words wherever somebody is sent to them", () => {
    const called = {
      en: "the trainer of your workshop",
      fr: "la personne qui anime votre atelier",
      ar: "مدرّب الورشة أو مدرّبتها",
    };
    for (const locale of locales)
      for (const text of [
        messagesOf(locale).help.signIn.text,
        messagesOf(locale).signIn.forgottenNext,
        messagesOf(locale).account.codeByHand,
      ])
        expect(text).toContain(called[locale]);
  });
});

describe("who coordinates", () => {
  it("is a man or a woman, wherever one of them is spoken of in Arabic", () => {
    for (const { locale, text, name } of everyMessage) {
      if (locale !== "ar") continue;
      const men = text.match(/منسّق(?!\p{L})/gu) ?? [];
      const women = text.match(/منسّق(?:ة|ت)/gu) ?? [];
      expect(women.length, name).toBeGreaterThanOrEqual(men.length);
    }
  });
});

describe("who trains beside others", () => {
  it("is called a trainer, and in no language by the word for whoever takes part", () => {
    const participant = { en: /participant/i, fr: /participant/i, ar: /^مشارك/ };
    for (const locale of locales) {
      const { co_trainer, apprentice, fields } = messagesOf(locale).trainerRole;
      for (const role of [co_trainer, apprentice, fields.co_trainer, fields.apprentice])
        expect(role).not.toMatch(participant[locale]);
    }
    // In Arabic each by the glossary, in a sentence as over a field.
    const called = { lead: "مدرّب مسؤول", co_trainer: "مدرّب مشارك", apprentice: "مدرّب متدرّب" };
    expect(ar.trainerRole).toMatchObject({ ...called, fields: called });
    for (const [role, name] of Object.entries(called))
      expect(ar.trainerRole.taught[role as keyof typeof called]).toContain(`ك${name}`);
    expect(ar.asks.wholeCourseHint).not.toMatch(/(?<!مدرّباً )مشاركاً/);
  });
});

describe("what is put into a sentence", () => {
  it("is set apart in every message of every language, whichever way it runs", () => {
    let seen = 0;
    for (const { locale, key, text, name } of everyMessage) {
      const { plain, counted, chosen } = parametersOf(text);
      for (const other of ["سلوى، 14:05 – إربد", "Think.Coop (M1), 14:05"]) {
        const values: Record<string, string | number> = {};
        for (const parameter of counted) values[parameter] = "5";
        for (const [parameter, words] of chosen) values[parameter] = words[0]!;
        for (const parameter of plain)
          if (!counted.has(parameter) && !chosen.has(parameter)) values[parameter] = other;
        const said = say(locale, key, values);
        expect(isolated(said), name).toBe(true);
        if (!said.includes(other)) continue;
        const turns = locale === "ar" || /\p{Script=Arabic}/u.test(other);
        const apart = said.split(`\u2068${other}\u2069`).length;
        expect(apart > 1, name).toBe(turns);
        expect(said.split(other).length, name).toBe(turns ? apart : said.split(other).length);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(200);
  });
  it("leaves alone what a message counts or chooses by, and what it would break", () => {
    const said = (locale: Locale, values: Record<string, string>) =>
      say(locale, "errors.trainerBusy", values);
    const values = { trainer: "Rami", session: "x", weekday: "y", times: "z", course: "c", city: "d" };
    expect(said("ar", { ...values, kind: "field_visit" })).toContain("زيارة ميدانية");
    expect(say("ar", "errors.tooManyAttempts", { minutes: "5" })).toContain("5 دقائق");
    expect(say("ar", "errors.tooLong", { max: "200" })).toMatch(/ 200\.$/);
    const link = "https://cascade.example.org/registrations/abc";
    expect(say("ar", "mail.signInLink.text", { link }).split("\n")).toContain(link);
    // Where the link comes later.
    expect(say("ar", "person.linkMessage", { name: "Samar", link: "{link}" }).split("\n")).toContain(
      "{link}",
    );
  });
  it("has Latin digits in Arabic, and the spaces of French", () => {
    expect(say("ar", "catalogue.placesLeft", { count: 5, capacity: 25 })).toBe("5 مقاعد متبقية من أصل 25");
    expect(say("fr", "mail.registrationAccepted.subject", { course: "FdF : Irbid" })).toBe(
      "FdF\u00a0: Irbid\u00a0: vous avez une place",
    );
  });
});

describe("words", () => {
  it("are French with the spaces that no line breaks at", () => {
    expect(frenchSpaces("« Quoi ? » : 80 % ; 09:30 !")).toBe(
      "«\u00a0Quoi\u202f?\u00a0»\u00a0: 80\u202f%\u202f; 09:30\u202f!",
    );
    expect(sent("fr")).not.toMatch(/ [:;?!%»]|« /);
    expect(say("fr", "rows.questions.optionsHint", {})).toContain("par ligne\u202f; pour");
  });
  it("take the spaces of their language also in an option, a title of a page, a place in a list", () => {
    const text = {
      own: "fr",
      fr: "Formation de formateurs : Think.Coop",
      en: "Training of trainers: Think.Coop",
    } as const;
    expect(shownIn(text, "fr")).toBe("Formation de formateurs\u00a0: Think.Coop");
    expect(shownIn(text, "en")).toBe("Training of trainers: Think.Coop");
    // Shown to whoever reads Arabic, for want of a translation.
    expect(shownIn(text, "ar")).toBe("Formation de formateurs\u00a0: Think.Coop");
  });
  it("leave their dash at the end of a line, and a range of numbers as it is", () => {
    expect(holdDashes("تدريب المدرّبين: Think.Coop – إربد")).toBe("تدريب المدرّبين: Think.Coop\u00a0– إربد");
    expect(holdDashes("2024–2026, a-b")).toBe("2024–2026, a-b");
  });
  it("count with a plural or after a label: no word follows a bare number", () => {
    const numbers =
      "count|taken|waiting|undecided|toDecide|enrolled|issued|ready|done|total|entries|entered|expected|shown|" +
      "attended|noShow|missingRolls|sessions|minutes|max|min|made|takenOut|capacity";
    // "5 of 12" is no count of things; a percentage and a range come with what they are of.
    const bare = new RegExp(`\\{(?:${numbers})\\}[ \u00a0](?!of |sur |من |to |à |إلى |inscri)(\\p{L}+)`, "u");
    const allowed = new Set(["errors.tooLong", "errors.passwordShort", "tell.more"]);
    for (const { key, text, name } of everyMessage)
      if (!allowed.has(key)) expect(text, name).not.toMatch(bare);
    // In Arabic what is counted changes its form; past a number that is set ("more than 50") it keeps one.
    const formed = new RegExp(`(?<!أكثر من )\\{(?:${numbers}), number\\} (?!من |[وب])\\p{L}`, "u");
    for (const { locale, text, name } of everyMessage)
      if (locale === "ar") expect(text, name).not.toMatch(formed);
  });
  it("are those of the glossary", () => {
    const forbidden: Record<Locale, RegExp[]> = {
      en: [
        /\b(?:stands?|anew|mended|fits?)\b/i,
        /\broll\b/i,
        /number to quote|public proof|this Cascade|over since/i,
        /\bpresent (?:state|password|sessions?)\b/i,
        /One a line|(?:^|\. )Such as|^As in /i,
      ],
      fr: [
        /[a-zé]·e/,
        /\((?:e|ée|ne)\)/,
        /courriel|numéro à rappeler|preuve publique|appel\b/i,
        // Ours are *Paramètres*; an iPhone's own are named as it names them.
        /réglages(?! › )/i,
        /Asia\/Amman/,
        /désigné|désisté/i,
        /Personne n’est obligé/,
        /certifi(?:é|ée)s\b/i,
      ],
      ar: [
        /نازح(?!ين)(?!ة? (?:أو نازحة )?داخل البلد)/,
        /تدريب مصغّر|تدريباً مصغّراً/,
        /مدرب(?!ّ)(?=[\s،.؛:»]|ون|ين|ات)/,
        /الإصدار \{/,
        /بروسبكتس/,
        /دون درج/,
        /[\u064b]\u0627|التنسيق(?! في هذه الدورة)|مجاميع|صاحب الشهادة|^تراجع$|(?:لـ|بـ) \{/,
        /صالحة حتى|القائمون على/,
        // A workshop is no دورة, and a title says which of the two it is of.
        /(?<!ال)دورة «\{course\}»/,
        // An administrator of the system; what a trainer puts on a roll, as 'marks' are those of a test.
        /(?:^|[\s«])(?:ل|ال|لل|و)?مدير(?:ين|ون|ة|اً)?(?=[\s،.؛:»]|$)/,
        /علام(?:ة|ات|تا|تان) (?:ال)?حضور/,
        /(?:^|[\s«])(?:اختر|اكتب|احتفظ|احضر|راجع|قارن|ابحث|جرّب|أضف|أرسل|املأ|اذكر|انتظر|أعد|أغلق|غيّر|عدّلها|انقلها|ادخل|اطلب|اقبل|انشر|امنح|اتركه|اترك|اضغط)(?=[\s،.:])/,
      ],
    };
    const found = everyMessage.flatMap(({ locale, text, name }) =>
      forbidden[locale].flatMap((word) => (word.test(text) ? [`${name}: ${text} (${word})`] : [])),
    );
    expect(found).toEqual([]);
    // On a button, إلغاء alone is "close this".
    for (const [key, text] of catalogues.ar) expect(text.trim(), key).not.toBe("إلغاء");
    // To undo is no word for to cancel.
    for (const key of ["timetable.undo", "decisions.undo", "roll.undo", "settings.putBack"])
      expect(say("fr", key, {}), key).toBe("Défaire");
    // Participation is never called certified.
    expect([
      en.workspace.count.certified,
      fr.workspace.count.certified,
      ar.workspace.count.certified,
    ]).toEqual([
      "With a certificate: {count}",
      expect.stringContaining("Certificats délivrés"),
      expect.stringContaining("شهادات المشاركة"),
    ]);
  });
  it("have in French one word for a thing on every page of the desk", () => {
    const desk =
      /^(?:today|workspace|overview|courseTable|courseNumbers|programmeNumbers|personPage|certificatePage|firstAct)\./;
    for (const [key, text] of catalogues.fr.filter(([key]) => desk.test(key)))
      expect(text, key).not.toMatch(/attestations?\b(?! de participation)|feuilles? de présence/i);
    for (const [key, text] of catalogues.fr.filter(([key]) => /^(?:follow|help)\./.test(key)))
      expect(text, key).not.toMatch(key.startsWith("follow") ? /certificat/i : /attestation/i);
    const take = ["firstAct.roll", "courseTable.step.roll", "today.do.roll", "overview.mend.rolls"];
    expect(new Set(take.map((key) => say("fr", key, {})))).toHaveLength(1);
  });
  it("say of what is asked only that it is wrong, not that it was not saved", () => {
    for (const locale of locales)
      expect(say(locale, "form.faults", { count: 1 })).not.toContain(say(locale, "form.nothingSaved", {}));
  });
  it("call a certificate in French by its kind", () => {
    const meaning = (kind: string) => say("fr", "verify.meaning.revoked", { kind, day: "5 mai 2026" });
    expect(meaning("participation")).toMatch(/^Cette attestation a été révoquée/);
    expect(meaning("trainer_certification")).toMatch(/^Cette certification a été révoquée/);
    for (const [key, text] of catalogues.fr.filter(([key]) => /^register\.|^participants\.consent/.test(key)))
      expect(text, key).not.toMatch(/certificat/);
  });
  it("put a label before what it is of, and parts of an address after each other, as each language does", () => {
    expect(locales.map((l) => labelled(l, "Salma", l))).toEqual([
      "en: Salma",
      "fr\u00a0: Salma",
      "ar: \u2068Salma\u2069",
    ]);
    expect(commas(["كفر أسد", null, "الأردن"], "ar")).toBe("كفر أسد، الأردن");
    expect(commas(["Kafr Asad", "Jordanie"], "fr")).toBe("Kafr Asad, Jordanie");
  });
  it("ask for the same consent in three languages", () => {
    // Organise, issue, report as totals, who sees what, who can check, and the right to have it corrected or deleted.
    const parts = (text: string) => text.split(/[.;؛:،]/).length;
    for (const messages of [en, fr, ar]) expect(parts(messages.register.consentText)).toBeGreaterThan(3);
    expect(en.register.consentText).toMatch(/totals only.*report/);
    expect(fr.register.consentText).toMatch(/totaux uniquement.*rendre compte/);
    expect(ar.register.consentText).toMatch(/تقارير.*بأرقام إجمالية فقط/);
  });
});
