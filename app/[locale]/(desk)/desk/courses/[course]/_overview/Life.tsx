import { Check, CircleAlert, CircleDashed, Hourglass, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  lacksOf,
  rollIsComplete,
  rollIsMissing,
  type Stage,
  stages,
  stagesDone,
} from "@/lib/courses/progress";
import type { Course, courseHead } from "@/lib/courses/queries";
import { isApproved, overBy, registrationOpen } from "@/lib/courses/rules";
import type { Group } from "@/lib/groups/queries";
import { hours, shortRange } from "@/lib/i18n/format";
import { dotBetween, inLanguage, isolate, type Locale } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";
import type { Session } from "@/lib/timetable/queries";
import { modulesShort } from "@/lib/timetable/rules/moduleHours";
import { CertificatesBy } from "./CertificatesBy";

const looks = {
  overdue: { Icon: CircleAlert, colour: "text-stop" },
  now: { Icon: TriangleAlert, colour: "text-attention" },
  later: { Icon: CircleDashed, colour: "text-muted" },
  awaits: { Icon: Hourglass, colour: "text-attention" },
} as const;

/** What a course lacks today on its way to its certificates, each with its remedy; then what is to come, and what it has behind it. */
export async function Life({
  course,
  counts,
  groups,
  sessions,
  certificates,
  clashes,
  open,
  withoutPlan,
  issuedByOthers,
  mended,
  startsFirst,
  now,
}: {
  course: Course;
  counts: NonNullable<ReturnType<typeof courseHead>>["counts"];
  groups: readonly Group[];
  sessions: readonly Session[];
  /** Null for whom it is not told who may have a certificate. */
  certificates: { ready: number; issued: number } | null;
  /** Sessions that cannot be as they are planned. */
  clashes: number;
  /** What else is open in the plan. */
  open: number;
  /** How many of a training of trainers that is over have no action plan. */
  withoutPlan: number;
  /** True for whoever runs the workshop, and leaves its certificates to a coordinator. */
  issuedByOthers: boolean;
  /** Where the viewer may do what a stage lacks. */
  mended: Partial<Record<Stage, string>>;
  /** True where the course has to be started before its attendance can be taken. */
  startsFirst: boolean;
  /** The present, by which a session is over (ms). */
  now: number;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("overview");
  const n = await getTranslations("courseNumbers");
  const w = await getTranslations("workshop");
  const sheet = await getTranslations("timetableSheet");
  const plan = await getTranslations("actionPlan");
  /** A workshop that is planned, and awaits approval. */
  const awaits = course.state !== "draft" && !isApproved(course);
  const short = modulesShort(
    course.tools.flatMap((tool) => tool.modules.map((m) => ({ tool, ...m }))),
    sessions,
    groups.map(({ id }) => id),
  );
  const called = new Map(groups.map(({ id, name }) => [id, name]));
  const minutesLeft = short.reduce((sum, { left }) => sum + left, 0);
  const overdueRolls = sessions.filter((s) => rollIsMissing(s, overBy(course.state, now))).length;
  const facts = { ...course, sessions, counts, certificates, overdueRolls, minutesLeft, clashes };
  const done = stagesDone(facts);
  // Who decides on nobody is told how many come, and that nothing of it is theirs to do.
  const decides = mended.admitted !== undefined;
  const lacks = lacksOf(facts).map((lack) =>
    lack.stage === "admitted" && !decides ? { ...lack, urgency: "later" as const } : lack,
  );
  const said: Record<Stage, ReactNode> = {
    dates: t(done.dates ? "step.dates" : "lack.dates"),
    trainers: t("step.trainers", { count: course.trainers.length }),
    timetable: t("step.timetable", { count: sessions.length }),
    hours: done.hours
      ? t("step.hours")
      : t("lack.hours", { time: isolate(hours(minutesLeft, locale), locale) }),
    clashes: done.clashes ? t("step.clashes") : t("lack.clashes", { count: clashes }),
    opened: awaits ? w("awaits") : t(done.opened ? "step.opened" : "lack.opened"),
    admitted:
      counts.undecided > 0 && decides
        ? t("lack.admitted", { count: counts.undecided })
        : t("step.accepted", { enrolled: counts.enrolled, capacity: course.capacity }),
    rolls: t("step.rolls", { done: sessions.filter(rollIsComplete).length, count: sessions.length }),
    certified: issuedByOthers ? (
      <CertificatesBy course={course} certificates={certificates} />
    ) : (
      t("step.certified", certificates ?? { issued: counts.certified, ready: 0 })
    ),
  };
  const today = dayAt(now, course.zone);
  /** From when it is asked, while that is to come. */
  const from = (day: string | null) =>
    day && day > today ? n("from", { day: shortRange(day, day, locale) }) : null;
  const isOver = course.endsOn !== null && course.endsOn < today;
  const note: Partial<Record<Stage, string | null>> = {
    admitted:
      decides && counts.undecided > 0 && counts.enrolled > 0
        ? t("step.accepted", { enrolled: counts.enrolled, capacity: course.capacity })
        : null,
    // Nobody registers any more in what has begun or is over.
    opened: awaits
      ? isOver
        ? null
        : t("approvedMeans")
      : course.state === "draft" || registrationOpen(course, today)
        ? t("openedMeans")
        : null,
    hours: short
      .map(({ tool, code, lacking }) => {
        // Each group lacks minutes of its own.
        const of = lacking.flatMap(({ groupId, left }) => {
          const name = groupId === null ? undefined : called.get(groupId);
          return name === undefined
            ? []
            : sheet("leftOf", { group: isolate(name, locale), time: isolate(hours(left, locale), locale) });
        });
        const module = isolate(`${inLanguage(tool.title, "en").text} ${code}`.trim(), locale);
        return of.length === 0 ? module : `${module} (${of.join(dotBetween)})`;
      })
      .join(dotBetween),
    rolls:
      overdueRolls === 0
        ? from(course.startsOn)
        : course.state === "closed"
          ? t("ending.missingRolls", { count: overdueRolls })
          : n("overdueRolls", { count: overdueRolls }),
    certified: course.state === "closed" ? null : from(course.endsOn),
  };
  const missing = lacks.filter(({ urgency }) => urgency !== "later");
  const behind = stages.filter((stage) => done[stage]);
  return (
    <section className="grid gap-2">
      <h2>{n(missing.length > 0 || open > 0 || withoutPlan > 0 || awaits ? "missing" : "nothingMissing")}</h2>
      <div className="card grid p-0">
        <ul>
          {lacks.map(({ stage, urgency }) => {
            const { Icon, colour } = looks[stage === "opened" && awaits ? "awaits" : urgency];
            const to = urgency === "later" ? undefined : mended[stage];
            return (
              <li
                key={stage}
                className="flex flex-wrap gap-x-3 gap-y-2 items-center px-4 py-3 border-b border-line last:border-b-0"
              >
                <Icon size={20} className={`shrink-0 ${colour}`} aria-hidden />
                <span className="sr-only">{n(`urgency.${urgency}`)}</span>
                <span className={`grow basis-40 min-w-0 ${urgency === "later" ? "quiet" : ""}`}>
                  {said[stage]}
                  {note[stage] ? <span className="quiet block">{note[stage]}</span> : null}
                </span>
                {to && stage !== "opened" ? (
                  <Link href={to} prefetch={false} className="button">
                    {stage === "rolls" && startsFirst
                      ? t(course.scheduledBy === null ? "go.running" : "goOwn.running")
                      : t(`mend.${stage}`)}
                  </Link>
                ) : null}
              </li>
            );
          })}
        </ul>
        {withoutPlan > 0 ? (
          <p className="flex flex-wrap gap-x-3 gap-y-2 items-center px-4 py-3 border-t border-line">
            <TriangleAlert size={20} className="shrink-0 text-attention" aria-hidden />
            <span className="grow basis-40 min-w-0">{plan("without", { count: withoutPlan })}</span>
            <Link href={`/desk/courses/${course.id}/plans`} prefetch={false} className="button">
              {plan("see")}
            </Link>
          </p>
        ) : null}
        {behind.length > 0 ? (
          <ul className="grid gap-1 px-4 py-3 bg-sunken rounded-b-card">
            {behind.map((stage) => (
              <li key={stage} className="flex gap-3 quiet">
                <Check size={18} className="shrink-0 mt-0.5 text-ok" aria-hidden />
                <span className="sr-only">{t("done")}</span>
                <span>{said[stage]}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
