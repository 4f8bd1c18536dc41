import { useTranslations } from "next-intl";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { CourseBadge } from "@/app/_ui/StateBadges";
import type { ownTaught } from "@/lib/courses/queries";
import { deskState } from "@/lib/courses/rules";

/** The courses that the viewer trains or trained. */
export function Trained({ courses, today }: { courses: ReturnType<typeof ownTaught>; today: string }) {
  const t = useTranslations("my");
  const page = useTranslations("personPage");
  return (
    <Table
      caption={t("trained")}
      columns={[
        { key: "course", label: page("course") },
        { key: "when", label: page("when") },
        { key: "state", label: page("state") },
      ]}
    >
      <tbody>
        {courses.map((course) => (
          <Row key={course.id}>
            <RowHead href={`/desk/courses/${course.id}`}>
              <Say text={course.title} />
            </RowHead>
            <Cell>
              <CourseDates course={{ ...course, year: null, datesNote: null }} short />
            </Cell>
            <Cell at="state">
              <CourseBadge state={deskState(course, today)} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
