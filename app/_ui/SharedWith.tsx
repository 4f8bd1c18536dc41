import { useLocale, useTranslations } from "next-intl";
import { list } from "@/lib/i18n/format";
import { dotBetween, type Locale, type Translated } from "@/lib/i18n/rules";
import { programmeInSentence } from "@/lib/programmes/rules";

type Shared = { sharedWith: readonly { title: Translated }[] };

/** The programmes that a course is shared with, as a sentence of this language names them; empty where it is one programme's alone. */
export const sharersNamed = ({ sharedWith }: Shared, locale: string): string =>
  list(
    sharedWith.map(({ title }) => programmeInSentence(title, locale as Locale)),
    locale,
  );

/** With which programmes a course is shared by the one that leads it; nothing where it is its alone. */
export function SharedWith({
  course,
  dot = false,
}: {
  course: Shared;
  /** True after the programme that leads it, in the same line. */
  dot?: boolean;
}) {
  const t = useTranslations("sharing");
  const programmes = sharersNamed(course, useLocale());
  if (!programmes) return null;
  return `${dot ? dotBetween : ""}${t("with", { programmes })}`;
}

/** Who else sees what of somebody who registers for a shared course, said to them; nothing where it is one programme's alone. */
export function SeenBySharers({ course }: { course: Shared }) {
  const t = useTranslations("sharing");
  const programmes = sharersNamed(course, useLocale());
  return programmes ? t("seenBy", { programmes }) : null;
}
