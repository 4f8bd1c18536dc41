import { CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { publicContext } from "@/app/_server/context";
import { sharedPage } from "@/app/_server/shared";
import { shows } from "@/app/_server/shows";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { CourseRecord } from "@/app/_ui/CourseRecord";
import { Notice } from "@/app/_ui/kit/Notice";
import { Say } from "@/app/_ui/Say";
import { SessionList } from "@/app/_ui/SessionList";
import { CourseBadge, FictionalMark } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { courseDescription, courseInWords } from "@/app/_words/course";
import { publicCourse } from "@/lib/courses/queries";
import { shownState } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { tagsOfCourse } from "@/lib/pages/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { courseSessions } from "@/lib/timetable/queries";
import { Places } from "../Places";
import { Content } from "./Content";
import { CourseData } from "./CourseData";
import { CourseFacts } from "./CourseFacts";
import { Share } from "./Share";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = publicCourse(publicContext(), (await params).slug);
  if (!course) return {};
  const locale = await getLocale();
  const words = courseInWords(course, dayAt(clock(), course.zone), locale);
  return {
    title: words.title,
    ...sharedPage({
      locale,
      path: `/courses/${course.slug}`,
      name: (await getTranslations("frame"))("name"),
      title: words.title,
      description: courseDescription(course, words, locale),
      slug: course.slug,
    }),
  };
}

/** A course for anybody: what one learns, for whom, when and where, what it costs, and the one button. */
export default async function PublicCourse({ params }: Props) {
  const course = publicCourse(publicContext(), (await params).slug);
  await shows(...(course ? tagsOfCourse(course) : ["courses"]));
  if (!course) notFound();
  const locale = await getLocale();
  const t = await getTranslations("course");
  const sessions = courseSessions(publicContext(), course);
  const state = shownState(course, dayAt(clock(), course.zone));
  const open = state === "open";
  const words = courseInWords(course, dayAt(clock(), course.zone), locale);
  return (
    <article className="grid gap-6">
      <CourseData course={course} words={words} locale={locale} />
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
      <CourseFacts course={course} />
      <CourseRecord course={course} />
      <Content tools={course.tools} />
      {sessions.length > 0 ? (
        <section className="grid gap-3">
          <h2>{t("timetable")}</h2>
          <SessionList sessions={sessions} />
          <p>
            <a href={`/api/files/calendar/${course.slug}`} className="button">
              <CalendarPlus size={18} />
              {t("calendar")}
            </a>
          </p>
        </section>
      ) : null}
      <Share slug={course.slug} words={words} locale={locale} />
    </article>
  );
}
