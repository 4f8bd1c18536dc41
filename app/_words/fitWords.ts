import type { useTranslations } from "next-intl";
import { commas, type Locale } from "@/lib/i18n/rules";
import type { Fit } from "@/lib/trainers/rules/who";

type Said = {
  fit: Fit;
  /** Their organisation, else its place; null where it is not known or said already. */
  at: string | null;
  /** Language and country as the reader calls them; the country null where it is not known. */
  language: string;
  country: string | null;
  /** What is counted: sessions of a timetable, or days of a plan; null where neither is there. */
  counted: "sessions" | "days" | null;
  /** They said that they cannot, whatever their calendar says. */
  cannot?: boolean;
  /** What those modules are called that they may not lead, where they are named, and the reader's language. */
  lacking?: readonly string[];
  locale?: Locale;
};

/** How somebody fits what is to be taught, each thing by itself: where they belong, modules, language, place, whether they are free, load. */
export function fitWords(t: ReturnType<typeof useTranslations<"canTeach">>, said: Said): string[] {
  const { fit, at, language, country, counted } = said;
  const days = counted === "days";
  const where = { place: t("samePlace"), country: t("sameCountry"), other: country };
  const words = [
    at,
    fit.modules.all === 0
      ? null
      : fit.modules.known === fit.modules.all
        ? t("qualified")
        : said.lacking?.length
          ? t("modulesLacking", {
              known: fit.modules.known,
              all: fit.modules.all,
              lacking: commas(said.lacking, said.locale ?? "en"),
            })
          : t("modules", { known: fit.modules.known, all: fit.modules.all }),
    language,
    fit.near === null ? null : where[fit.near],
    ...(counted === null
      ? []
      : [
          fit.clashes === 0
            ? null
            : t(fit.clashes === fit.clashesHere ? "clashesHere" : days ? "clashDays" : "clashes", {
                count: fit.clashes,
              }),
          fit.away > 0 ? t(days ? "awayDays" : "away", { count: fit.away }) : null,
          fit.clashes + fit.away === 0 && !said.cannot ? t("free") : null,
          t("load", { count: fit.load }),
        ]),
  ];
  return words.flatMap((word) => word || []);
}
