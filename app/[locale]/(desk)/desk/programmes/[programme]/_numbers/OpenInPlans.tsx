import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { Say } from "@/app/_ui/Say";
import { shortRange } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, shownIn } from "@/lib/i18n/rules";
import type { ProgrammeIssues } from "@/lib/timetable/queries";

/** The courses to come of a programme with what is open in their plans, each leading to its list. */
export async function OpenInPlans({
  courses,
  beyond,
}: {
  courses: ProgrammeIssues;
  /** How many later courses nobody looked into. */
  beyond: number;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("issues");
  const numbers = await getTranslations("programmeNumbers");
  return (
    <section className="grid gap-2 content-start">
      <h2>{t("programme")}</h2>
      <div className="card p-0">
        {courses.length === 0 ? <p className="quiet p-4">{t("programmeNone")}</p> : null}
        <ul>
          {courses.map(({ id, title, startsOn, endsOn, open, ledBy }) => (
            <li key={id} className="flex gap-4 items-center px-4 py-3 border-b border-line last:border-b-0">
              <span className="grow min-w-0 grid">
                <Link
                  href={`/desk/courses/${id}/timetable${ledBy === null ? "?issues=open&along=programme#issues" : ""}`}
                  prefetch={false}
                  className="font-semibold min-h-11 md:min-h-0 content-center"
                >
                  <Say text={title} />
                </Link>
                <span className="quiet">
                  {shortRange(startsOn, endsOn, locale)}
                  {ledBy === null ? null : (
                    <>
                      {dotBetween}
                      {numbers("ledBy", { programme: isolate(shownIn(ledBy, locale), locale) })}
                    </>
                  )}
                </span>
              </span>
              <span className="tabular-nums kept">{t("courseCount", { count: open })}</span>
            </li>
          ))}
        </ul>
        {beyond > 0 ? <p className="quiet p-4">{t("beyond", { count: beyond })}</p> : null}
      </div>
    </section>
  );
}
