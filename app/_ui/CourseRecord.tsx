import { useTranslations } from "next-intl";
import type { Course } from "@/lib/courses/queries";
import { factKinds, headcountGroups, headcountMeasures } from "@/lib/courses/rules";
import { dashBetween } from "@/lib/i18n/rules";
import { Say } from "./Say";

/** What is known of a recorded course, by numbers and by source; said apart from what is known by people. */
export function CourseRecord({ course }: { course: Course }) {
  const t = useTranslations("record");
  if (course.headcounts.length === 0 && course.facts.length === 0) return null;
  const headcounts = headcountMeasures.flatMap((measure) =>
    headcountGroups.flatMap((group) =>
      course.headcounts.filter((h) => h.measure === measure && h.grouping === group),
    ),
  );
  const facts = factKinds.flatMap((fact) => course.facts.filter((f) => f.fact === fact));
  return (
    <section className="card grid gap-3">
      <h2>{t(headcounts.length > 0 || course.countedBy === "numbers" ? "title" : "factSources")}</h2>
      {course.countedBy === "numbers" ? (
        <p>{t("numbersOnly")}</p>
      ) : headcounts.length > 0 ? (
        <p>{t("besidePeople")}</p>
      ) : null}
      {headcounts.length > 0 ? (
        <table className="rows">
          <caption className="sr-only">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("count")}</th>
              <th scope="col">{t("source")}</th>
            </tr>
          </thead>
          <tbody>
            {headcounts.map((h) => (
              <tr key={`${h.measure}${h.grouping}`}>
                <td data-label={t("what")}>
                  {t(`measure.${h.measure}`)}
                  {h.grouping === "total" ? "" : `${dashBetween}${t(`grouping.${h.grouping}`)}`}
                </td>
                <td data-label={t("count")}>{h.count}</td>
                <td data-label={t("source")}>{t(`sources.${h.source}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {facts.length > 0 ? (
        <>
          {headcounts.length > 0 || course.countedBy === "numbers" ? <h3>{t("factSources")}</h3> : null}
          <ul className="quiet">
            {facts.map((f) => (
              <li key={f.fact}>
                {t("factSource", { fact: t(`facts.${f.fact}`), source: t(`sources.${f.source}`) })}
                {f.note ? (
                  <>
                    {dashBetween}
                    <Say text={f.note} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
