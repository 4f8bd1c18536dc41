import Link from "next/link";
import { useTranslations } from "next-intl";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { calledByPlace } from "@/app/_ui/courseCalled";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowGroup, RowHead, type Sort, SumRow, Table } from "@/app/_ui/kit/Table";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { SharedWith } from "@/app/_ui/SharedWith";
import { AwaitsBadge, CourseBadge, TentativeBadge, WorkshopBadges } from "@/app/_ui/StateBadges";
import { Written } from "@/app/_ui/Written";
import { daysOfCourse } from "@/lib/courses/progress";
import type { CourseTableRow } from "@/lib/courses/queries";
import { deskState, groupOf, isApproved, isPublic, listedGroups } from "@/lib/courses/rules";
import { countryName } from "@/lib/i18n/format";
import { dotBetween, type Locale, shownIn } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { daysBetween } from "@/lib/time/civil";
import { HowFar } from "./HowFar";
import { NextStep } from "./NextStep";

/** Courses in one table, in groups by their state, with how far each is and what comes next. */
export function CourseRows({
  courses,
  today,
  locale,
  coordinates,
  byDate,
}: {
  courses: readonly CourseTableRow[];
  /** The civil day. */
  today: string;
  locale: Locale;
  /** True for whoever plans courses. */
  coordinates: boolean;
  /** Which order of dates counts in each group, and where the other is. */
  byDate: Sort;
}) {
  const t = useTranslations("desk");
  const table = useTranslations("courseTable");
  const columns = [
    { key: "course", label: t("course") },
    { key: "dates", label: t("dates"), sort: byDate },
    { key: "tools", label: t("tools") },
    { key: "far", label: table("howFar") },
    { key: "next", label: table("next") },
    { key: "more", label: table("more"), quiet: true },
  ];
  const people = courses.filter((c) => c.countedBy === "people");
  const numbers = courses.reduce((sum, c) => sum + (c.byNumbers ?? 0), 0);
  return (
    <Table
      caption={t("title")}
      columns={columns}
      foot={
        <SumRow label={table("sum", { count: courses.length })}>
          <td colSpan={columns.length - 1} className="tbl-fact">
            {table("sumPeople", { named: people.reduce((sum, c) => sum + c.seatsTaken, 0), numbers })}
          </td>
        </SumRow>
      }
    >
      {listedGroups.map((state) => {
        const own = courses.filter((course) => groupOf(course, today) === state);
        return own.length === 0 ? null : (
          <RowGroup
            key={state}
            columns={columns.length}
            count={own.length}
            head={state === "awaits" ? <AwaitsBadge /> : <CourseBadge state={state} />}
          >
            {own.map((course) => (
              <Row key={course.id}>
                <RowHead
                  href={`/desk/courses/${course.id}`}
                  under={<Where course={course} locale={locale} said={state === "awaits"} />}
                >
                  <Called course={course} locale={locale} />
                </RowHead>
                <Cell under={<When course={course} today={today} />}>
                  <CourseDates course={course} short />
                </Cell>
                <Cell>
                  <span className="inline-flex flex-wrap gap-1">
                    {course.tools.map((tool) => (
                      <ToolMark key={`${tool.code}${tool.version}${tool.country}`} tool={tool} alone />
                    ))}
                  </span>
                </Cell>
                <Cell>
                  <HowFar course={course} today={today} />
                </Cell>
                <Cell at="next">
                  <NextStep course={course} />
                </Cell>
                <Cell at="menu">
                  <More course={course} name={shownIn(course.title, locale)} coordinates={coordinates} />
                </Cell>
              </Row>
            ))}
          </RowGroup>
        );
      })}
    </Table>
  );
}

/** The place alone where the title says no more than the columns beside it; whoever hears it hears the title. */
function Called({ course, locale }: { course: CourseTableRow; locale: Locale }) {
  const place = calledByPlace(course, locale);
  if (!place) return <Say text={course.title} />;
  return (
    <>
      <span aria-hidden>
        <Written>{place}</Written>
      </span>
      <span className="sr-only">
        <Say text={course.title} />
      </span>
    </>
  );
}

function Where({
  course,
  locale,
  said,
}: {
  course: CourseTableRow;
  locale: Locale;
  /** True where its group says what its workshop is. */
  said: boolean;
}) {
  const kind = useTranslations("courseKindShort");
  return (
    <>
      {calledByPlace(course, locale) ? (
        <>
          {kind(course.kind)}
          {dotBetween}
          {countryName(course.country, locale)}
        </>
      ) : (
        <CoursePlace course={course} />
      )}
      {dotBetween}
      <Say text={programmeCalled(course.programmeTitle)} />
      <SharedWith course={course} dot />{" "}
      {said ? null : <WorkshopBadges course={course} turnedDown={course.turnedDown} />}{" "}
      <TentativeBadge course={course} />
    </>
  );
}

/** Days until it begins, or on how many it has sessions. */
function When({ course, today }: { course: CourseTableRow; today: string }) {
  const t = useTranslations("courseTable");
  const { startsOn, endsOn, state } = course;
  if (!startsOn || !endsOn) return null;
  if (startsOn > today && (state === "open" || state === "draft"))
    return t("startsIn", { days: daysBetween(today, startsOn) });
  if (deskState(course, today) === "running") return null;
  const days = daysOfCourse(course.sessionDays, course).length;
  return t(course.sessionDays.length > 0 ? "withSessions" : "lasted", { days });
}

function More({ course, name, coordinates }: { course: CourseTableRow; name: string; coordinates: boolean }) {
  const t = useTranslations("courseTable");
  const base = `/desk/courses/${course.id}`;
  const byPeople = course.countedBy === "people";
  const links = [
    ...(isPublic(course) && isApproved(course) ? [["public", `/courses/${course.slug}`] as const] : []),
    ...(byPeople ? [["timetable", `${base}/timetable`] as const] : []),
    ...(byPeople && coordinates ? [["registrations", `${base}/registrations`] as const] : []),
    ...(coordinates ? [["edit", byPeople ? `${base}/edit` : `${base}/record`] as const] : []),
  ];
  if (links.length === 0) return null;
  return (
    <RowMenu of={name}>
      {links.map(([key, href]) => (
        <MenuItem key={key}>
          <Link href={href} prefetch={false}>
            {t(key)}
          </Link>
        </MenuItem>
      ))}
    </RowMenu>
  );
}
