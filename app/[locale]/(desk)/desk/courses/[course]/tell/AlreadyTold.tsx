import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { FirstName } from "@/app/_ui/PersonName";
import { moment } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, nameInSentence } from "@/lib/i18n/rules";
import type { CourseNotices } from "@/lib/messages/queries";
import { UntoldForm } from "./forms";

/** Who was told what, by whom and when; each can be put back among those to tell. */
export function AlreadyTold({
  course,
  told,
}: {
  course: { id: number; zone: string };
  told: CourseNotices["told"];
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("tell");
  const when = (at: number | null) => isolate(at === null ? "" : moment(at, course.zone, locale), locale);
  return (
    <details className="card">
      <summary className="font-semibold min-h-11 content-center">
        {t("already", { count: told.length })}
      </summary>
      <ul className="grid gap-3 mt-3">
        {told.map((notice) => (
          <li key={notice.id} className="flex flex-wrap gap-3 items-center justify-between">
            <span>
              <FirstName of={notice} className="font-semibold" />
              {dotBetween}
              {t(`message.${notice.message}`)}
              <span className="quiet block">
                {notice.toldBy
                  ? t("toldAt", {
                      at: when(notice.toldAt),
                      by: nameInSentence({ name: notice.toldBy, latinName: notice.toldByLatin }, locale),
                    })
                  : t("toldAtAlone", { at: when(notice.toldAt) })}
              </span>
            </span>
            <UntoldForm className="grid gap-1">
              <Hidden name="courseId" value={course.id} />
              <Hidden name="only" value={notice.id} />
              {notice.toldAt === null ? null : <Hidden name="toldAt" value={notice.toldAt} />}
              <Submit tone="quiet" busy={t("saving")}>
                {t("undo")}
                <span className="sr-only">
                  {" "}
                  <FirstName of={notice} />
                </span>
              </Submit>
            </UntoldForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
