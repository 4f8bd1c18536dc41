import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Written } from "@/app/_ui/Written";
import type { Context } from "@/lib/acts/context";
import { organisationsToFollow } from "@/lib/cascade/queries";
import type { DeskCourse } from "@/lib/courses/queries";

/** The organisations whose people are in a course, each with the way to what became of it; nothing where there are none. */
export async function FollowUp({ cx, course }: { cx: Context; course: DeskCourse }) {
  const organisations = organisationsToFollow(cx, course);
  if (organisations.length === 0) return null;
  const t = await getTranslations("thread");
  return (
    <section className="card grid gap-2">
      <h2>{t("ofCourse")}</h2>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {organisations.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/desk/organisations/${id}/thread`}
              prefetch={false}
              className="inline-flex items-center min-h-11 md:min-h-9"
            >
              <Written>{name}</Written>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
