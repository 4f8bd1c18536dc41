import { countryName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/rules";
import { fold } from "@/lib/text";

/** The countries whose name in some language holds these words, or whose code they are. */
export function countriesNamed(codes: readonly string[], words: string): string[] {
  const asked = fold(words);
  return codes.filter(
    (code) =>
      code.toLowerCase() === asked ||
      locales.some((locale) => fold(countryName(code, locale)).includes(asked)),
  );
}
