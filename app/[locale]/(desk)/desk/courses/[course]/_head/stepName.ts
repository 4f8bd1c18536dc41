import { getTranslations } from "next-intl/server";
import type { CourseState } from "@/lib/courses/rules";

/** What a step of a course is called: of a trainer's workshop, by its own name. */
export async function stepName(
  course: { state: CourseState; scheduledBy: number | null },
  to: CourseState,
): Promise<string> {
  const t = await getTranslations("overview");
  const step = course.state === "closed" ? "reopened" : to;
  return course.scheduledBy !== null && step !== "draft" && step !== "open"
    ? t(`goOwn.${step}`)
    : t(`go.${step}`);
}
