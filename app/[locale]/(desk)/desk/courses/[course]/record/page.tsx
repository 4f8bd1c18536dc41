import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import { recordForm } from "@/lib/records/rules";
import { RecordEditForm } from "../../record/forms";
import { RecordFields } from "../../record/RecordFields";

export const generateMetadata = async () => ({ title: (await getTranslations("recordForm"))("editTitle") });

/** Correcting what is recorded of a course that is known only by numbers; a course of people has no such page. */
export default async function EditRecord({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("course.edit", `/desk/courses/${encodeURIComponent(key)}/record`);
  const course = courseOfDesk(cx, keyIn(key));
  if (course.countedBy !== "numbers" || !gate.mayIn(cx, "course.edit", course)) notFound();
  const t = await getTranslations("recordForm");
  const moduleIds = course.tools.flatMap((tool) => tool.modules.map((m) => m.id));
  return (
    <div className="max-w-4xl">
      {course.state === "closed" ? (
        <RecordEditForm
          className="grid gap-8"
          defaults={{ ...recordForm({ ...course, moduleIds }), version: String(course.version) }}
          draft={{ of: `${cx.viewer.accountId} record ${course.id}` }}
        >
          <Hidden name="courseId" value={course.id} />
          <RecordFields cx={cx} send={t("save")} course={course} />
        </RecordEditForm>
      ) : (
        <Notice>{t("fixed")}</Notice>
      )}
    </div>
  );
}
