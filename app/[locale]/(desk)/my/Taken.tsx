import { useTranslations } from "next-intl";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { AttendanceLine, CertificateLinks } from "@/app/_ui/FollowedCourse";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { standingOf, WhatIsAwaited } from "@/app/_ui/OwnStanding";
import { Say } from "@/app/_ui/Say";
import { OwnStateBadge } from "@/app/_ui/StateBadges";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/** The courses that the viewer takes or took part in: when, how it stands, attendance, certificates with their files. */
export function Taken({
  registrations,
  today,
}: {
  registrations: readonly FollowedRegistration[];
  today: string;
}) {
  const t = useTranslations("my");
  const page = useTranslations("personPage");
  return (
    <Table
      caption={t("taken")}
      columns={[
        { key: "course", label: page("course") },
        { key: "when", label: page("when") },
        { key: "state", label: page("state") },
        { key: "attendance", label: page("attendance") },
        { key: "certificates", label: page("certificates") },
      ]}
    >
      <tbody>
        {registrations.map((r) => (
          <Row key={r.id}>
            <RowHead href={`/registrations/${r.token}`} under={<CoursePlace course={r} />}>
              <Say text={r.title} />
            </RowHead>
            <Cell>
              <CourseDates course={r} short />
            </Cell>
            <Cell at="state" under={<WhatIsAwaited registration={r} today={today} />}>
              <OwnStateBadge state={standingOf(r, today)} />
            </Cell>
            <Cell>
              <AttendanceLine registration={r} />
            </Cell>
            <Cell>
              <CertificateLinks registration={r} today={today} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
