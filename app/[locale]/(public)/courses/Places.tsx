import { useTranslations } from "next-intl";
import { CourseBadge } from "@/app/_ui/StateBadges";
import type { CatalogueRow } from "@/lib/courses/queries";
import type { ShownState } from "@/lib/courses/rules";

/** Places left in words: what somebody can expect who registers now; where nobody can, the state that says so. */
export function Places({
  course,
  state,
}: {
  course: Pick<CatalogueRow, "admission" | "placesLeft">;
  state: ShownState;
}) {
  const t = useTranslations("catalogue");
  if (state !== "open") return <CourseBadge state={state} />;
  if (course.admission === "selection") return t("bySelection");
  return course.placesLeft > 0 ? t("placesLeft", { count: course.placesLeft }) : t("waitingList");
}
