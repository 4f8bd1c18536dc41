import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/rules";
import { InEachLanguage } from "./InEachLanguage";

/** The lists of a course that are typeset as PDF. */
type List = "sheet" | "participants" | "timetable" | "timetableUpright" | "attendance";

const addressOf = (list: List, courseId: number, language: Locale) =>
  list === "timetableUpright"
    ? `/api/files/timetable/${courseId}?lang=${language}&page=portrait`
    : `/api/files/${list}/${courseId}?lang=${language}`;

/** The lists of a course to print, folded away: each in the reader's language, and in the two others. */
export function OnPaper({ courseId, of }: { courseId: number; of: readonly List[] }) {
  const t = useTranslations("paper");
  return (
    <details className="print:hidden">
      <summary className="min-h-11 content-center md:min-h-9">{t("onPaper")}</summary>
      <ul className="grid gap-1">
        {of.map((list) => (
          <li key={list} className="flex flex-wrap gap-x-4 items-center">
            <InEachLanguage label={t(`of.${list}`)} at={(language) => addressOf(list, courseId, language)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
