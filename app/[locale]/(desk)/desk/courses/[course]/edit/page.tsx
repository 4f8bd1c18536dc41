import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { courseWords } from "@/app/_words/ofWorkshop";
import * as gate from "@/lib/access/gate";
import { allows, isApproved } from "@/lib/courses/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { courseSessions } from "@/lib/timetable/queries";
import { WorkshopEditForm } from "../../../workshops/forms";
import { WorkshopFields, workshopDefaults } from "../../../workshops/WorkshopFields";
import { CourseFields, courseDefaults } from "../../CourseFields";
import { CourseEditForm } from "../../forms";

export const generateMetadata = async () => ({ title: (await getTranslations("plan"))("editTitle") });

/** Changing the plan of a course: all of it for a coordinator, that of their own workshop for a trainer. */
export default async function EditCourse({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("workshop.edit", `/desk/courses/${encodeURIComponent(key)}/edit`);
  const course = courseOfDesk(cx, keyIn(key));
  if (!gate.mayIn(cx, "workshop.edit", course)) notFound();
  if (course.countedBy === "numbers") redirect(`/desk/courses/${course.id}/record`);
  const t = await courseWords("plan", course);
  const w = await getTranslations("workshop");
  const mayAll = gate.mayIn(cx, "course.edit", course);
  const draft = { of: `${cx.viewer.accountId} course ${course.id}` };
  const workshop = workshopDefaults(course, courseSessions(cx, course));
  return (
    <div>
      {!allows(course.state, "plan") ? (
        <Notice>{t("fixed")}</Notice>
      ) : mayAll ? (
        <CourseEditForm className="grid gap-8" defaults={courseDefaults(course)} draft={draft}>
          <Hidden name="courseId" value={course.id} />
          <CourseFields cx={cx} send={t("save")} course={course} />
        </CourseEditForm>
      ) : (
        <WorkshopEditForm className="grid gap-8" defaults={workshop.defaults} draft={draft}>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="ownLanguage" value={course.title.own} />
          <WorkshopFields
            cx={cx}
            programmes={[{ id: course.programmeId, title: course.programmeTitle }]}
            send={w("save")}
            note={isApproved(course) && course.asksApproval ? w("asksAgain") : null}
            today={dayAt(clock(), course.zone)}
            course={course}
            withHours={workshop.withHours}
          />
        </WorkshopEditForm>
      )}
    </div>
  );
}
