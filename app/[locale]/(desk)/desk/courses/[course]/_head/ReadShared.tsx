import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import { list } from "@/lib/i18n/format";
import { programmeInSentence } from "@/lib/programmes/rules";
import type { Head } from "./CourseHead";

/** For whoever reads a course because their programme shares it: who leads it, and that they change nothing. */
export async function ReadShared({ course }: { course: Head }) {
  const shared = gate.sharedBy(await currentContext(), course);
  if (shared.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("sharing");
  const own = course.sharedWith
    .filter(({ id }) => shared.includes(id))
    .map(({ title }) => programmeInSentence(title, locale));
  return (
    <Notice>
      {t("youRead", {
        lead: programmeInSentence(course.programmeTitle, locale),
        programmes: list(own, locale),
      })}{" "}
      <a href={`/desk/courses/${course.id}/sharing`}>{t("whoPays")}</a>
    </Notice>
  );
}
