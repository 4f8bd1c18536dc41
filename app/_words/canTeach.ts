import { getLocale, getTranslations } from "next-intl/server";
import { countryName, languageName } from "@/lib/i18n/format";
import { dotBetween, nameFor } from "@/lib/i18n/rules";
import type { CanTeach } from "@/lib/trainers/queries";

/** Says of a trainer how they fit what is to be taught: modules, language, country, whether they are free, how much they teach around it. */
export async function canTeachWords(): Promise<(one: CanTeach) => string> {
  const locale = await getLocale();
  const t = await getTranslations("canTeach");
  return ({ fit, language, country, ...person }) =>
    [
      nameFor(person, locale),
      fit.modules.all === 0
        ? null
        : fit.modules.known === fit.modules.all
          ? t("qualified")
          : t("modules", { known: fit.modules.known, all: fit.modules.all }),
      languageName(language, locale),
      country ? countryName(country, locale) : null,
      fit.clashes > 0 ? t("clashes", { count: fit.clashes }) : null,
      fit.away > 0 ? t("away", { count: fit.away }) : null,
      fit.clashes + fit.away === 0 ? t("free") : null,
      t("load", { count: fit.load }),
    ]
      .filter(Boolean)
      .join(dotBetween);
}
