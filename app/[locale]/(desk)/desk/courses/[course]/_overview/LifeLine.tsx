import { getLocale, getTranslations } from "next-intl/server";
import { PathOfStages } from "@/app/_ui/kit/PathOfStages";
import { dayOfCourse, type LifeStage, lifeOf, lifeStages } from "@/lib/courses/progress";
import type { Course } from "@/lib/courses/queries";
import { isApproved, isHeldNotEnded } from "@/lib/courses/rules";
import { shortRange } from "@/lib/i18n/format";
import type { Session } from "@/lib/timetable/queries";

/** The life of a course as a line: what is behind it, where it is, what is to come, each with its date. */
export async function LifeLine({
  course,
  sessions,
  certificates,
  today,
  ended,
}: {
  course: Course;
  sessions: readonly Session[];
  certificates: { ready: number; issued: number };
  /** The civil day at the course's place. */
  today: string;
  /** The civil day on which it ended; null while it has not. */
  ended: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("courseNumbers");
  const w = await getTranslations("workshop");
  const { state } = course;
  if (state === "cancelled") return null;
  const life = lifeOf({ ...course, state }, certificates);
  const on = (day: string | null) => (day === null ? null : shortRange(day, day, locale));
  const progress = dayOfCourse(
    sessions.map((s) => s.day),
    today,
    course,
  );
  const until = on(course.applyBy);
  const under: Record<LifeStage, string | null> = {
    planned: null,
    registration: isApproved(course) ? until && t("until", { day: until }) : w("awaits"),
    running: isHeldNotEnded(course, today)
      ? t("heldNotEnded")
      : life.running === "here" && progress
        ? t("dayOf", progress)
        : on(course.startsOn),
    ended: on(ended ?? course.endsOn),
    certificates: certificates.issued > 0 ? t("issued", { count: certificates.issued }) : null,
  };
  return (
    <div className="card">
      <PathOfStages
        label={t("life")}
        stages={lifeStages.map((stage) => ({
          state: life[stage],
          name: t(`stage.${stage}`),
          under: under[stage],
        }))}
      />
    </div>
  );
}
