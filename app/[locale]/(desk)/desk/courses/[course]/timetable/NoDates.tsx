import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Empty } from "@/app/_ui/kit/Empty";
import { Toast } from "@/app/_ui/kit/Toast";
import { courseWords } from "@/app/_words/ofWorkshop";

/** There is no timetable before there are dates. */
export async function NoDates({
  course,
  mayEdit,
}: {
  course: { id: number; scheduledBy: number | null };
  mayEdit: boolean;
}) {
  const t = await courseWords("timetable", course);
  return (
    <Empty title={t("noDates")}>
      {mayEdit ? (
        <Link href={`/desk/courses/${course.id}/edit`} className="button">
          {t("setDates")}
        </Link>
      ) : null}
    </Empty>
  );
}

/** That the course is there, as a draft that its timetable is the next part of. */
export async function CreatedToast() {
  const t = await getTranslations("courseDone");
  return <Toast of="created">{t("created")}</Toast>;
}
