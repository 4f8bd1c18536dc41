import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Cell, Row } from "@/app/_ui/kit/Table";
import { hoursOnPaper } from "@/app/_words/certificate";
import type { Completion } from "@/lib/certificates/queries";
import type { Course } from "@/lib/courses/queries";
import { hours } from "@/lib/i18n/format";
import { CertificateCells, toCertificate } from "./Certificates";
import { Lacks } from "./Lacks";
import { List, type Shown } from "./List";
import { PersonHead } from "./People";

type Props = {
  course: Course;
  completion: Completion;
  namesakes: ReadonlySet<number>;
  shown: Shown;
  today: string;
};

/** Certificates whose rule is no longer met, or whose hours are others now. */
export function ToDecide({ course, completion, namesakes, shown, today }: Props) {
  const locale = useLocale();
  const t = useTranslations("certificates");
  const p = useTranslations("certificatePage");
  const groups = [
    {
      id: "ruleLost",
      of: completion.ruleLost,
      title: t("ruleLost", { count: completion.ruleLost.length }),
      hint: t("ruleLostHint"),
    },
    {
      id: "hoursDiffer",
      of: completion.hoursDiffer,
      title: t("hoursDiffer", { count: completion.hoursDiffer.length }),
      hint: t("hoursDifferHint"),
    },
  ].filter(({ of }) => of.length > 0);
  if (groups.length === 0) return null;
  return (
    <div id="decide" className="grid gap-6">
      {groups.map(({ id, of, title, hint }) => (
        <div key={id} className="grid gap-2">
          <List
            id={id}
            title={title}
            columns={[
              { key: "person", label: p("person") },
              { key: "serial", label: p("serial") },
              { key: "issued", label: p("issuedOn") },
              { key: "state", label: p("state") },
              { key: "why", label: p("why") },
              { key: "next", label: p("next"), quiet: true },
            ]}
            of={of}
            keyOf={({ certificate }) => certificate.id}
            shown={shown}
          >
            {({ person, certificate, lacks, minutes }) => (
              <Row key={certificate.id} chosen={certificate.id === shown.certificate}>
                <PersonHead person={person} namesakes={namesakes} />
                <CertificateCells certificate={certificate} today={today} />
                <Cell>
                  {lacks.length > 0 ? (
                    <Lacks course={course} completion={completion} lacks={lacks} />
                  ) : (
                    t("onPaper", {
                      paper: hoursOnPaper(certificate.facts.minutes, locale),
                      now: hours(minutes, locale),
                    })
                  )}
                </Cell>
                <Cell at="next">
                  <Link href={toCertificate(certificate)} prefetch={false} scroll={false}>
                    {t("decideNow")}
                  </Link>
                </Cell>
              </Row>
            )}
          </List>
          <p className="quiet">{hint}</p>
        </div>
      ))}
    </div>
  );
}
