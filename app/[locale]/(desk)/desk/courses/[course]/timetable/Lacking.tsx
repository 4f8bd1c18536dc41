import { getLocale, getTranslations } from "next-intl/server";
import type { Course } from "@/lib/courses/queries";
import { hours, list } from "@/lib/i18n/format";
import { inLanguage, isolate } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { modulesLacking } from "@/lib/timetable/rules";

/** Which modules have less time than they take. */
export async function Lacking({ course, sessions }: { course: Course; sessions: readonly Session[] }) {
  const locale = await getLocale();
  const t = await getTranslations("timetable");
  const modules = course.tools.flatMap((tool) => tool.modules.map((m) => ({ tool: tool.title, ...m })));
  const lacking = modulesLacking(modules, sessions).map((m) =>
    t("lackingModule", {
      module: isolate(`${inLanguage(m.tool, "en").text} ${m.code}`.trim(), locale),
      time: hours(m.left, locale),
    }),
  );
  return lacking.length > 0 ? <p>{t("lacking", { modules: list(lacking, locale) })}</p> : null;
}
