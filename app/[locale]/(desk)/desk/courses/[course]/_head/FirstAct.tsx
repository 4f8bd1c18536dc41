import { getTranslations } from "next-intl/server";
import { currentContext } from "@/app/_server/context";
import { firstActOf } from "@/lib/courses/progress";
import { isApproved } from "@/lib/courses/rules";
import type { Head, Holds } from "./CourseHead";
import { OpenCourse } from "./OpenCourse";
import { stepName } from "./stepName";

/** The one thing to do in the state that the course is in: the only filled button of its overview. */
export async function FirstAct({ course, holds }: { course: Head; holds: Holds }) {
  const t = await getTranslations("firstAct");
  const overview = await getTranslations("overview");
  const base = `/desk/courses/${course.id}`;
  // A workshop that awaits approval asks whoever approves for that first, in its page.
  if (!isApproved(course) && holds("workshop.approve")) return null;
  const act = firstActOf({ ...course, ...course.counts });
  if (act === "open" && holds("course.run"))
    return (
      <OpenCourse
        courseId={course.id}
        from={course.state}
        words={{ open: overview("go.open"), busy: overview("saving") }}
      />
    );
  // Whose own workshop it is has its people on pages of their own.
  if (act === "register" && course.scheduledBy === (await currentContext()).viewer.personId)
    return (
      <a href={`${base}/participants/new`} className="button-main">
        {(await getTranslations("participants"))("register")}
      </a>
    );
  // Whoever takes attendance and does not end courses goes on looking at it.
  if ((act === "roll" || (act === "end" && !holds("course.run"))) && holds("roll.take"))
    return (
      <a href={`${base}/roll`} className="button-main">
        {t("roll")}
      </a>
    );
  // Once all attendance is taken, ending it is what is left: the question says what that does.
  if (act === "end" && holds("course.run"))
    return (
      <a href={`${base}?ask=closed#next-step`} className="button-main">
        {await stepName(course, "closed")}
      </a>
    );
  if (act === "decide" && holds("registrations.decide"))
    return (
      <a href={`${base}/registrations?state=to_decide`} className="button-main">
        {t("decide", { count: course.counts.undecided })}
      </a>
    );
  if (act === "certify" && holds("certificates.issue"))
    return (
      <a href={`${base}/certificates`} className="button-main">
        {t("certify", { count: course.ready })}
      </a>
    );
  return null;
}
