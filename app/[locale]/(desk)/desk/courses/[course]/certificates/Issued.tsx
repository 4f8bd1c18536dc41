import { useTranslations } from "next-intl";
import { NextPage } from "@/app/_ui/kit/NextPage";
import { pageAfter } from "@/app/_ui/pageAfter";
import type { Completion } from "@/lib/certificates/queries";
import { stands } from "@/lib/certificates/rules";
import { mayBeCertified } from "@/lib/certificates/rules/lacks";
import type { Course } from "@/lib/courses/queries";
import { CertificateLine } from "./CertificateLine";
import { Certify, Opening, Reissue, Revoke } from "./decide";
import { EarlyReason } from "./EarlyReason";
import { Because, Card } from "./People";

type Props = {
  course: Course;
  completion: Completion;
  today: string;
  /** The registration after which the list begins. */
  after: number | null;
};

/** What was issued, with what may be done about each: taken back, issued again, a trainer certified. */
export function Issued({ course, completion, today, after }: Props) {
  const t = useTranslations("certificates");
  const undecided = new Set(
    [...completion.ruleLost, ...completion.hoursDiffer].map((doubt) => doubt.certificate.id),
  );
  const inTakenBack = new Set(completion.takenBack.map((taken) => taken.certificate.id));
  const page = pageAfter(completion.withStanding, (p) => p.registrationId, after);
  return (
    <section id="issued" className="grid gap-3">
      <h2>{t("issued", { count: completion.issued.length })}</h2>
      {completion.withStanding.length === 0 ? (
        <p className="quiet">{t("noneIssued")}</p>
      ) : (
        <p>
          <a href={`/api/files/certificates/${course.id}?what=valid`} className="button">
            {t("allValid")}
          </a>
        </p>
      )}
      <ul className="grid gap-2">
        {page.rows.map((p) => (
          <Card key={p.registrationId} person={p}>
            {p.certificates
              .filter((c) => !c.voidedAt && !inTakenBack.has(c.id))
              .map((c) => (
                <div key={c.id} className="grid gap-2">
                  <CertificateLine certificate={c} today={today} />
                  <Because
                    label={c.replacedBy ? t("replacedBecause") : t("revokedBecause")}
                    reason={c.revocationReason}
                  />
                  {undecided.has(c.id) ? <a href="#decide">{t("decideAbove")}</a> : null}
                  {stands(c) && !undecided.has(c.id) ? (
                    <>
                      <Because label={t("kept")} reason={completion.kept.get(c.id)?.reason} />
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
                <Certify
                  courseId={course.id}
                  registrationId={p.registrationId}
                  early={<EarlyReason course={course} today={today} />}
                />
              </Opening>
            ) : null}
          </Card>
        ))}
      </ul>
      {page.next === null ? null : <NextPage href={`?issued=${page.next}#issued`} />}
    </section>
  );
}
