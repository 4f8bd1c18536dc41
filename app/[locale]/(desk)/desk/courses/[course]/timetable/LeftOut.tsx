import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import type { Course } from "@/lib/courses/queries";
import { moduleName } from "@/lib/curriculum/rules";
import { isolate, shownIn } from "@/lib/i18n/rules";
import type { LeftOver } from "@/lib/timetable/rules/propose";

/** What found no room in the proposal that was just made, by name and with its minutes. */
export async function LeftOut({
  course,
  leftOver,
}: {
  course: Pick<Course, "tools">;
  leftOver: readonly LeftOver[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const modules = course.tools.flatMap((tool) => tool.modules);
  const lines = leftOver.flatMap(({ part, moduleId, minutes }) => {
    const module = modules.find(({ id }) => id === moduleId);
    if (moduleId !== null && !module) return [];
    const name = module ? moduleName(module, shownIn(module.title, locale)) : t(`part.${part}`);
    return [t("leftOutLine", { part: isolate(name, locale), minutes })];
  });
  if (lines.length === 0) return null;
  return (
    <Notice tone="attention" title={t("leftOut")}>
      <ul className="list-disc ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t("leftOutHint")}</p>
    </Notice>
  );
}
