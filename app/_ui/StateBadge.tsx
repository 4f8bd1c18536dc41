import { Ban, Hash } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CountedBy, type CourseState, isApproved } from "@/lib/courses/rules";
import { Badge, CourseBadge } from "./parts";

/**
 * State of a course; of a recorded one that should not be there, that it was taken out. Nothing where a workshop would be
 * open and awaits approval: nobody can register yet.
 */
export function StateBadge({
  course,
}: {
  course: { state: CourseState; countedBy: CountedBy; approvedAt: number | null };
}) {
  const t = useTranslations("record");
  if (course.state === "open" && !isApproved(course)) return null;
  if (course.countedBy === "people" || course.state !== "cancelled")
    return <CourseBadge state={course.state} />;
  return (
    <Badge tone="stop" icon={Ban}>
      {t("takenOut")}
    </Badge>
  );
}

/** Marks a course of which numbers are known and no people. */
export function NumbersMark() {
  const t = useTranslations("record");
  return (
    <Badge tone="info" icon={Hash}>
      {t("mark")}
    </Badge>
  );
}
