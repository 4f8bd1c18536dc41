import { useLocale, useTranslations } from "next-intl";
import { hoursOnPaper } from "@/app/_words/certificate";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { hours } from "@/lib/i18n/format";
import { CertificateLine } from "./CertificateLine";
import { Allow, Keep, Opening, Reissue, Revoke } from "./decide";
import { Lacks } from "./Lacks";
import { Because, Card, Group } from "./People";

type Props = { course: Course; completion: Completion; today: string };

/** Certificates whose rule is no longer met, whose hours are others now, and whom another was refused after one was revoked. */
export function ToDecide({ course, completion, today }: Props) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  const { ruleLost, hoursDiffer, takenBack } = completion;
  const count = ruleLost.length + hoursDiffer.length + takenBack.length;
  if (count === 0) return null;
  return (
    <section id="decide" className="grid gap-4">
      <h2>{t("decide", { count })}</h2>
      <Group title={t("ruleLost", { count: ruleLost.length })} hint={t("ruleLostHint")} of={ruleLost}>
        {({ person, certificate, lacks }) => (
          <Card key={certificate.id} person={person}>
            <CertificateLine certificate={certificate} today={today} />
            <Lacks course={course} completion={completion} lacks={lacks} />
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
            <CertificateLine certificate={certificate} today={today} />
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
            <CertificateLine certificate={certificate} today={today} />
            <Because label={t("revokedBecause")} reason={certificate.revocationReason} />
            <Opening label={t("again")} name={person.name}>
              <Allow courseId={course.id} registrationId={person.registrationId} kind={certificate.kind} />
            </Opening>
          </Card>
        )}
      </Group>
    </section>
  );
}
