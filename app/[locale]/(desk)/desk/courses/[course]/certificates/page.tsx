import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { hoursOnPaper } from "@/app/_server/certificate";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden, Submit, TextField } from "@/app/_ui/Form";
import { fullDay, hours, moment } from "@/app/_ui/format";
import { lackWords } from "@/app/_ui/lacks";
import { CertificateBadge, Empty, Notice, PersonName, Serial } from "@/app/_ui/parts";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { type CompletionPerson, completionOf } from "@/lib/certificates/queries";
import { isEarly, type Lack, mayPrepare, prepareDays, stands, statusOn } from "@/lib/certificates/rules";
import { allows, isApproved } from "@/lib/courses/rules";
import { addDays } from "@/lib/time/civil";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { Allow, Certify, Keep, Opening, Reissue, Revoke } from "./decide";
import { IssueForm, PrepareForm } from "./forms";

type Certificate = CompletionPerson["certificates"][number];

/** What is to be decided, who is ready, what is prepared, who is not ready and why, what was issued, names to correct. */
export default async function Certificates({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext(
    "certificates.read",
    `/desk/courses/${encodeURIComponent(key)}/certificates`,
  );
  const course = courseOfDesk(cx, Number(key));
  const completion =
    course &&
    completionOf(
      cx,
      granted(() => gate.course(cx, "certificates.read", course.id)),
    );
  if (!course || !completion) notFound();
  const locale = await getLocale();
  const t = await getTranslations("certificates");
  const kinds = await getTranslations("certificateKind");
  const why = await lackWords(completion);
  const today = dayAt(clock(), course.zone);
  const approved = isApproved(course);
  const base = `/desk/courses/${course.id}`;
  const files = `/api/files/certificates/${course.id}`;
  /** Which sessions were counted for a person, where that is not simply all of them. */
  const counted = (person: CompletionPerson) =>
    "excusedMinutes" in person
      ? [
          person.excusedMinutes > 0
            ? t(course.excusedLeftOut ? "unmet.excusedLeftOut" : "unmet.excusedMissed", {
                hours: hours(person.excusedMinutes, locale),
              })
            : "",
          person.joinedLater ? t("unmet.joinedLater", { day: fullDay(person.joinedLater, locale) }) : "",
        ].join(" ")
      : "";
  const { ready, ruleLost, hoursDiffer, takenBack, prepared, notToHandOut } = completion;
  const mend = (lack: Lack) => {
    switch (lack.kind) {
      case "attendance":
        return lack.sessionsWithoutEntry > 0
          ? { to: `${base}/roll`, text: t("mend.roll", { count: lack.sessionsWithoutEntry }) }
          : null;
      case "no_sessions":
        return { to: `${base}/timetable`, text: t("mend.timetable") };
      case "post_test":
      case "micro_teaching":
        return { to: `${base}/tests`, text: t("mend.tests") };
      default:
        return null;
    }
  };
  const early =
    isEarly(course, today) && course.endsOn ? (
      <TextField
        name="reason"
        label={t("earlyReason")}
        hint={t("earlyHint", { day: fullDay(course.endsOn, locale) })}
      />
    ) : null;
  const line = (certificate: Certificate) => (
    <p className="flex flex-wrap gap-x-3 gap-y-1 items-center max-w-none">
      <span>{kinds(certificate.kind)}</span>
      <CertificateBadge status={statusOn(certificate, today)} />
      <Serial serial={certificate.serial} />
      <span className="quiet">{fullDay(certificate.issuedOn, locale)}</span>
      <a href={`/api/files/certificate/${certificate.serial}`}>{t("pdf")}</a>
      <a href={`/verify/${certificate.serial}`}>{t("verify")}</a>
    </p>
  );
  const reasons = (lacks: readonly Lack[], person?: CompletionPerson) => (
    <ul className="list-disc ps-5">
      {lacks.map((lack) => {
        const way = mend(lack);
        return (
          <li key={lack.kind}>
            {why(lack)} {person && lack.kind === "attendance" ? counted(person) : null}{" "}
            {way ? <Link href={way.to}>{way.text}</Link> : null}
          </li>
        );
      })}
    </ul>
  );
  const quoted = (label: string, reason: string | null | undefined) =>
    reason ? (
      <p className="quiet">
        {label} <Written>{reason}</Written>
      </p>
    ) : null;
  const undecided = new Set([...ruleLost, ...hoursDiffer].map((d) => d.certificate.id));
  const inTakenBack = new Set(takenBack.map((taken) => taken.certificate.id));
  const toDecide = ruleLost.length + hoursDiffer.length + takenBack.length;
  if (completion.known.length === 0) return <Empty title={t("nobody")}>{t("nobodyNext")}</Empty>;
  return (
    <div className="grid gap-8">
      {toDecide > 0 ? (
        <section id="decide" className="grid gap-4">
          <h2>{t("decide", { count: toDecide })}</h2>
          <Group title={t("ruleLost", { count: ruleLost.length })} hint={t("ruleLostHint")} of={ruleLost}>
            {({ person, certificate, lacks }) => (
              <Card key={certificate.id} person={person}>
                {line(certificate)}
                {reasons(lacks)}
                <Opening label={t("decideNow")} name={person.name}>
                  <Keep id={certificate.id} />
                  <Revoke id={certificate.id} />
                </Opening>
              </Card>
            )}
          </Group>
          <Group
            title={t("hoursDiffer", { count: hoursDiffer.length })}
            hint={t("hoursDifferHint")}
            of={hoursDiffer}
          >
            {({ person, certificate, minutes }) => (
              <Card key={certificate.id} person={person}>
                {line(certificate)}
                <p>
                  {t("onPaper", {
                    paper: hoursOnPaper(certificate.facts.minutes, locale),
                    now: hours(minutes, locale),
                  })}
                </p>
                <Opening label={t("decideNow")} name={person.name}>
                  <Reissue id={certificate.id} />
                  <Keep id={certificate.id} />
                </Opening>
              </Card>
            )}
          </Group>
          <Group title={t("taken", { count: takenBack.length })} hint={t("takenHint")} of={takenBack}>
            {({ person, certificate }) => (
              <Card key={certificate.id} person={person}>
                {line(certificate)}
                {quoted(t("revokedBecause"), certificate.revocationReason)}
                <Opening label={t("again")} name={person.name}>
                  <Allow
                    courseId={course.id}
                    registrationId={person.registrationId}
                    kind={certificate.kind}
                  />
                </Opening>
              </Card>
            )}
          </Group>
        </section>
      ) : null}
      <section className="grid gap-3">
        <h1 className="text-lg">{t("ready", { count: ready.length })}</h1>
        {approved ? null : <Notice tone="attention">{t("whenApproved")}</Notice>}
        {allows(course.state, "certify") ? null : <Notice>{t("whenClosed")}</Notice>}
        <IssueForm>
          <Hidden name="courseId" value={course.id} />
          {ready.length > 0 && approved && allows(course.state, "certify") ? (
            <>
              {early}
              <div>
                <Submit busy={t("issuing")}>{t("issue", { count: ready.length })}</Submit>
              </div>
            </>
          ) : null}
        </IssueForm>
        {ready.length > 0 ? (
          <ul className="columns-1 sm:columns-2 lg:columns-3">
            {ready.map((p) => (
              <li key={p.registrationId} className="py-1 break-inside-avoid">
                <Who person={p} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {course.state === "running" || prepared.length > 0 || notToHandOut.length > 0 ? (
        <section id="prepared" className="grid gap-3">
          <h2>{t("prepared", { count: prepared.length })}</h2>
          {course.state === "running" ? <p className="quiet">{t("preparedHint")}</p> : null}
          {course.state === "running" && course.endsOn && !mayPrepare(course, today) ? (
            <Notice>
              {t("prepareFrom", { day: fullDay(addDays(course.endsOn, -prepareDays), locale) })}
            </Notice>
          ) : null}
          {approved && mayPrepare(course, today) ? (
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
                {line(certificate)}
                {anew || person.lacks.length === 0 ? (
                  <p>{anew ? t("anew") : t("notCompleted")}</p>
                ) : (
                  reasons(person.lacks)
                )}
              </Card>
            )}
          </Group>
          {prepared.length > 0 ? (
            <>
              <p>
                <a href={`${files}?what=prepared`} className="button">
                  {t("sheets")}
                </a>
              </p>
              <ul className="card grid gap-1">
                {prepared.map(({ person, certificate }) => (
                  <li key={certificate.id} className="grid gap-x-4 sm:grid-cols-[16rem_1fr]">
                    <Who person={person} />
                    <p className="flex flex-wrap gap-x-3 items-center max-w-none">
                      <Serial serial={certificate.serial} />
                      <a href={`/api/files/certificate/${certificate.serial}`}>{t("pdf")}</a>
                      <a href={`/verify/${certificate.serial}`}>{t("verify")}</a>
                    </p>
                    {person.lacks.length > 0 && "canPass" in person && !person.canPass
                      ? reasons(person.lacks, person)
                      : null}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
      ) : null}
      <section className="grid gap-3">
        <h2>{t("notYet", { count: completion.notYet.length })}</h2>
        {completion.notYet.length === 0 ? <p className="quiet">{t("everybody")}</p> : null}
        <ul className="grid gap-2">
          {completion.notYet.map((p) => (
            <li key={p.registrationId} className="card grid gap-1 sm:grid-cols-[16rem_1fr]">
              <Who person={p} />
              {reasons(p.lacks, p)}
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-3">
        <h2>{t("issued", { count: completion.issued.length })}</h2>
        {completion.withStanding.length === 0 ? (
          <p className="quiet">{t("noneIssued")}</p>
        ) : (
          <p>
            <a href={`${files}?what=valid`} className="button">
              {t("allValid")}
            </a>
          </p>
        )}
        <ul className="grid gap-2">
          {completion.withStanding.map((p) => (
            <Card key={p.registrationId} person={p}>
              {p.certificates
                .filter((c) => !c.voidedAt && !inTakenBack.has(c.id))
                .map((c) => (
                  <div key={c.id} className="grid gap-2">
                    {line(c)}
                    {quoted(c.replacedBy ? t("replacedBecause") : t("revokedBecause"), c.revocationReason)}
                    {undecided.has(c.id) ? <a href="#decide">{t("decideAbove")}</a> : null}
                    {stands(c) && !undecided.has(c.id) ? (
                      <>
                        {quoted(t("kept"), completion.kept.get(c.id)?.reason)}
                        <Opening label={t("takeBack")} name={p.name}>
                          <Reissue id={c.id} />
                          <Revoke id={c.id} />
                        </Opening>
                      </>
                    ) : null}
                  </div>
                ))}
              {course.kind === "tot" && mayBeCertified(p) ? (
                <Opening label={t("certify")} name={p.name}>
                  <Certify courseId={course.id} registrationId={p.registrationId} early={early} />
                </Opening>
              ) : null}
            </Card>
          ))}
        </ul>
      </section>
      {completion.toMend.length > 0 ? (
        <section id="names" className="grid gap-3">
          <h2>{t("names", { count: completion.toMend.length })}</h2>
          <ul className="grid gap-2">
            {completion.toMend.map((p) => (
              <Card key={p.registrationId} person={p}>
                <p>{t("nameHint")}</p>
              </Card>
            ))}
          </ul>
        </section>
      ) : null}
      {completion.reasons.length > 0 ? (
        <details>
          <summary className="min-h-11 content-center">{t("reasons")}</summary>
          <ul className="grid gap-1">
            {completion.reasons.map((stated) => (
              <li key={stated.id}>
                <span className="quiet">{moment(stated.at, course.zone, locale)}</span>{" "}
                {t(`reasonKind.${stated.kind}`)}
                {stated.name ? (
                  <>
                    {" – "}
                    <Written>{stated.name}</Written>
                  </>
                ) : null}
                {" – "}
                <Written>{stated.reason}</Written>
                {stated.by ? (
                  <span className="quiet">
                    {" "}
                    (<Written>{stated.by}</Written>)
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

/** True where a trainer certification can be issued: participation stands without doubt, and none stands or was taken back. */
const mayBeCertified = (p: CompletionPerson) =>
  p.certified &&
  !p.doubtful.participation &&
  !p.certificates.some((c) => c.kind === "trainer_certification" && stands(c)) &&
  !p.takenBack.some((c) => c.kind === "trainer_certification");

type Somebody = { personId: number; name: string; latinName: string | null };

function Who({ person }: { person: Somebody }) {
  return (
    <Link href={`/desk/people/${person.personId}`} prefetch={false}>
      <PersonName name={person.name} latinName={person.latinName} />
    </Link>
  );
}

function Card({ person, children }: { person: Somebody; children: ReactNode }) {
  return (
    <li className="card grid gap-3">
      <p className="font-semibold">
        <Who person={person} />
      </p>
      {children}
    </li>
  );
}

/** A list under its own title, left out where it is empty. */
function Group<Item>({
  title,
  hint,
  of,
  children,
}: {
  title: string;
  hint: string;
  of: readonly Item[];
  children: (item: Item) => ReactNode;
}) {
  if (of.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3>{title}</h3>
      <p className="quiet">{hint}</p>
      <ul className="grid gap-2">{of.map(children)}</ul>
    </div>
  );
}
