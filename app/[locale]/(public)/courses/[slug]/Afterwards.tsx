import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Course } from "@/lib/courses/queries";
import { isolate, type Locale, shownIn } from "@/lib/i18n/rules";

/** What one can do once the course is over, a line for each tool. */
export function Afterwards({
  course,
  over,
}: {
  course: Pick<Course, "kind" | "tools">;
  /** True where nobody can still take part. */
  over: boolean;
}) {
  const locale = useLocale() as Locale;
  const t = useTranslations("public");
  if (course.tools.length === 0) return null;
  const lines = course.tools.map(({ code, title }) => {
    const tool = isolate(shownIn(title, locale), locale);
    if (course.kind === "tot") return t("can.lead", { tool });
    // A tool that a programme added has no sentence of its own.
    return t.has(`can.by.${code}` as "can.by.my-coop")
      ? t(`can.by.${code}` as "can.by.my-coop")
      : t("can.use", { tool });
  });
  if (course.kind === "tot") lines.push(t("can.plan"));
  return (
    <section className="grid gap-2">
      <h2>{t(over ? "preparesFor" : "afterwards")}</h2>
      <ul className="grid gap-1">
        {[...new Set(lines)].map((line) => (
          <li key={line} className="flex gap-2 items-start">
            <Check size={18} aria-hidden className="text-accent shrink-0 mt-1" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
