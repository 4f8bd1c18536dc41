import { getLocale, getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import { list } from "@/lib/i18n/format";
import { isolate } from "@/lib/i18n/rules";
import type { Head } from "./CourseHead";

/** For whoever reads a course because their programme shares it: who leads it, and that they change nothing. */
export async function ReadShared({ course }: { course: Head }) {
  const shared = gate.sharedBy(await currentContext(), course);
  if (shared.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("sharing");
  const own = course.sharedWith
    .filter(({ id }) => shared.includes(id))
    .map(({ code }) => isolate(code, locale));
  return (
    <Notice>
      {t("youRead", { lead: course.programme, programmes: list(own, locale) })}{" "}
      <a href={`/desk/courses/${course.id}/sharing`}>{t("whoPays")}</a>
    </Notice>
  );
}
