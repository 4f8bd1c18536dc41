import { createTranslator } from "next-intl";
import type { CsvValue } from "@/lib/documents/csv";
import { countryName, languageName, list } from "@/lib/i18n/format";
import { governorateName } from "@/lib/i18n/governorates";
import { commas, inLanguage, type Locale, shownIn } from "@/lib/i18n/rules";
import type { CertifiedRow } from "@/lib/stages/queries/certifiedOn";
import { endSaid } from "@/lib/stages/rules/path";
import type { RegisterTrainer } from "@/lib/trainers/queries";
import { messagesOf } from "./messages";

const wordsIn = (locale: Locale) => {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, namespace: "trainerTable" });
  const s = createTranslator({ locale, messages, namespace: "stages" });
  const whole = createTranslator({ locale, messages, namespace: "decide" })("whole");
  const kinds = createTranslator({ locale, messages, namespace: "decide.kind" });
  /** The codes of modules; a tool that is one module has none for it. */
  const modules = (codes: readonly string[]) => codes.map((code) => code || whole).join(" ");
  /** What is said of each end; where there are several of one tool each with its modules, all in one cell. */
  const eachEnd = <End extends { codes: readonly string[] }>(
    ends: readonly End[],
    say: (end: End) => string,
  ): string | null =>
    new Set(ends.map(say)).size < 2
      ? ends[0] === undefined
        ? null
        : say(ends[0])
      : ends.map((one) => `${modules(one.codes)}: ${say(one)}`).join("; ");
  return { t, s, kinds, modules, eachEnd, yes: (is: boolean) => (is ? t("yes") : t("no")) };
};

/** The heads of the register as a table, and the rows of a trainer: one for each way that fits what it is narrowed by; days are yyyy-mm-dd. */
export function registerTable(locale: Locale) {
  const { t, s, modules, yes, eachEnd } = wordsIn(locale);
  const columns = [
    "name",
    "latinName",
    "organisation",
    "country",
    "governorate",
    "languages",
    "programmes",
  ] as const;
  const ofWay = ["tool", "programme", "modules", "stage", "until", "before", "exception", "doubted"] as const;
  const work = ["courses", "lastCourse"] as const;
  return {
    heads: [...columns, ...ofWay, ...work].map((key) => t(key)),
    rowsOf: (p: RegisterTrainer): CsvValue[][] => {
      const person = [
        ...[p.name, p.latinName, p.organisation],
        p.country && countryName(p.country, locale),
        p.governorate && governorateName(p.governorate, locale),
        list(
          p.languages.map((language) => languageName(language, locale)),
          locale,
        ),
        commas(
          p.programmes.map((title) => shownIn(title, locale)),
          locale,
        ),
      ];
      const rows = p.fits.map((way) => [
        ...[inLanguage(way.tool.title, locale).text, shownIn(way.programme, locale), modules(way.modules)],
        ...[s(`stage.${way.stage}`), endSaid(way) && eachEnd(way.ends, ({ until }) => until)],
        ...[
          eachEnd(way.ends, ({ before }) => yes(before)) ?? yes(way.before),
          yes(way.byException),
          yes(way.doubted),
        ],
      ]);
      const none = ofWay.map(() => null);
      return (rows.length > 0 ? rows : [none]).map((way) => [...person, ...way, p.courses, p.lastOn]);
    },
  };
}

/** The heads of who was certified on a day as a table, and the row of each; days are yyyy-mm-dd. */
export function certifiedTable(locale: Locale) {
  const { t, s, kinds, modules, yes, eachEnd } = wordsIn(locale);
  const heads = ["name", "latinName", "stage", "modules", "since", "until", "programme"] as const;
  const more = ["before", "exception", "doubted", "enteredLater", "saidSince"] as const;
  return {
    heads: [...heads, ...more].map((key) => t(key)),
    rowOf: (row: CertifiedRow): CsvValue[] => [
      ...[row.person.name, row.person.latinName, s(`stage.${row.stage}`), modules(row.modules)],
      ...[eachEnd(row.ends, ({ since }) => since), eachEnd(row.ends, ({ until }) => until)],
      ...[
        shownIn(row.programme, locale),
        eachEnd(row.ends, ({ before }) => yes(before)),
        yes(row.byException),
      ],
      ...[yes(row.doubted), row.enteredLater],
      commas(
        row.saidSince.map(({ kind, enteredOn }) => `${kinds(kind)} ${enteredOn}`),
        locale,
      ),
    ],
  };
}
