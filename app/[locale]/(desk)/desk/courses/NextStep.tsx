import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CourseTableRow } from "@/lib/courses/queries";

/** The one step that a course asks for next, as a link to where it is done. */
export function NextStep({ course }: { course: CourseTableRow }) {
  const t = useTranslations("courseTable");
  if (!course.next) return null;
  const { kind, sessionId, count } = course.next;
  const below = {
    roll: sessionId === null ? "/roll" : `/roll/${sessionId}`,
    tell: "/tell",
    confirm: "/registrations?state=to_confirm",
    go: "#decide",
    start: "",
    close: "",
    rule_lost: "/certificates#decide",
    decide: "/registrations?state=to_decide",
    mend_names: "/certificates#names",
    certify: "/certificates",
    draft: "",
    approve: "",
    unanswered: "/trainers",
    ask_others: "/trainers",
    plans: "/plans",
  }[kind];
  return (
    <Link href={`/desk/courses/${course.id}${below}`} prefetch={false}>
      {t(`step.${kind}`, { count })}
    </Link>
  );
}
