import { getLocale, getTranslations } from "next-intl/server";
import { countryName, languageName } from "@/lib/i18n/format";
import { dotBetween, nameFor } from "@/lib/i18n/rules";
import type { CanTeach } from "@/lib/trainers/queries";
import { fitWords } from "./fitWords";

/** Says of a trainer how they fit what is to be taught: modules, language, place, whether they are free, how much they teach around it. */
export async function canTeachWords(): Promise<(one: CanTeach) => string> {
  const locale = await getLocale();
  const t = await getTranslations("canTeach");
  return ({ fit, language, country, ...person }) =>
    [
      nameFor(person, locale),
      ...fitWords(t, {
        fit,
        language: languageName(language, locale),
        country: country && countryName(country, locale),
        counted: "sessions",
      }),
    ].join(dotBetween);
}
