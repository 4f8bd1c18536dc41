import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Empty } from "@/app/_ui/kit/Empty";

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
