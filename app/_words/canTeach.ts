import { getLocale, getTranslations } from "next-intl/server";
import { countryName, languageName } from "@/lib/i18n/format";
import { commas, dotBetween, isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import type { CanTeach } from "@/lib/trainers/queries";
import { codesInRow } from "@/lib/trainers/rules/who";
import { fitWords } from "./fitWords";
import { namesApart } from "./namesApart";

/** Says that somebody's way with a tool is halted, and how. */
export async function haltedWords(): Promise<
  (way: Pick<CanTeach["halted"][number], "stage" | "tool">) => string
> {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("canTeach");
  const stages = await getTranslations("stages");
  return ({ stage, tool }) =>
    t("halted", { stage: stages(`stage.${stage}`), tool: isolate(shownIn(tool, locale), locale) });
}

/** Where somebody belongs: their organisation, else its place; null where it is not known, or their name says it. */
export function belongsWords(
  { organisation, place }: Pick<CanTeach, "organisation" | "place">,
  called: string,
  locale: Locale,
): string | null {
  const at = organisation ?? place;
  return at && !called.includes(at) ? isolate(at, locale) : null;
}

/** What somebody may not lead of what is to be taught, as it is read. */
export const codesCalled = (
  { lacking, taught }: Pick<CanTeach, "lacking" | "taught">,
  locale: Locale,
): string[] => {
  const called = (modules: CanTeach["taught"]) =>
    modules.map(({ code, tool }) => ({ code, tool: shownIn(tool, locale) }));
  return codesInRow(called(lacking), called(taught)).map((code) => isolate(code, locale));
};

/** Says of a trainer how they fit what is to be taught: modules, language, place, whether they are free, how much they teach around it; namesakes among them by where they belong. */
export async function canTeachWords(people: readonly CanTeach[]): Promise<(one: CanTeach) => string> {
  const locale = (await getLocale()) as Locale;
  const names = namesApart(people, locale);
  const t = await getTranslations("canTeach");
  const waits = (groups: readonly string[]) =>
    groups.length === 0
      ? []
      : t("waits", {
          groups: commas(
            groups.map((group) => isolate(group, locale)),
            locale,
          ),
        });
  const halts = await haltedWords();
  return ({ fit, language, country, id, waitsFor, halted, organisation, place, ...more }) => {
    const name = names.get(id)!;
    return [
      name,
      ...halted.map(halts),
      ...(more.byHand ? [t("byHand")] : []),
      ...(more.declined ? [t("declined", { reason: isolate(more.declined, locale) })] : []),
      ...(more.waitsForAll ? [t("waitsForAll")] : []),
      ...[waits(waitsFor)].flat(),
      ...fitWords(t, {
        fit,
        at: belongsWords({ organisation, place }, name, locale),
        language: languageName(language, locale),
        country: country && countryName(country, locale),
        counted: "sessions",
        cannot: more.declined !== null,
        lacking: codesCalled(more, locale),
        locale,
      }),
    ].join(dotBetween);
  };
}
