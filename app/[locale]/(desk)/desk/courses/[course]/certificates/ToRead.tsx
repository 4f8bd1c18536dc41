import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { FirstName, OtherName } from "@/app/_ui/PersonName";
import { Serial } from "@/app/_ui/Serial";
import { CertificateBadge } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import type { Completion } from "@/lib/certificates/queries";
import { stands, statusOn } from "@/lib/certificates/rules";
import type { Course } from "@/lib/courses/queries";
import { Conditions, conditionColumns } from "./Conditions";
import { standingIn } from "./Issued";

/** Who of a course that another programme leads has a certificate, is ready for one or not yet: to read. */
export async function CertificatesToRead({
  course,
  completion,
  today,
}: {
  course: Course;
  completion: Completion;
  today: string;
}) {
  const t = await getTranslations("certificates");
  const p = await getTranslations("certificatePage");
  const standing = standingIn(completion);
  const ready = new Set(completion.ready.map(({ registrationId }) => registrationId));
  const file = `/api/files/certificates/${course.id}?what=valid`;
  return (
    <div className="grid gap-4">
      <p>{t("issued", { count: standing.length })}</p>
      {standing.length > 0 ? (
        <p className="print:hidden">
          <a href={file} className="button">
            <Download size={18} aria-hidden />
            {p("allPdf")}
          </a>
        </p>
      ) : null}
      <Table
        caption={(await getTranslations("workspace"))("tab.certificates")}
        columns={[
          { key: "person", label: p("person") },
          ...conditionColumns(course, p),
          { key: "serial", label: p("serial") },
        ]}
      >
        <tbody>
          {completion.everyone.map((person) => (
            <Row key={person.registrationId}>
              <RowHead
                under={
                  person.organisation ? <Written>{person.organisation}</Written> : <OtherName of={person} />
                }
              >
                <FirstName of={person} />
              </RowHead>
              <Conditions rule={course} person={person} />
              <Cell at="next">
                {person.certificates.filter(stands).map((certificate) => (
                  <span key={certificate.id} className="flex flex-wrap gap-2 items-center">
                    <a href={`/api/files/certificate/${certificate.serial}`} className="text-xs">
                      <Serial serial={certificate.serial} />
                    </a>
                    <CertificateBadge status={statusOn(certificate, today)} />
                  </span>
                ))}
                {ready.has(person.registrationId) ? t("ready", { count: 1 }) : null}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
