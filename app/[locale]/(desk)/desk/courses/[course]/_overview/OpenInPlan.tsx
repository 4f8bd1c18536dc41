import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

/** How much is open in the plan of a course, with the way to the list of it; nothing where nothing is. */
export async function OpenInPlan({ courseId, count }: { courseId: number; count: number }) {
  const t = await getTranslations("issues");
  if (count === 0) return null;
  return (
    <p className="flex gap-2 items-center">
      <TriangleAlert size={20} className="shrink-0 text-attention" aria-hidden />
      <Link
        href={`/desk/courses/${courseId}/timetable?issues=open#issues`}
        prefetch={false}
        className="inline-flex items-center min-h-11 font-semibold"
      >
        {t("count", { count })}
      </Link>
    </p>
  );
}
