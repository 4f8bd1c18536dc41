import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { courseOfDesk } from "@/app/_server/course";
import { requireViewer } from "@/app/_server/viewer";
import { Hidden } from "@/app/_ui/Form";
import { Notice } from "@/app/_ui/Notice";
import { PageHead } from "@/app/_ui/PageHead";
import { mayInCourse } from "@/lib/access/queries";
import { recordForm } from "@/lib/records/rules";
import { RecordEditForm } from "../../record/forms";
import { RecordFields } from "../../record/RecordFields";

/** Correcting what is recorded of a course that is known only by numbers; a course of people has no such page. */
export default async function EditRecord({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const viewer = await requireViewer("course.edit", `/desk/courses/${encodeURIComponent(key)}/record`);
  const course = courseOfDesk(viewer, Number(key));
  if (course?.countedBy !== "numbers" || !mayInCourse(viewer, "course.edit", course.id)) notFound();
  const t = await getTranslations("recordForm");
  const moduleIds = course.tools.flatMap((tool) => tool.modules.map((m) => m.id));
  return (
    <div className="max-w-3xl">
      <PageHead title={t("editTitle")} />
      {course.state === "closed" ? (
        <RecordEditForm
          className="grid gap-8"
          defaults={{ ...recordForm({ ...course, moduleIds }), version: String(course.version) }}
          draft={{ of: `${viewer.accountId} record ${course.id}` }}
        >
          <Hidden name="courseId" value={course.id} />
          <RecordFields viewer={viewer} send={t("save")} course={course} />
        </RecordEditForm>
      ) : (
        <Notice>{t("fixed")}</Notice>
      )}
    </div>
  );
}
