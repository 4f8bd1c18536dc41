import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { outlookSaid } from "@/app/_ui/outlook";
import { lackWords } from "@/app/_words/lacks";
import type { Completion, CompletionPerson } from "@/lib/certificates/queries";
import { type Lack, lacksUnderWay } from "@/lib/certificates/rules/lacks";
import type { Course } from "@/lib/courses/queries";
import { fullDay, hours } from "@/lib/i18n/format";

/** What somebody lacks for a certificate, each with where it is mended. */
export async function Lacks({
  course,
  completion,
  lacks,
  of,
  goesOn = false,
}: {
  course: Course;
  completion: Completion;
  lacks: readonly Lack[];
  /** Whose they are, where it is told which sessions were counted for them. */
  of?: CompletionPerson;
  /** True while the course goes on. */
  goesOn?: boolean;
}) {
  const why = await lackWords(completion, goesOn);
  return (
    <ul className="grid gap-1 text-xs">
      {lacks.map((lack) => (
        <li key={lack.kind}>
          {why(lack)} {of && lack.kind === "attendance" ? <Counted person={of} course={course} /> : null}{" "}
          <Mend lack={lack} base={`/desk/courses/${course.id}`} goesOn={goesOn} />
        </li>
      ))}
    </ul>
  );
}

/** What somebody lacks while their course goes on, each thing with how much of it. */
export async function LacksUnderWay({
  course,
  completion,
  person,
}: {
  course: Course;
  completion: Completion;
  person: Completion["notYet"][number];
}) {
  const said = await outlookSaid();
  const lacks = lacksUnderWay(person.lacks, person.outlook);
  if (!person.outlook && lacks.length === 0) return <span className="max-md:hidden">–</span>;
  return (
    <>
      {person.outlook ? <p className="text-xs">{said(person.outlook).whole}</p> : null}
      {lacks.length > 0 ? <Lacks course={course} completion={completion} lacks={lacks} goesOn /> : null}
    </>
  );
}

/** Which sessions were counted for a person, where that is not simply all of them. */
async function Counted({ person, course }: { person: CompletionPerson; course: Course }) {
  const locale = await getLocale();
  const t = await getTranslations("certificates.unmet");
  if (!("excusedMinutes" in person)) return null;
  const excused = hours(person.excusedMinutes, locale);
  return [
    person.excusedMinutes > 0
      ? t(course.excusedLeftOut ? "excusedLeftOut" : "excusedMissed", { hours: excused })
      : "",
    person.joinedLater ? t("joinedLater", { day: fullDay(person.joinedLater, locale) }) : "",
  ].join(" ");
}

/** The way to where a lack is mended, where there is one. */
async function Mend({ lack, base, goesOn }: { lack: Lack; base: string; goesOn: boolean }) {
  const t = await getTranslations("certificates.mend");
  // What is to come for everybody leads there once, on top of the page.
  if (goesOn && lack.kind !== "no_sessions") return null;
  switch (lack.kind) {
    case "attendance":
      return lack.sessionsWithoutEntry > 0 ? (
        <Link href={`${base}/roll`}>{t("roll", { count: lack.sessionsWithoutEntry })}</Link>
      ) : null;
    case "no_sessions":
      return <Link href={`${base}/timetable`}>{t("timetable")}</Link>;
    case "post_test":
    case "micro_teaching":
      return <Link href={`${base}/tests`}>{t("tests")}</Link>;
    default:
      return null;
  }
}
