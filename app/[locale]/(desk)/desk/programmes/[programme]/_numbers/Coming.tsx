import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { shortRange } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { ProgrammeNumbers } from "@/lib/programmes/queries";

/** The next courses of a programme: when, what, and how many places are taken. */
export async function Coming({ courses }: { courses: ProgrammeNumbers["coming"] }) {
  const locale = await getLocale();
  const t = await getTranslations("programmeNumbers");
  const state = await getTranslations("courseState");
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("comingUp")}</h2>
      <div className="card p-0">
        {courses.length === 0 ? <p className="quiet p-4">{t("nothingComing")}</p> : null}
        <ul>
          {courses.map((course) => (
            <li
              key={course.id}
              className="flex gap-4 items-center px-4 py-3 border-b border-line last:border-b-0"
            >
              <span className="grow min-w-0 grid">
                <Link
                  href={`/desk/courses/${course.id}`}
                  prefetch={false}
                  className="font-semibold min-h-11 md:min-h-0 content-center"
                >
                  <Say text={course.title} />
                </Link>
                <span className="quiet">
                  {shortRange(course.startsOn!, course.endsOn!, locale)}
                  {course.state === "draft" ? `${dotBetween}${state("draft")}` : null}{" "}
                  <SharedWith course={course} />
                </span>
              </span>
              {course.state === "open" ? (
                <span className="tabular-nums kept">
                  {t("places", { taken: course.held, capacity: course.capacity })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
