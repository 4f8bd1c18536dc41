import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_ui/kit/Notice";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { DeskCourse } from "@/lib/courses/queries";
import { lackingRoleAfter } from "@/lib/stages/queries/withoutRole";

/** After a training of trainers: how many who completed it cannot schedule workshops yet, with the way to giving them the role. */
export async function RolesAfter({ cx, course }: { cx: Context; course: DeskCourse }) {
  if (!gate.mayInProgramme(cx, "programmes.edit", course.programmeId)) return null;
  if (!gate.holdsIn(cx, course)("certificates.read")) return null;
  const count = lackingRoleAfter(cx, gate.courseFor(cx, "certificates.read", course));
  if (count === 0) return null;
  const t = await getTranslations("roleMissing");
  return (
    <Notice tone="attention">
      <p>{t("after", { count })}</p>
      <Link
        href={`/desk/programmes/${course.programmeId}/candidates`}
        prefetch={false}
        className="inline-flex items-center min-h-11"
      >
        {t("toGive")}
      </Link>
    </Notice>
  );
}
