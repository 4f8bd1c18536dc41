import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { CourseBadge } from "@/app/_ui/StateBadges";
import type { PersonPage } from "@/lib/people/queries";

/** The courses that somebody teaches or taught. */
export async function Taught({ courses }: { courses: PersonPage["trains"] }) {
  const t = await getTranslations("person");
  if (courses.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{t("trains")}</h2>
      <ul className="grid gap-1">
        {courses.map((c) => (
          <li key={c.id} className="flex flex-wrap gap-2">
            <Link href={`/desk/courses/${c.id}`} prefetch={false}>
              <Say text={c.title} />
            </Link>
            <CourseBadge state={c.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
