import { useTranslations } from "next-intl";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { Lacks } from "./Lacks";
import { Who } from "./People";

/** Who is not ready, and exactly why. */
export function NotYet({ course, completion }: { course: Course; completion: Completion }) {
  const t = useTranslations("certificates");
  return (
    <section className="grid gap-3">
      <h2>{t("notYet", { count: completion.notYet.length })}</h2>
      {completion.notYet.length === 0 ? <p className="quiet">{t("everybody")}</p> : null}
      <ul className="grid gap-2">
        {completion.notYet.map((p) => (
          <li key={p.registrationId} className="card grid gap-1 sm:grid-cols-[16rem_1fr]">
            <Who person={p} />
            <Lacks course={course} completion={completion} lacks={p.lacks} of={p} />
          </li>
        ))}
      </ul>
    </section>
  );
}
