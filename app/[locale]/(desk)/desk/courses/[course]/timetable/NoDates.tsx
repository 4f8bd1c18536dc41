import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Empty } from "@/app/_ui/kit/Empty";
import { Toast } from "@/app/_ui/kit/Toast";

/** There is no timetable before there are dates. */
export async function NoDates({ courseId, mayEdit }: { courseId: number; mayEdit: boolean }) {
  const t = await getTranslations("timetable");
  return (
    <Empty title={t("noDates")}>
      {mayEdit ? (
        <Link href={`/desk/courses/${courseId}/edit`} className="button">
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
