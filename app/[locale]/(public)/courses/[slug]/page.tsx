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
import { CourseBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { courseDescription, courseInWords } from "@/app/_words/course";
import { publicCourse } from "@/lib/courses/queries";
import { isTentative, shownState } from "@/lib/courses/rules";
import { hasEnded } from "@/lib/courses/rules/ended";
import { fullDay } from "@/lib/i18n/format";
import { tagsOfCourse } from "@/lib/pages/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { courseSessions } from "@/lib/timetable/queries";
import { Afterwards } from "./Afterwards";
import { ApplyCard } from "./ApplyCard";
import { Content } from "./Content";
import { CourseData } from "./CourseData";
import { DayBlocks } from "./DayBlocks";
import { HowChosen } from "./HowChosen";
import { Share } from "./Share";
import { Trainers } from "./Trainers";
import "./course.css";
import { dotBetween } from "@/lib/i18n/rules";

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
  const t = await getTranslations("course");
  const g = await getTranslations("goAhead");
  const sessions = courseSessions(publicContext(), course);
  const locale = await getLocale();
  const today = dayAt(clock(), course.zone);
  const state = shownState(course, today);
  const words = courseInWords(course, today, locale);
  const over = hasEnded(course);
  return (
    <article className="course-public">
      <CourseData
        course={course}
        someOnline={sessions.some((s) => s.isOnline)}
        words={words}
        locale={locale}
      />
      <header className="course-public-head grid gap-2">
        <p className="flex flex-wrap gap-2 items-center">
          <CourseBadge state={state} />
          <span className="quiet">
            <Say text={course.programmeTitle} />
            {course.sharedWith.map(({ id, title }) => (
              <span key={id} className="block">
                <Say text={title} />
              </span>
            ))}
          </span>
        </p>
        <h1>
          <Say text={course.title} />
        </h1>
        <p className="text-lg text-muted">
          <CourseDates course={course} />
          {dotBetween}
          <CoursePlace course={course} />
        </p>
        {isTentative(course) && course.decideBy ? (
          <Notice>{g("public", { day: fullDay(course.decideBy, locale) })}</Notice>
        ) : null}
        {course.state === "cancelled" ? (
          <Notice tone="stop" title={t("cancelled")}>
            <Written>{course.stateReason}</Written>
          </Notice>
        ) : null}
      </header>
      <ApplyCard course={course} state={state} calendar={sessions.length > 0 && !over} sessions={sessions} />
      <div className="course-public-text">
        {course.description ? (
          <p className="whitespace-pre-line">
            <Say text={course.description} />
          </p>
        ) : null}
        <Afterwards course={course} over={over} />
        <section className="grid gap-2">
          <h2>{t("kind")}</h2>
          <p>{t(`kindFor.${course.kind}`)}</p>
        </section>
        <DayBlocks sessions={sessions} course={course} />
        <Content tools={course.tools} />
        <HowChosen course={course} state={state} today={today} />
        <Trainers trainers={course.trainers.filter(({ done }) => !done)} />
        <CourseRecord course={course} />
        <Share slug={course.slug} words={words} locale={locale} />
      </div>
    </article>
  );
}
