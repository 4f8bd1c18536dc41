import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, keyIn, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Empty } from "@/app/_ui/kit/Empty";
import { Notice } from "@/app/_ui/kit/Notice";
import { courseWords } from "@/app/_words/ofWorkshop";
import * as gate from "@/lib/access/gate";
import { allows } from "@/lib/courses/rules";
import { moveInDoubt, yearDays } from "@/lib/courses/rules/workshops";
import { fullDay } from "@/lib/i18n/format";
import { ifGranted } from "@/lib/result";
import { isCivilDay } from "@/lib/time/civil";
import { readDay } from "@/lib/time/typed";
import { dayAt } from "@/lib/time/zone";
import { Foreseen } from "./Foreseen";
import { NewFirstDay } from "./NewFirstDay";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

const asked = asking({ to: text });

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const { course: key } = await params;
  const course = ifGranted(() => gate.course(cx, "timetable.edit", keyIn(key)));
  return course ? { title: (await courseWords("move", course))("title") } : {};
}

/** Moving a whole course to another first day: first what that does, then the button. */
export default async function MoveCourse({ params, searchParams }: Props) {
  const { course: key } = await params;
  const cx = await requireContext("timetable.edit", `/desk/courses/${encodeURIComponent(key)}/move`);
  const course = courseOfDesk(cx, keyIn(key));
  const movable = granted(() => gate.courseFor(cx, "timetable.edit", course));
  const t = await courseWords("move", course);
  const timetable = await courseWords("timetable", course);
  const errors = await getTranslations("errors");
  const plan = await courseWords("plan", course);
  const locale = await getLocale();
  const { startsOn } = course;
  if (!startsOn) return <Empty title={timetable("noDates")} />;
  if (!allows(course.state, "plan")) return <Notice>{plan("fixed")}</Notice>;
  const to = readDay((await asked(searchParams)).to ?? "");
  const chosen = isCivilDay(to) ? to : null;
  const today = dayAt(cx.now, course.zone);
  const fault =
    to && !chosen
      ? errors("dateInvalid")
      : chosen && moveInDoubt(chosen, startsOn, today)
        ? errors("yearInDoubt", { day: fullDay(chosen, locale), days: yearDays })
        : null;
  const base = `/desk/courses/${course.id}/move`;
  return (
    <div className="grid gap-6 max-w-3xl">
      <div className="grid gap-2">
        <p>{t("lead")}</p>
      </div>
      <NewFirstDay base={base} startsOn={startsOn} asked={to} chosen={chosen} fault={fault} />
      {chosen && !fault ? (
        <Foreseen
          course={course}
          movable={movable}
          startsOn={startsOn}
          chosen={chosen}
          cx={cx}
          today={today}
        />
      ) : null}
      <p>
        <Link href={`/desk/courses/${course.id}/timetable`}>{t("back")}</Link>
      </p>
    </div>
  );
}
