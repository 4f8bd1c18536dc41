import { CalendarPlus } from "lucide";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { Places } from "@/app/_ui/Catalogue";
import { CourseRecord } from "@/app/_ui/CourseRecord";
import { fullDay, languageName, list } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import {
  CourseBadge,
  CourseDates,
  CoursePlace,
  Fact,
  FictionalMark,
  Notice,
  PersonName,
  Say,
  ToolBadges,
} from "@/app/_ui/parts";
import { SessionList } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import { zoneCity } from "@/app/_ui/zoneNames";
import { courseSessions, publicCourse } from "@/lib/courses/queries";
import { shownState } from "@/lib/courses/rules";
import { shownIn } from "@/lib/i18n/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = publicCourse(publicContext(), (await params).slug);
  return course ? { title: shownIn(course.title, await getLocale()) } : {};
}

/** A course for anybody: what one learns, for whom, when and where, what it costs, and the one button. */
export default async function PublicCourse({ params }: Props) {
  const course = publicCourse(publicContext(), (await params).slug);
  if (!course) notFound();
  const locale = await getLocale();
  const t = await getTranslations("course");
  const sessions = courseSessions(publicContext(), course.id);
  const state = shownState(course, dayAt(clock(), course.zone));
  const open = state === "open";
  return (
    <article className="grid gap-6">
      <header className="grid gap-2">
        <p className="flex flex-wrap gap-2">
          <CourseBadge state={state} />
          {course.fictional ? <FictionalMark /> : null}
        </p>
        <h1>
          <Say text={course.title} />
        </h1>
        <p>
          <CourseDates course={course} /> · <CoursePlace course={course} />
        </p>
      </header>
      {course.state === "cancelled" ? (
        <Notice tone="stop" title={t("cancelled")}>
          <Written>{course.stateReason}</Written>
        </Notice>
      ) : null}
      {open ? (
        <div className="card grid gap-2 justify-items-start sm:flex sm:items-center sm:justify-between">
          <p>
            <strong>
              <Places course={course} state={state} />
            </strong>
            {course.applyBy ? (
              <span className="quiet block">{t("applyBy", { day: fullDay(course.applyBy, locale) })}</span>
            ) : null}
          </p>
          <a href={`/courses/${course.slug}/register`} className="button-main">
            {course.admission === "selection"
              ? t("apply")
              : course.placesLeft > 0
                ? t("register")
                : t("joinWaitingList")}
          </a>
        </div>
      ) : state === "registration_over" ? (
        <Notice>{t("registrationOver")}</Notice>
      ) : null}
      {course.description ? (
        <p className="whitespace-pre-line">
          <Say text={course.description} />
        </p>
      ) : null}
      <dl className="grid gap-4 sm:grid-cols-2">
        <Fact label={t("kind")}>{t(`kindFor.${course.kind}`)}</Fact>
        {course.tools.length > 0 ? (
          <Fact label={t("tools")}>
            <ToolBadges tools={course.tools} />
          </Fact>
        ) : null}
        <Fact label={t("where")}>
          <CoursePlace course={course} />
          {course.venue ? (
            <span className="block">
              <Written>{course.venue}</Written>
              {course.stepFree ? ` · ${t("stepFree")}` : ""}
            </span>
          ) : null}
          {course.countedBy === "people" ? (
            <span className="quiet block">
              {t("zone")} <bdi>{zoneCity(course.zone, locale)}</bdi>
            </span>
          ) : null}
        </Fact>
        {course.languages.length > 0 ? (
          <Fact label={t("languages")}>
            {list(
              course.languages.map((l) => languageName(l, locale)),
              locale,
            )}
          </Fact>
        ) : null}
        {course.trainers.length > 0 ? (
          <Fact label={t("trainers")}>
            {course.trainers.map((p) => (
              <span key={p.id} className="block">
                <PersonName {...p} />
              </span>
            ))}
          </Fact>
        ) : null}
        {course.costs ? (
          <Fact label={t("costs")}>
            <Say text={course.costs} />
          </Fact>
        ) : null}
        {course.countedBy === "people" ? (
          <Fact label={t("selection")}>{t(`selectionHow.${course.admission}`)}</Fact>
        ) : null}
        <Fact label={t("programme")}>
          <Say text={course.programmeTitle} />
        </Fact>
      </dl>
      <CourseRecord course={course} />
      {course.tools.length > 0 ? (
        <section className="grid gap-3">
          <h2>{t("content")}</h2>
          {course.tools.map((tool) => (
            <div key={`${tool.code}${tool.version}${tool.country}`}>
              <h3>
                <bdi>
                  <Say text={tool.title} />
                </bdi>
              </h3>
              <ul className="list-disc ps-5">
                {tool.modules.map((m) => (
                  <li key={m.id}>
                    <bdi>{m.code}</bdi> <Say text={m.title} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ) : null}
      {sessions.length > 0 ? (
        <section className="grid gap-3">
          <h2>{t("timetable")}</h2>
          <SessionList sessions={sessions} />
          <p>
            <a href={`/api/files/calendar/${course.slug}`} className="button">
              <Icon icon={CalendarPlus} size={18} />
              {t("calendar")}
            </a>
          </p>
        </section>
      ) : null}
    </article>
  );
}
