import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { courseOfDesk } from "@/app/_server/course";
import { requireViewer } from "@/app/_server/viewer";
import { Hidden } from "@/app/_ui/Form";
import { Notice, PageHead } from "@/app/_ui/parts";
import { mayInCourse } from "@/lib/access/queries";
import { allows } from "@/lib/courses/rules";
import { CourseFields, courseDefaults } from "../../CourseFields";
import { CourseEditForm } from "../../forms";

/** Changing the plan of a course. */
export default async function EditCourse({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const viewer = await requireViewer("course.edit", `/desk/courses/${encodeURIComponent(key)}/edit`);
  const course = courseOfDesk(viewer, Number(key));
  if (!course || !mayInCourse(viewer, "course.edit", course.id)) notFound();
  if (course.countedBy === "numbers") redirect(`/desk/courses/${course.id}/record`);
  const t = await getTranslations("plan");
  return (
    <div className="max-w-3xl">
      <PageHead title={t("editTitle")} />
      {allows(course.state, "plan") ? (
        <CourseEditForm
          className="grid gap-8"
          defaults={courseDefaults(course)}
          draft={{ of: `${viewer.accountId} course ${course.id}` }}
        >
          <Hidden name="courseId" value={course.id} />
          <CourseFields viewer={viewer} send={t("save")} course={course} />
        </CourseEditForm>
      ) : (
        <Notice>{t("fixed")}</Notice>
      )}
    </div>
  );
}
