import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { CourseDates, CoursePlace } from "@/app/_ui/CourseLine";
import { AttendanceLine } from "@/app/_ui/FollowedCourse";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { MenuItem, RowMenu } from "@/app/_ui/kit/RowMenu";
import { Cell, Row, RowHead, Table } from "@/app/_ui/kit/Table";
import { NumberToQuote } from "@/app/_ui/NumberToQuote";
import { Say } from "@/app/_ui/Say";
import { RegistrationBadge } from "@/app/_ui/StateBadges";
import { presentOf } from "@/lib/completion/rules/counting";
import { percent, wholeNumber } from "@/lib/i18n/format";
import { dotBetween, type Locale, shownIn } from "@/lib/i18n/rules";
import type { FollowedRegistration } from "@/lib/registrations/queries";

/** The courses in which somebody takes part or took part: when, and how much they attended. */
export async function Courses({
  registrations,
  open,
}: {
  registrations: readonly FollowedRegistration[];
  /** Keys of the courses that the viewer may open. */
  open: ReadonlySet<number>;
}) {
  const locale = await getLocale();
  const t = await getTranslations("personPage");
  const labels = await getTranslations("person");
  const follow = await getTranslations("follow");
  return (
    <section className="grid gap-3" aria-labelledby="courses">
      <h2 id="courses">
        {labels("courses")}{" "}
        {registrations.length > 0 ? (
          <span className="quiet tabular-nums">{wholeNumber(registrations.length, locale)}</span>
        ) : null}
      </h2>
      {registrations.length === 0 ? (
        <p className="quiet">{labels("noCourses")}</p>
      ) : (
        <Table
          caption={labels("courses")}
          columns={[
            { key: "course", label: t("course") },
            { key: "when", label: t("when") },
            { key: "attendance", label: t("attendance") },
            { key: "more", label: t("more"), quiet: true },
          ]}
        >
          <tbody>
            {registrations.map((r) => (
              <Row key={r.id}>
                <RowHead
                  {...(open.has(r.courseId) ? { href: `/desk/courses/${r.courseId}` } : {})}
                  under={
                    <>
                      <CoursePlace course={r} />
                      {dotBetween}
                      {follow("number")} <NumberToQuote course={r.courseId} number={r.number} />
                    </>
                  }
                >
                  <Say text={r.title} />
                </RowHead>
                <Cell under={<RegistrationBadge state={r.state} />}>
                  <CourseDates course={r} short />
                </Cell>
                <Cell>
                  <Attended registration={r} locale={locale} />
                </Cell>
                <Cell at="menu">
                  {open.has(r.courseId) ? <More registration={r} locale={locale as Locale} /> : null}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

/** How much they attended as a bar of what counts now, and in words. */
async function Attended({ registration: r, locale }: { registration: FollowedRegistration; locale: string }) {
  const t = await getTranslations("personPage");
  const present = presentOf({ ...r, minutes: r.attendedMinutes }, r.courseState === "closed");
  return (
    <div className="grid gap-1 text-xs min-w-32">
      {present ? (
        <GoalBar
          label={t("attendedShare", { percent: percent(present.percent, locale) })}
          value={present.minutes}
          whole={present.of}
        />
      ) : null}
      <AttendanceLine registration={r} own={false} />
    </div>
  );
}

async function More({ registration: r, locale }: { registration: FollowedRegistration; locale: Locale }) {
  const t = await getTranslations("personPage");
  const base = `/desk/courses/${r.courseId}`;
  const links = [
    ["openRegistration", `${base}/registrations/${r.id}`],
    ["toAttendance", `${base}/roll`],
    ["toCertificates", `${base}/certificates`],
  ] as const;
  return (
    <RowMenu of={shownIn(r.title, locale)}>
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
