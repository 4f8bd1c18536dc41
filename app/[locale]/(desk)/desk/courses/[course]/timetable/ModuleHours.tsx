import { TriangleAlert } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { ToolMark, toolTone } from "@/app/_ui/kit/ToolMark";
import type { Course } from "@/lib/courses/queries";
import type { Group } from "@/lib/groups/queries";
import { hours } from "@/lib/i18n/format";
import { inLanguage, isolate } from "@/lib/i18n/rules";
import type { Session } from "@/lib/timetable/queries";
import { hoursIn, modulesPlanned } from "@/lib/timetable/rules/moduleHours";
import { HoursSaid } from "./HoursSaid";
import "./module-hours.css";

/** Hours in a short number: whole ones, or with minutes as a clock has them, for beside it they are said in words. */
const inHours = (minutes: number) =>
  minutes % 60 === 0
    ? String(minutes / 60)
    : `${Math.floor(minutes / 60)}:${String(Math.round(minutes % 60)).padStart(2, "0")}`;

/** The hours that the timetable has for each module, against those that it takes; which group lacks some where it is not all. */
export async function ModuleHours({
  course,
  groups,
  sessions,
}: {
  course: Course;
  groups: readonly Group[];
  sessions: readonly Session[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("timetableSheet");
  const modules = modulesPlanned(
    course.tools.flatMap((tool) => tool.modules.map((m) => ({ tool, ...m }))),
    sessions,
    groups.map(({ id }) => id),
  );
  const called = new Map(groups.map(({ id, name }) => [id, name]));
  const said = (minutes: number) => isolate(hours(minutes, locale), locale);
  const all = hoursIn(
    sessions,
    course.tools.flatMap((tool) => tool.modules),
  );
  return (
    <>
      <p className="module-hours-all quiet">
        {t("allPlanned", { all: said(all.all) })} <HoursSaid planned={all} />
      </p>
      <ul className="module-hours" aria-label={t("hours")}>
        {modules.map(({ tool, id, code, minutes, planned, lacking }) => (
          <li key={id}>
            <span className="module-hours-head">
              <b>
                <ToolMark tool={tool} alone={code !== ""} /> <bdi>{code}</bdi>
              </b>
              <bdi className="module-hours-number" aria-hidden>
                {t("ofHours", {
                  planned: isolate(inHours(planned), locale),
                  needed: isolate(inHours(minutes), locale),
                })}
              </bdi>
            </span>
            <GoalBar
              label={t("planned", {
                planned: said(planned),
                needed: said(minutes),
                module: isolate(`${inLanguage(tool.title, "en").text} ${code}`.trim(), locale),
              })}
              value={planned}
              whole={Math.max(minutes, planned)}
              goal={planned > minutes ? minutes : null}
              tone={toolTone(tool.code)}
            />
            {lacking.map(({ groupId, left }) => (
              <span key={groupId} className="module-hours-left">
                <TriangleAlert size={13} aria-hidden />{" "}
                {groupId === null
                  ? t("left", { time: said(left) })
                  : t("leftOf", { group: isolate(called.get(groupId) ?? "", locale), time: said(left) })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
