import { useLocale, useTranslations } from "next-intl";
import { list } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";

/** With which programmes a course is shared by the one that leads it; nothing where it is its alone. */
export function SharedWith({ course }: { course: { sharedWith: readonly { code: string }[] } }) {
  const t = useTranslations("sharing");
  const locale = useLocale();
  const programmes = course.sharedWith.map(({ code }) => isolate(code, locale));
  return programmes.length > 0 ? t("with", { programmes: list(programmes, locale) }) : null;
}
