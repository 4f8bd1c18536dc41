import { useTranslations } from "next-intl";
import { CourseDates } from "@/app/_ui/CourseLine";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { Say } from "@/app/_ui/Say";
import { StateBadge } from "@/app/_ui/StateBadges";
import type { organisationPage } from "@/lib/people/queries";

type Course = ReturnType<typeof organisationPage>["courses"][number] & { people: number };

/** Courses of an organisation as rows, with how many of its people; `people` says which these are. */
export function CoursesTable({
  caption,
  people,
  courses,
  today,
}: {
  caption: string;
  people: string;
  courses: readonly Course[];
  /** The civil day. */
  today: string;
}) {
  const t = useTranslations("organisations");
  const columns = [
    { key: "course", label: t("course") },
    { key: "dates", label: t("dates") },
    { key: "people", label: people, end: true },
    { key: "state", label: t("state") },
  ];
  return (
    <Table caption={caption} columns={columns}>
      <tbody>
        {courses.map((course) => (
          <Row key={course.id}>
            <RowHead href={`/desk/courses/${course.id}`}>
              <Say text={course.title} />
            </RowHead>
            <Cell>
              <CourseDates course={course} short />
            </Cell>
            <Cell end label={people}>
              {course.people}
            </Cell>
            <Cell at="state">
              <StateBadge course={course} today={today} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
