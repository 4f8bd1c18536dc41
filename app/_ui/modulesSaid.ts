import { list } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";

/** Codes of modules one after the other, each set apart; the one module of a tool that is taught as one whole has none. */
export const modulesSaid = (codes: readonly string[], whole: string, locale: string): string =>
  list(
    codes.map((code) => (code ? isolate(code, locale as Locale) : whole)),
    locale,
  );
