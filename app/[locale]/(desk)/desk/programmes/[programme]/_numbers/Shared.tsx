import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";
import { programmeInSentence } from "@/lib/programmes/rules";

/** So many are named; the others stand in the list of courses. */
const mostNamed = 5;

/** Courses of a programme that others pay for too: which programme leads each, and with whom it is shared. */
export async function Shared({ courses }: { courses: ProgrammeNumbers["shared"] }) {
  if (courses.length === 0) return null;
  const locale = await getLocale();
  const t = await getTranslations("programmeNumbers");
  return (
    <section className="grid gap-2 content-start">
      <h2>
        {t("sharedTitle")} <span className="quiet tabular-nums">({courses.length})</span>
      </h2>
      <div className="card grid gap-3">
        <p className="quiet">{t("sharedMeans")}</p>
        <ul className="grid gap-2">
          {courses.slice(0, mostNamed).map((course) => (
            <li key={course.id} className="grid">
              <Link
                href={`/desk/courses/${course.id}`}
                prefetch={false}
                className="font-semibold min-h-11 md:min-h-0 content-center"
              >
                <Say text={course.title} />
              </Link>
              <span className="quiet">
                {t("ledBy", {
                  programme: programmeInSentence(course.programmeTitle, locale),
                })}
                <SharedWith course={course} dot />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
