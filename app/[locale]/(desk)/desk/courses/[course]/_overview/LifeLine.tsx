import { getLocale, getTranslations } from "next-intl/server";
import { PathOfStages } from "@/app/_ui/kit/PathOfStages";
import { dayOfCourse, type LifeStage, lifeStages, stageNow } from "@/lib/courses/progress";
import type { Course } from "@/lib/courses/queries";
import { shortRange } from "@/lib/i18n/format";
import type { Session } from "@/lib/timetable/queries";

/** The life of a course as a line: what is behind it, where it is, what is to come, each with its date. */
export async function LifeLine({
  course,
  sessions,
  certificates,
  today,
}: {
  course: Course;
  sessions: readonly Session[];
  certificates: { ready: number; issued: number };
  /** The civil day at the course's place. */
  today: string;
}) {
  const locale = await getLocale();
  const t = await getTranslations("courseNumbers");
  if (course.state === "cancelled") return null;
  const here = stageNow(course.state, certificates);
  const behind = here === null ? lifeStages.length : lifeStages.indexOf(here);
  const on = (day: string | null) => (day === null ? null : shortRange(day, day, locale));
  const progress = dayOfCourse(
    sessions.map((s) => s.day),
    today,
    course,
  );
  const until = on(course.applyBy);
  const under: Record<LifeStage, string | null> = {
    planned: null,
    registration: until && t("until", { day: until }),
    running: here === "running" && progress ? t("dayOf", progress) : on(course.startsOn),
    ended: on(course.endsOn),
    certificates: certificates.issued > 0 ? t("issued", { count: certificates.issued }) : null,
  };
  return (
    <div className="card">
      <PathOfStages
        label={t("life")}
        stages={lifeStages.map((stage, place) => ({
          state: place < behind ? "done" : place === behind ? "here" : "toCome",
          name: t(`stage.${stage}`),
          under: under[stage],
        }))}
      />
    </div>
  );
}
