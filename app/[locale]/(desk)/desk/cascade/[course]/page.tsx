import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams, text } from "@/app/_server/asked";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { periodAsked } from "@/app/_server/periodAsked";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { addressWith } from "@/app/_ui/kit/address";
import { Empty } from "@/app/_ui/kit/Empty";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { PrintButton } from "@/app/_ui/kit/PrintButton";
import { Toast } from "@/app/_ui/kit/Toast";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import * as gate from "@/lib/access/gate";
import { cascadeOf } from "@/lib/cascade/queries";
import { mayHaveCascade } from "@/lib/cascade/rules/forest";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, isolate, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { ifGranted, refuse } from "@/lib/result";
import { plansOfWaiting } from "@/lib/stages/queries/waiting";
import { dayAt } from "@/lib/time/zone";
import { LeftOut } from "../_numbers/LeftOut";
import { PeriodForm } from "../_numbers/PeriodForm";
import { PeriodSaid } from "../_numbers/PeriodSaid";
import { Sum } from "../_numbers/Sum";
import { Generations } from "./Generations";
import { Trainings } from "./Trainings";
import { everyone, Tree } from "./Tree";
import "@/app/_ui/kit/table-paper.css";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const of = keyIn((await params).course);
  const course = ifGranted(() => gate.course(cx, "cascade.read", of));
  const t = await getTranslations("cascade");
  return course ? { title: t("pageTitle", { course: shownIn(course.title, await getLocale()) }) } : {};
}

const asked = asking({
  ...{ tool: key, skip: key, from: text, to: text },
  ...{ reminded: oneOf(["yes"]), told: key, today: key },
});

/** What came of one training of trainers: its trainers with their workshops, by generation, and who has not practised yet. */
export default async function CourseCascade({ params, searchParams }: Props) {
  const { course: of } = await params;
  const path = `/desk/cascade/${encodeURIComponent(of)}`;
  const cx = await requireContext("cascade.read", path);
  const course = granted(() => {
    const row = gate.course(cx, "cascade.read", keyIn(of));
    return mayHaveCascade(row) ? row : refuse("notFound");
  });
  const { tool, skip, reminded, told, today: before, ...days } = await asked(searchParams);
  const asks = periodAsked(days);
  const cascade = cascadeOf(cx, course, { toolId: tool, period: asks.said }, skip ?? 0);
  const waiting = everyone(cascade.trainers).filter(({ practised }) => !practised);
  const plans = plansOfWaiting(
    cx,
    cascade.trainings.map(({ id }) => id),
    waiting.map(({ personId }) => personId),
  );
  const kept = { tool: tool === null ? null : String(tool) };
  const said = { ...kept, ...asks.said };
  const today = dayAt(cx.now, course.zone);
  const locale = await getLocale();
  const t = await getTranslations("cascade");
  const after = cascade.before + cascade.trainers.length;
  return (
    <div className="grid gap-6 cascade-page columns-on-paper many-on-paper">
      <PageHead
        title={t("pageTitle", { course: isolate(shownIn(course.title, locale), locale) })}
        under={
          <>
            <Link href={`/desk/courses/${course.id}`} prefetch={false}>
              {t("openCourse")}
            </Link>
            {dotBetween}
            <CourseDates course={course} short />
            {dotBetween}
            <CoursePlace course={course} />
            {dotBetween}
            <Say text={programmeCalled(cascade.course.programmeTitle)} />
            {cascade.course.sharedWith.length > 0 ? (
              <>
                {dotBetween}
                <SharedWith course={cascade.course} />
              </>
            ) : null}
            <span className="block">{t("asOf", { day: fullDay(today, locale) })}</span>
            <PeriodSaid period={asks.said} />
          </>
        }
        action={
          <span className="flex flex-wrap gap-2 print:hidden">
            <Link href={addressWith("/desk/cascade", said)} prefetch={false} className="button">
              {t("allTots")}
            </Link>
            {asks.period ? (
              <a href={addressWith(`/api/files/cascade/${course.id}`, said)} className="button" download>
                {(await getTranslations("trainerTable"))("download")}
              </a>
            ) : null}
            <MoreMessages of={["sheet"]}>
              <PrintButton quiet />
            </MoreMessages>
          </span>
        }
      />
      <PeriodForm path={path} kept={kept} asked={asks} />
      {asks.period ? (
        <>
          <Sum numbers={cascade.sum} />
          {cascade.trainerCount === 0 ? (
            <Empty title={t("noTrainers")}>
              {course.countedBy === "numbers" ? t("trainersInNumbers") : t("noTrainersNext")}
            </Empty>
          ) : (
            <Tree
              course={course}
              cascade={cascade}
              today={today}
              period={asks.said}
              said={said}
              plans={plans}
            />
          )}
          {after < cascade.trainerCount ? (
            <NextPage href={addressWith(path, { ...said, skip: String(after) })} />
          ) : null}
          <Generations cascade={cascade} />
          <Trainings cascade={cascade} said={said} />
          <LeftOut leftOut={cascade.leftOut} />
          <p className="quiet max-w-prose">
            {t("means")} {t("womenMeans")}
          </p>
        </>
      ) : null}
      {reminded ? (
        <Toast of={`${told} ${before} ${cx.now}`}>
          {told ? t("reminded", { count: told }) : t("remindedNobody")}{" "}
          {before ? t("remindedBefore", { count: before }) : null}
        </Toast>
      ) : null}
    </div>
  );
}
