import { ChevronRight } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { currentContext } from "@/app/_server/context";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { NumbersMark, StateBadge, TentativeBadge, WorkshopBadges } from "@/app/_ui/StateBadges";
import type { Permission } from "@/lib/access/table";
import type { courseHead } from "@/lib/courses/queries";
import { deskState } from "@/lib/courses/rules";
import { languageName, list } from "@/lib/i18n/format";
import { typographic } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { dayAt } from "@/lib/time/zone";
import { CourseMenu } from "./CourseMenu";
import { FirstAct } from "./FirstAct";
import { HeadFrame, OnOverview, PartName } from "./HeadFrame";
import { tabs, withoutTab } from "./parts";

export type Head = ReturnType<typeof courseHead>;
export type Holds = (permission: Permission) => boolean;

/** What stands above every page of a course: the way to it, which course and part it is and how it stands, its facts in one line, what is to be done first. */
export async function CourseHead({ course, holds }: { course: Head; holds: Holds }) {
  const locale = await getLocale();
  const today = dayAt((await currentContext()).now, course.zone);
  const t = await getTranslations("frame");
  const state = (await getTranslations("courseState"))(deskState(course, today));
  const languages = course.languages.map((code) => languageName(code, locale));
  return (
    <HeadFrame>
      <div className="course-head-text">
        <p className="course-trail">
          <a href="/desk/courses">{t("desk")}</a>
          <ChevronRight size={14} className="mirrored" />
          <Say text={programmeCalled(course.programmeTitle)} />
          <SharedWith course={course} dot />
        </p>
        <div className="course-title" style={{ "--state": `${roomFor(state)}rem` } as CSSProperties}>
          <h1>
            <PartName parts={await partsNamed()} />
            <Say text={course.title} />
          </h1>
          <p className="course-marks course-state">
            <StateBadge course={course} today={today} />
          </p>
          <p className="course-marks">
            {course.countedBy === "numbers" ? <NumbersMark /> : null}
            <TentativeBadge course={course} />
            <WorkshopBadges course={course} turnedDown={course.turnedDown} />
          </p>
        </div>
      </div>
      <div className="course-acts">
        <OnOverview>
          <FirstAct course={course} holds={holds} />
        </OnOverview>
        <CourseMenu course={course} holds={holds} />
      </div>
      <p className="course-facts">
        <span>
          <CourseDates course={course} short />
        </span>
        <span>
          <CoursePlace course={course} />
        </span>
        {/* Above the title there is room for it on wider pages alone. */}
        {course.sharedWith.length > 0 ? (
          <span className="md:hidden">
            <SharedWith course={course} />
          </span>
        ) : null}
        {languages.length > 0 ? <span>{list(languages, locale)}</span> : null}
        {[...new Map(course.tools.map((tool) => [tool.code, tool])).values()].map((tool) => (
          <ToolMark key={tool.code} tool={tool} />
        ))}
      </p>
    </HeadFrame>
  );
}

/** How wide a badge of these words is at most, with the space before it: the last word of the title keeps that room. */
const roomFor = (words: string) => words.length * 0.48 + 3.5;

/** How the parts of a course are called in its heading, by the first segment of what is added to its address. */
async function partsNamed() {
  const locale = await getLocale();
  const t = await getTranslations();
  const part = (name: string, hasTab: boolean) => ({
    said: typographic(locale === "fr" ? `${name} :` : `${name}:`, locale),
    hasTab,
  });
  return {
    ...Object.fromEntries(
      tabs.map(({ path, key }) => [path.slice(1), part(t(`workspace.tab.${key}`), true)]),
    ),
    tell: part(t("tell.title"), true),
    ...Object.fromEntries(Object.entries(withoutTab).map(([path, name]) => [path, part(t(name), false)])),
  };
}
