import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { Notice } from "@/app/_ui/kit/Notice";
import { pageAfter } from "@/app/_ui/pageAfter";
import { Serial } from "@/app/_ui/Serial";
import type { Completion } from "@/lib/certificates/queries";
import { mayPrepare, prepareDays } from "@/lib/certificates/rules/preparing";
import type { Course } from "@/lib/courses/queries";
import { isApproved } from "@/lib/courses/rules";
import { fullDay } from "@/lib/i18n/format";
import { addDays } from "@/lib/time/civil";
import { CertificateLine } from "./CertificateLine";
import { PrepareForm } from "./forms";
import { Lacks } from "./Lacks";
import { Card, Group, Who } from "./People";

type Props = {
  course: Course;
  completion: Completion;
  today: string;
  /** The registration after which the list begins. */
  after: number | null;
};

/** The sheets for the closing: made while the course is running, with those that are not to be handed out. */
export function Prepared({ course, completion, today, after }: Props) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  const { prepared, notToHandOut } = completion;
  const page = pageAfter(prepared, ({ person }) => person.registrationId, after);
  if (course.state !== "running" && prepared.length === 0 && notToHandOut.length === 0) return null;
  return (
    <section id="prepared" className="grid gap-3">
      <h2>{t("prepared", { count: prepared.length })}</h2>
      {course.state === "running" ? <p className="quiet">{t("preparedHint")}</p> : null}
      {course.state === "running" && course.endsOn && !mayPrepare(course, today) ? (
        <Notice>{t("prepareFrom", { day: fullDay(addDays(course.endsOn, -prepareDays), locale) })}</Notice>
      ) : null}
      {isApproved(course) && mayPrepare(course, today) ? (
        <PrepareForm>
          <Hidden name="courseId" value={course.id} />
          <div>
            <Submit busy={t("preparing")}>{t("prepare", { count: completion.toPrepare.length })}</Submit>
          </div>
        </PrepareForm>
      ) : null}
      <Group
        title={t("notToHandOut", { count: notToHandOut.length })}
        hint={t("notToHandOutHint")}
        of={notToHandOut}
      >
        {({ person, certificate, anew }) => (
          <Card key={certificate.id} person={person}>
            <CertificateLine certificate={certificate} today={today} />
            {anew || person.lacks.length === 0 ? (
              <p>{anew ? t("anew") : t("notCompleted")}</p>
            ) : (
              <Lacks course={course} completion={completion} lacks={person.lacks} />
            )}
          </Card>
        )}
      </Group>
      {prepared.length > 0 ? (
        <>
          <p>
            <a href={`/api/files/certificates/${course.id}?what=prepared`} className="button">
              {t("sheets")}
            </a>
          </p>
          <ul className="card grid gap-1">
            {page.rows.map(({ person, certificate }) => (
              <li key={certificate.id} className="grid gap-x-4 sm:grid-cols-[16rem_1fr]">
                <Who person={person} />
                <p className="flex flex-wrap gap-x-3 items-center max-w-none">
                  <Serial serial={certificate.serial} />
                  <a href={`/api/files/certificate/${certificate.serial}`}>{t("pdf")}</a>
                  <a href={`/verify/${certificate.serial}`}>{t("verify")}</a>
                </p>
                {person.lacks.length > 0 && "canPass" in person && !person.canPass ? (
                  <Lacks course={course} completion={completion} lacks={person.lacks} of={person} />
                ) : null}
              </li>
            ))}
          </ul>
          {page.next === null ? null : <NextPage href={`?prepared=${page.next}#prepared`} />}
        </>
      ) : null}
    </section>
  );
}
