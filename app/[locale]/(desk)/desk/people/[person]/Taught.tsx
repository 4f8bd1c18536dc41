import { Eye } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { ToolMark } from "@/app/_ui/kit/ToolMark";
import { Say } from "@/app/_ui/Say";
import { CourseBadge } from "@/app/_ui/StateBadges";
import { TaughtAs } from "@/app/_ui/TaughtAs";
import { deskState } from "@/lib/courses/rules";
import { list, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, type Locale, shownIn } from "@/lib/i18n/rules";
import type { PersonPage } from "@/lib/people/queries";
import type { Observation } from "@/lib/stages/queries";
import type { rolesByCourse } from "@/lib/stages/rules/ledger";

/** The courses that somebody trains or trained: when, where, with which tools, for how many people. */
export async function Taught({
  courses,
  taught,
  roles: rolesIn,
  observations,
  open,
  today,
}: {
  today: string;
  /** Sessions taught in each role; null where there are none. */
  taught: PersonPage["taughtAs"];
  courses: PersonPage["trains"];
  /** In which roles they taught each course, by its key. */
  roles: ReturnType<typeof rolesByCourse>;
  observations: readonly Observation[];
  /** Keys of the courses that the viewer may open. */
  open: ReadonlySet<number>;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("personPage");
  const roles = await getTranslations("trainerRole");
  const observed = await getTranslations("observed");
  if (courses.length === 0) return null;
  return (
    <section className="grid gap-3" aria-labelledby="taught">
      <h2 id="taught">
        {t("asTrainer")} <span className="quiet tabular-nums">{wholeNumber(courses.length, locale)}</span>
      </h2>
      {taught ? (
        <p>
          {roles("sessions")}
          {dotBetween}
          <TaughtAs taught={taught} />
        </p>
      ) : null}
      <Table
        caption={t("asTrainer")}
        columns={[
          { key: "course", label: t("course") },
          { key: "when", label: t("when") },
          { key: "tools", label: t("tools") },
          { key: "people", label: t("people"), end: true },
          { key: "more", label: t("more"), quiet: true },
        ]}
      >
        <tbody>
          {courses.map((c) => (
            <Row key={c.id}>
              <RowHead
                {...(open.has(c.id) ? { href: `/desk/courses/${c.id}` } : {})}
                under={<CoursePlace course={c} />}
              >
                <Say text={c.title} />
              </RowHead>
              <Cell under={<CourseBadge state={deskState(c, today)} />}>
                <CourseDates course={c} short />
              </Cell>
              <Cell
                under={
                  <>
                    {list(
                      (rolesIn.get(c.id) ?? []).map((role) => roles(role)),
                      locale,
                    )}
                    {observations
                      .filter(({ courseId, struckOn }) => courseId === c.id && struckOn === null)
                      .map(({ id, mean }) => (
                        <span key={id} className="flex gap-1 items-center kept">
                          <Eye size={14} aria-hidden />
                          <span className="sr-only">{observed("title")}</span>
                          {observed("ofFive", { points: wholeNumber(mean / 10, locale) })}
                        </span>
                      ))}
                  </>
                }
              >
                <span className="inline-flex flex-wrap gap-1">
                  {c.tools.map((tool) => (
                    <ToolMark key={`${tool.code}${tool.version}${tool.country}`} tool={tool} alone />
                  ))}
                </span>
              </Cell>
              <Cell
                end
                label={t("people")}
                under={
                  c.certified > 0 ? (
                    <span className="kept">{t("withCertificate", { count: c.certified })}</span>
                  ) : null
                }
              >
                {c.countedBy === "people" ? wholeNumber(c.seatsTaken, locale) : t("onlyNumbers")}
              </Cell>
              <Cell at="menu">
                {open.has(c.id) ? (
                  <RowMenu of={shownIn(c.title, locale)}>
                    <MenuItem>
                      <Link href={`/desk/courses/${c.id}`} prefetch={false}>
                        {t("openCourse")}
                      </Link>
                    </MenuItem>
                    {c.countedBy === "people" ? (
                      <MenuItem>
                        <Link href={`/desk/courses/${c.id}/timetable`} prefetch={false}>
                          {t("toTimetable")}
                        </Link>
                      </MenuItem>
                    ) : null}
                  </RowMenu>
                ) : null}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
