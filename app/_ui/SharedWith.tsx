import { useLocale, useTranslations } from "next-intl";
import { list } from "@/lib/i18n/format";
import { dotBetween, isolate } from "@/lib/i18n/rules";

/** With which programmes a course is shared by the one that leads it; nothing where it is its alone. */
export function SharedWith({
  course,
  dot = false,
}: {
  course: { sharedWith: readonly { code: string }[] };
  /** True after the programme that leads it, in the same line. */
  dot?: boolean;
}) {
  const t = useTranslations("sharing");
  const locale = useLocale();
  const programmes = course.sharedWith.map(({ code }) => isolate(code, locale));
  if (programmes.length === 0) return null;
  return `${dot ? dotBetween : ""}${t("with", { programmes: list(programmes, locale) })}`;
}
