import { getTranslations } from "next-intl/server";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { activityMinutes } from "@/lib/curriculum/queries";
import { countryName } from "@/lib/i18n/format";
import { type Locale, shownIn } from "@/lib/i18n/rules";
import { toolsOffered } from "../offered";
import type { PlanTool } from "./ModuleChips";

/** Tools with the versions and modules that can be chosen, ready to read; what the course has is offered too. */
export async function offeredTools(
  cx: Context,
  course: Course | undefined,
  locale: Locale,
): Promise<PlanTool[]> {
  const t = await getTranslations("plan");
  const offered = toolsOffered(cx, course);
  const activities = activityMinutes(
    cx,
    offered.flatMap((tool) => tool.versions.flatMap((version) => version.modules.map(({ id }) => id))),
  );
  return offered.map((tool) => ({
    id: String(tool.id),
    name: shownIn(tool.title, locale),
    mark: <ToolMark tool={{ code: tool.code, title: tool.title }} />,
    tone: toolTone(tool.code),
    versions: tool.versions.map((version) => ({
      id: String(version.id),
      country: version.country,
      name: version.country
        ? countryName(version.country, locale)
        : tool.versions.length > 1
          ? t("version", { label: version.label })
          : "",
      modules: version.modules.map((module) => ({
        id: String(module.id),
        code: module.code,
        title: shownIn(module.title, locale),
        minutes: module.minutes,
        activities: activities.get(module.id) ?? [],
      })),
    })),
  }));
}
