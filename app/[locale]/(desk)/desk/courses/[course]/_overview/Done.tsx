import { useTranslations } from "next-intl";
import { Toast } from "@/app/_ui/kit/Toast";
import type { CourseState } from "@/lib/courses/rules";

/** That the plan was saved, or the course taken to where it stands now. */
export function Done({ what, version }: { what: "plan" | CourseState; version: number }) {
  const t = useTranslations("courseDone");
  return <Toast of={`${what} ${version}`}>{t(what)}</Toast>;
}
