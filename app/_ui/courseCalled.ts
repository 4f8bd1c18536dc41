import { inLanguage, type Locale, shownIn, type Translated } from "@/lib/i18n/rules";

type Titled = {
  title: Translated;
  place: Translated;
  mode: "venue" | "online";
  tools: readonly { title: Translated }[];
};

/**
 * What a course is called where its tools and its kind stand beside it: its place, where the title only says all three
 * again; else null, and the title stands in full.
 */
export function calledByPlace({ title, place, mode, tools }: Titled, locale: Locale): string | null {
  const whole = shownIn(title, locale);
  const where = inLanguage(place, locale).text;
  const says = (text: string) => text !== "" && whole.includes(text);
  const nothingElse = mode === "venue" && tools.length > 0 && says(where);
  return nothingElse && tools.every((tool) => says(inLanguage(tool.title, locale).text)) ? where : null;
}
