import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CourseDates, ToolBadges } from "@/app/_ui/CourseLine";
import { FirstName, Names } from "@/app/_ui/PersonName";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import type { ThreadEntry, Thread as Threaded } from "@/lib/cascade/queries";
import { fullDay } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale, nameFor } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";

type Course = Threaded["trained"][number];

/** A year alone comes after every day of it; what has neither comes last. */
const dayOf = ({ endsOn, startsOn, year }: Course) => endsOn ?? startsOn ?? (year ? `${year}-99` : "");

/**
 * What became of an organisation, the latest first: the workshops held for it, the courses in which its people took part, and what was
 * entered. What is to come stands above, as that.
 */
export async function Thread({
  thread,
  courseLinks,
  under,
}: {
  thread: Threaded;
  /** True for whoever may open the courses. */
  courseLinks: boolean;
  /** What can be done with an entry. */
  under?: (entry: ThreadEntry) => ReactNode;
}) {
  const t = await getTranslations("thread");
  const all = [
    ...thread.entries.map((entry) => ({ key: `e${entry.id}`, day: entry.day, entry })),
    ...thread.trained.map((course) => ({ key: `c${course.id}`, day: dayOf(course), course })),
  ].sort((a, b) => b.day.localeCompare(a.day));
  return (
    <div className="grid gap-4 max-w-3xl">
      {thread.toCome.length > 0 ? (
        <div className="grid gap-2">
          <h3 className="text-base">{t("toCome")}</h3>
          <ol className="grid gap-4 border-s-2 border-dashed border-line-strong ps-4">
            {thread.toCome.map((course) => (
              <li key={course.id} className="grid gap-1">
                <Trained course={course} link={courseLinks} toCome />
              </li>
            ))}
          </ol>
        </div>
      ) : null}
      {all.length === 0 ? (
        <p className="quiet">{t("none")}</p>
      ) : (
        <ol className="grid gap-4 border-s-2 border-line-strong ps-4">
          {all.map((one) => (
            <li key={one.key} className="grid gap-1">
              {"course" in one ? (
                <Trained course={one.course} link={courseLinks} />
              ) : (
                <>
                  <Entered entry={one.entry} />
                  {under?.(one.entry)}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

async function Trained({ course, link, toCome }: { course: Course; link: boolean; toCome?: boolean }) {
  const t = await getTranslations("thread");
  const w = await getTranslations("workshop");
  const said = course.heldFor ? (toCome ? "plannedFor" : "heldFor") : toCome ? "placesIn" : "trainedIn";
  return (
    <>
      <p className="quiet text-sm">
        <CourseDates course={course} />
        {course.approvedAt === null ? `${dotBetween}${w("awaits")}` : null}
      </p>
      <p>
        <strong>{t(said, { count: course.people })}</strong>{" "}
        {link ? (
          <Link href={`/desk/courses/${course.id}`} prefetch={false}>
            <Say text={course.title} />
          </Link>
        ) : (
          <Say text={course.title} />
        )}
      </p>
      {course.heldFor && course.people > 0 && course.ofIt < course.people ? (
        <p className="quiet">{t("ofIt", { count: course.ofIt })}</p>
      ) : null}
      <ToolBadges tools={course.tools} />
      {course.named.length > 0 ? (
        <p className="quiet">
          <Names people={course.named} />
        </p>
      ) : null}
    </>
  );
}

async function Entered({ entry }: { entry: ThreadEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("thread");
  const kind = <strong>{t(`kind.${entry.kind}`)}</strong>;
  return (
    <>
      <p className="quiet text-sm">
        {fullDay(entry.day, locale)}
        {dotBetween}
        <Say text={programmeCalled(entry.programme)} />
        {entry.doer ? (
          <>
            {dotBetween}
            <FirstName of={entry.doer} />
          </>
        ) : null}
        {entry.doneByWords ? (
          <>
            {dotBetween}
            <Written>{entry.doneByWords}</Written>
          </>
        ) : null}
        {entry.by ? (
          <>
            {dotBetween}
            {entry.doer || entry.doneByWords ? (
              t("enteredBy", { name: isolate(nameFor(entry.by, locale), locale) })
            ) : (
              <FirstName of={entry.by} />
            )}
          </>
        ) : null}
      </p>
      <p>{entry.struck ? <del>{kind}</del> : kind}</p>
      {entry.words ? (
        <p className="whitespace-pre-line max-w-prose">
          {entry.struck ? (
            <del>
              <Written>{entry.words}</Written>
            </del>
          ) : (
            <Written>{entry.words}</Written>
          )}
        </p>
      ) : null}
      {entry.struck ? (
        <p className="text-sm">
          {t("struckBecause")} <Written>{entry.struck.words}</Written>
        </p>
      ) : null}
    </>
  );
}
