import { getLocale, getTranslations } from "next-intl/server";
import { CertificateFile } from "@/app/_ui/CertificateFile";
import { Fact } from "@/app/_ui/Fact";
import { SidePanel } from "@/app/_ui/kit/SidePanel";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { FirstName, PersonName } from "@/app/_ui/PersonName";
import { Serial } from "@/app/_ui/Serial";
import { CertificateBadge } from "@/app/_ui/StateBadges";
import { hoursOnPaper } from "@/app/_words/certificate";
import type { Completion, CompletionPerson } from "@/lib/certificates/queries";
import { extendedReason, paperOf, stands, statusOn } from "@/lib/certificates/rules";
import { minutesOnPaper } from "@/lib/certificates/rules/lacks";
import { earlierName } from "@/lib/certificates/rules/names";
import type { Course } from "@/lib/courses/queries";
import { fullDay, hours } from "@/lib/i18n/format";
import { type Certificate, rowOf } from "./Certificates";
import { Allow, Keep, Reissue, Revoke } from "./decide";
import { Lacks } from "./Lacks";
import { Because } from "./People";

type Props = { course: Course; completion: Completion; today: string; base: string };

/** One certificate in full, with what may be done about it: keep, revoke, reissue, or allow another. */
export async function ChosenCertificate({
  course,
  completion,
  today,
  base,
  person,
  certificate,
}: Props & { person: CompletionPerson; certificate: Certificate }) {
  const locale = await getLocale();
  const t = await getTranslations("certificates");
  const p = await getTranslations("certificatePage");
  const kinds = await getTranslations("certificateKind");
  const follow = await getTranslations("follow");
  const { facts } = certificate;
  const earlier = earlierName(facts, person);
  // A trainer certification bears no hours.
  const certified = certificate.kind === "trainer_certification";
  const doubt = [...completion.ruleLost, ...completion.hoursDiffer].find(
    (d) => d.certificate.id === certificate.id,
  );
  return (
    <MoreMessages of={["parts"]}>
      <SidePanel
        row={rowOf(certificate)}
        title={<FirstName of={facts} />}
        under={kinds(paperOf(certificate.kind, certificate.facts.master))}
        close={base}
      >
        <p>
          <CertificateBadge status={statusOn(certificate, today)} />
        </p>
        <dl className="grid gap-3">
          <Fact label={p("serial")}>
            <Serial serial={certificate.serial} />
          </Fact>
          <Fact label={p("issuedOn")}>{fullDay(certificate.issuedOn, locale)}</Fact>
          {certified ? null : <Fact label={p("onIt")}>{hoursOnPaper(facts.minutes, locale)}</Fact>}
          {certified || person.minutes === null ? null : (
            <Fact label={p("attendedNow")}>
              {hours(person.minutes, locale)}
              {minutesOnPaper(person.minutes) === person.minutes ? null : (
                // Whole hours are what it says: the minutes beyond them are no difference.
                <span className="quiet block">
                  {follow("onPaper", { hours: hours(minutesOnPaper(person.minutes), locale) })}
                </span>
              )}
            </Fact>
          )}
          {earlier ? (
            <Fact label={p("nameOnIt")}>
              <PersonName {...earlier} inLine />
            </Fact>
          ) : null}
          <Fact label={p("nameNow")}>
            <PersonName name={person.name} latinName={person.latinName} inLine />{" "}
            <a href={`/desk/people/${person.personId}`}>{p("correctName")}</a>
          </Fact>
        </dl>
        {doubt && doubt.lacks.length > 0 ? (
          <Lacks course={course} completion={completion} lacks={doubt.lacks} />
        ) : null}
        <Because label={t("kept")} reason={completion.kept.get(certificate.id)?.reason} />
        <Because
          label={certificate.replacedBy ? t("replacedBecause") : t("revokedBecause")}
          reason={
            certificate.revocationReason === extendedReason ? p("extended") : certificate.revocationReason
          }
        />
        <p className="flex flex-wrap gap-x-4">
          <CertificateFile certificate={certificate} label={t("pdf")} />
          <a href={`/verify/${certificate.serial}`}>{t("verify")}</a>
        </p>
        <Deeds completion={completion} course={course} person={person} certificate={certificate} />
      </SidePanel>
    </MoreMessages>
  );
}

/** What may be done: what is in doubt is kept or ended first, then nothing else is offered. */
function Deeds({
  completion,
  course,
  person,
  certificate,
}: {
  completion: Completion;
  course: Course;
  person: CompletionPerson;
  certificate: Certificate;
}) {
  const { id } = certificate;
  const which = { id, courseId: course.id };
  const lost = completion.ruleLost.some((d) => d.certificate.id === id);
  const differs = completion.hoursDiffer.some((d) => d.certificate.id === id);
  if (completion.takenBack.some((taken) => taken.certificate.id === id)) return <Allow {...which} />;
  if (!stands(certificate)) return null;
  return (
    <>
      {lost || differs ? <Keep {...which} /> : null}
      {lost ? null : <Reissue {...which} person={person} kind={certificate.kind} />}
      {differs ? null : <Revoke {...which} person={certificate.facts} />}
    </>
  );
}
