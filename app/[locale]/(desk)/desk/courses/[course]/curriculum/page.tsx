import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { curriculumMove } from "@/lib/courses/queries";
import { allows } from "@/lib/courses/rules";
import { fullDay, hours } from "@/lib/i18n/format";
import { dayAt } from "@/lib/time/zone";
import { CurriculumForm } from "./form";

export const generateMetadata = async () => ({ title: (await getTranslations("curriculum"))("title") });

/** What would change in a course that goes on to the newest curricula of its tools; then the button. */
export default async function Curriculum({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("course.edit", `/desk/courses/${encodeURIComponent(key)}/curriculum`);
  const course = courseOfDesk(cx, keyIn(key));
  const editable = granted(() => gate.courseFor(cx, "course.edit", course));
  const { newer, held, sessionsOf, foreseen } = curriculumMove(cx, editable);
  const locale = await getLocale();
  const t = await getTranslations("curriculum");
  const errors = await getTranslations("errors");
  const may = allows(course.state, "plan") && !held;
  return (
    <div className="grid gap-6 max-w-3xl">
      <p>{t("lead")}</p>
      {newer.length === 0 ? <Notice>{errors("curriculumNewest")}</Notice> : null}
      {newer.map(({ toolId, toolTitle, since, stays, added }) => (
        <section key={toolId} className="grid gap-3" aria-labelledby={`tool-${toolId}`}>
          <h2 id={`tool-${toolId}`} className="text-base">
            <Say text={toolTitle} />
          </h2>
          <p className="quiet">{t("since", { day: fullDay(dayAt(since, course.zone), locale) })}</p>
          <Table
            caption={t("changes")}
            columns={[
              { key: "module", label: t("module") },
              { key: "now", label: t("now") },
              { key: "then", label: t("then") },
              { key: "sessions", label: t("sessions"), end: true },
            ]}
          >
            <tbody>
              {stays.map(({ from, to }) => (
                <Row key={from.id}>
                  <RowHead>
                    {from.code ? <bdi>{from.code} </bdi> : null}
                    <span className="font-normal">
                      <Say text={(to ?? from).title} />
                    </span>
                  </RowHead>
                  <Cell label={t("now")}>{hours(from.minutes, locale)}</Cell>
                  <Cell label={t("then")}>
                    {to === null ? (
                      <strong>{t("removed")}</strong>
                    ) : to.minutes === from.minutes ? (
                      hours(to.minutes, locale)
                    ) : (
                      <strong>{hours(to.minutes, locale)}</strong>
                    )}
                  </Cell>
                  <Cell end label={t("sessions")}>
                    {sessionsOf.get(from.id) ?? 0}
                  </Cell>
                </Row>
              ))}
              {added.map((module) => (
                <Row key={module.id}>
                  <RowHead>
                    {module.code ? <bdi>{module.code} </bdi> : null}
                    <span className="font-normal">
                      <Say text={module.title} />
                    </span>
                  </RowHead>
                  <Cell label={t("now")}>{t("added")}</Cell>
                  <Cell label={t("then")}>
                    <strong>{hours(module.minutes, locale)}</strong>
                  </Cell>
                  <Cell end label={t("sessions")}>
                    0
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
          {stays.some(({ from, to }) => to === null && (sessionsOf.get(from.id) ?? 0) > 0) ? (
            <Notice tone="attention">{t("removedWithSessions")}</Notice>
          ) : null}
        </section>
      ))}
      {held ? <Notice tone="attention">{errors("curriculumAfterRoll")}</Notice> : null}
      {newer.length > 0 && may ? (
        <CurriculumForm>
          <Hidden name="courseId" value={course.id} />
          <Hidden name="foreseen" value={foreseen} />
          <p className="quiet">{t("then2")}</p>
          <div>
            <Submit busy={t("moving")}>{t("move")}</Submit>
          </div>
        </CurriculumForm>
      ) : null}
      <p>
        <Link href={`/desk/courses/${course.id}`}>{t("back")}</Link>
      </p>
    </div>
  );
}
