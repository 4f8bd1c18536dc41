import { useLocale, useTranslations } from "next-intl";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";
import {
  dotBetween,
  isolate,
  type Locale,
  nameInSentence,
  type PersonsNames,
  shownIn,
  type Translated,
} from "@/lib/i18n/rules";
import { againHref } from "./againHref";

/** That a trainer's workshop was not approved: why, that this ends it, and for whose it is the way to schedule it anew. */
export function NotApproved({
  course,
  by = null,
  own,
  named = false,
}: {
  course: { id: number; title: Translated; stateReason: string | null };
  /** Who turned it down, where that is said. */
  by?: PersonsNames | null;
  /** True for whose workshop it is. */
  own: boolean;
  /** True where nothing else says which workshop it is. */
  named?: boolean;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("workshop");
  const title = isolate(shownIn(course.title, locale), locale);
  return (
    <Notice tone="stop" title={named ? `${t("turnedDown")}${dotBetween}${title}` : t("turnedDown")}>
      {by ? <p>{t("notApprovedBy", { name: nameInSentence(by, locale) })}</p> : null}
      {course.stateReason ? (
        <p>
          <span className="quiet">{t("turnDownReason")}</span>
          {dotBetween}
          <Written>{course.stateReason}</Written>
        </p>
      ) : null}
      {own ? (
        <>
          <p>{t("notApprovedEnds")}</p>
          <a href={againHref(course.id)} className="button mt-2">
            {t("again")}
          </a>
        </>
      ) : null}
    </Notice>
  );
}
