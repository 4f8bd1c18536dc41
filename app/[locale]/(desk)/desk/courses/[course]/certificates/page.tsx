import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { courseOfDesk } from "@/app/_server/course";
import { requireViewer } from "@/app/_server/viewer";
import { Hidden, Submit, TextField } from "@/app/_ui/Form";
import { fullDay, hours } from "@/app/_ui/format";
import { CertificateBadge, Empty, Notice, PersonName, Serial } from "@/app/_ui/parts";
import type { CourseRecord } from "@/lib/attendance/queries";
import { type Completion, completionOf } from "@/lib/certificates/queries";
import { statusOn } from "@/lib/certificates/rules";
import type { Unmet } from "@/lib/completion/rules";
import { allows } from "@/lib/courses/rules";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { CertifyForm, IssueForm, ReissueForm, RevokeForm } from "./forms";

/** Three groups: ready, not yet and why, issued; and one button. */
export default async function Certificates({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const viewer = await requireViewer(
    "certificates.read",
    `/desk/courses/${encodeURIComponent(key)}/certificates`,
  );
  const course = courseOfDesk(viewer, Number(key));
  const completion = course && completionOf(viewer, course.id);
  if (!course || !completion) notFound();
  const locale = await getLocale();
  const t = await getTranslations("certificates");
  const kinds = await getTranslations("certificateKind");
  const today = dayAt(clock(), course.zone);
  const base = `/desk/courses/${course.id}`;
  /** Which sessions were counted for a person, where that is not simply all of them. */
  const counted = (person: CourseRecord) =>
    [
      person.excusedMinutes > 0
        ? t(course.excusedLeftOut ? "unmet.excusedLeftOut" : "unmet.excusedMissed", {
            hours: hours(person.excusedMinutes, locale),
          })
        : "",
      person.joinedLater ? t("unmet.joinedLater", { day: fullDay(person.joinedLater, locale) }) : "",
    ].join(" ");
  const why = (unmet: Unmet) => {
    switch (unmet.kind) {
      case "attendance":
        return t("unmet.attendance", {
          percent: unmet.percent,
          needed: unmet.needed,
          missing: hours(unmet.minutesMissing, locale),
        });
      case "post_test":
        return unmet.score === null
          ? t("unmet.noPostTest", { needed: unmet.needed })
          : t("unmet.postTest", { score: unmet.score, needed: unmet.needed });
      case "micro_teaching":
        return t("unmet.microTeaching");
      case "no_sessions":
        return completion.plannedMinutes > 0 ? t("unmet.nothingCounts") : t("unmet.noSessions");
    }
  };
  const mend = (unmet: Unmet) => {
    if (unmet.kind === "attendance")
      return unmet.sessionsWithoutEntry > 0
        ? { to: `${base}/roll`, text: t("mend.roll", { count: unmet.sessionsWithoutEntry }) }
        : null;
    if (unmet.kind === "no_sessions") return { to: `${base}/timetable`, text: t("mend.timetable") };
    return { to: `${base}/tests`, text: t("mend.tests") };
  };
  if (completion.everyone.length === 0) return <Empty title={t("nobody")}>{t("nobodyNext")}</Empty>;
  return (
    <div className="grid gap-8">
      <section className="grid gap-3">
        <h1 className="text-lg">{t("ready", { count: completion.ready.length })}</h1>
        {allows(course.state, "certify") ? null : <Notice>{t("whenClosed")}</Notice>}
        <IssueForm>
          <Hidden name="courseId" value={course.id} />
          {completion.ready.length > 0 && allows(course.state, "certify") ? (
            <div>
              <Submit busy={t("issuing")}>{t("issue", { count: completion.ready.length })}</Submit>
            </div>
          ) : null}
        </IssueForm>
        {completion.ready.length > 0 ? (
          <ul className="columns-1 sm:columns-2 lg:columns-3">
            {completion.ready.map((p) => (
              <li key={p.registrationId} className="py-1 break-inside-avoid">
                <Link href={`/desk/people/${p.personId}`} prefetch={false}>
                  <PersonName name={p.name} latinName={p.latinName} />
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section className="grid gap-3">
        <h2>{t("notYet", { count: completion.notYet.length })}</h2>
        {completion.notYet.length === 0 ? <p className="quiet">{t("everybody")}</p> : null}
        <ul className="grid gap-2">
          {completion.notYet.map((p) => (
            <li key={p.registrationId} className="card grid gap-1 sm:grid-cols-[16rem_1fr]">
              <Link href={`/desk/people/${p.personId}`} prefetch={false}>
                <PersonName name={p.name} latinName={p.latinName} />
              </Link>
              <ul className="list-disc ps-5">
                {p.unmet.map((unmet) => {
                  const way = mend(unmet);
                  return (
                    <li key={unmet.kind}>
                      {why(unmet)} {unmet.kind === "attendance" ? counted(p) : null}{" "}
                      {way ? <Link href={way.to}>{way.text}</Link> : null}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-3">
        <h2>{t("issued", { count: completion.issued.length })}</h2>
        {completion.withDocuments.length === 0 ? <p className="quiet">{t("noneIssued")}</p> : null}
        <ul className="grid gap-2">
          {completion.withDocuments.map((p) => (
            <li key={p.registrationId} className="card grid gap-3">
              <p className="font-semibold">
                <Link href={`/desk/people/${p.personId}`} prefetch={false}>
                  <PersonName name={p.name} latinName={p.latinName} />
                </Link>
              </p>
              {p.certificates.map((c) => {
                const status = statusOn(c, today);
                return (
                  <div key={c.id} className="grid gap-2">
                    <p className="flex flex-wrap gap-x-3 gap-y-1 items-center max-w-none">
                      <span>{kinds(c.kind)}</span>
                      <CertificateBadge status={status} />
                      <Serial serial={c.serial} />
                      <span className="quiet">{fullDay(c.issuedOn, locale)}</span>
                      <a href={`/api/files/certificate/${c.serial}`}>{t("pdf")}</a>
                      <a href={`/verify/${c.serial}`}>{t("verify")}</a>
                    </p>
                    {c.revocationReason ? (
                      <p className="quiet">
                        {t("revokedBecause")} <bdi>{c.revocationReason}</bdi>
                      </p>
                    ) : null}
                    {status === "revoked" ? null : <TakeBack id={c.id} name={p.name} />}
                  </div>
                );
              })}
              {course.kind === "tot" &&
              p.certified &&
              !p.certificates.some(
                (c) => c.kind === "trainer_certification" && statusOn(c, today) !== "revoked",
              ) ? (
                <Certify person={p} courseId={course.id} />
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

async function TakeBack({ id, name }: { id: number; name: string }) {
  const t = await getTranslations("certificates");
  return (
    <details>
      <summary className="min-h-11 content-center">
        {t("takeBack")} <span className="sr-only">{name}</span>
      </summary>
      <div className="grid gap-4 sm:grid-cols-2">
        <ReissueForm className="grid gap-3 content-start">
          <Hidden name="certificateId" value={id} />
          <TextField name="reason" label={t("reissueReason")} hint={t("reissueHint")} />
          <div>
            <Submit tone="quiet" busy={t("issuing")}>
              {t("reissue")}
            </Submit>
          </div>
        </ReissueForm>
        <RevokeForm className="grid gap-3 content-start">
          <Hidden name="certificateId" value={id} />
          <TextField name="reason" label={t("revokeReason")} hint={t("revokeHint")} />
          <div>
            <Submit tone="stop" busy={t("issuing")}>
              {t("revoke")}
            </Submit>
          </div>
        </RevokeForm>
      </div>
    </details>
  );
}

async function Certify({ person, courseId }: { person: Completion["everyone"][number]; courseId: number }) {
  const t = await getTranslations("certificates");
  return (
    <details>
      <summary className="min-h-11 content-center">
        {t("certify")} <span className="sr-only">{person.name}</span>
      </summary>
      <CertifyForm className="grid gap-3 max-w-md">
        <p className="quiet">{t("certifyHint")}</p>
        <Hidden name="courseId" value={courseId} />
        <Hidden name="registrationId" value={person.registrationId} />
        <TextField name="recommendedBy" label={t("recommendedBy")} />
        <div>
          <Submit tone="quiet" busy={t("issuing")}>
            {t("certifyNow")}
          </Submit>
        </div>
      </CertifyForm>
    </details>
  );
}
