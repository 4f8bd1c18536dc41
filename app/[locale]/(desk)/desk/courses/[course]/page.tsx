import { CircleCheck, CircleDashed } from "lucide";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentContext, granted, requireContext } from "@/app/_server/context";
import { courseHeadOfDesk, courseOfDesk } from "@/app/_server/course";
import { CourseRecord } from "@/app/_ui/CourseRecord";
import { CheckField, Hidden, Submit, TextField } from "@/app/_ui/Form";
import { fullDay, hours, moment, percent, weekdayDay } from "@/app/_ui/format";
import { Icon } from "@/app/_ui/Icon";
import { Fact, Names, Notice, Say, ToolBadges } from "@/app/_ui/parts";
import { SessionName } from "@/app/_ui/SessionList";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { mayInCourse } from "@/lib/access/queries";
import type { Permission } from "@/lib/access/rules";
import type { Context } from "@/lib/acts/context";
import { exceptionsOf } from "@/lib/audit/queries";
import { completionOf } from "@/lib/certificates/queries";
import {
  approvalIsFinal,
  type Course,
  courseSessions,
  daysNotWorked,
  endingIn,
  type Session,
} from "@/lib/courses/queries";
import {
  allows,
  type CourseState,
  type Ending,
  earlyStep,
  endingWord,
  isApproved,
  isSchedulerStep,
  stateTable,
  wayBackFault,
} from "@/lib/courses/rules";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { contactOf } from "@/lib/programmes/queries";
import { clock } from "@/lib/time/clock";
import { dayAt } from "@/lib/time/zone";
import { Decision } from "../../workshops/Decision";
import { ApprovalBackForm } from "../../workshops/forms";
import { CourseStateForm } from "../forms";
import { RecordOverview } from "./RecordOverview";

/** The step that leads on, from each state. */
const forward: Partial<Record<CourseState, CourseState>> = {
  draft: "open",
  open: "running",
  running: "closed",
};

/** The steps that a state allows, the one that leads on first. */
const stepsOf = (state: CourseState) =>
  [...stateTable[state].next].sort((a, b) => Number(b === forward[state]) - Number(a === forward[state]));

/** The overview of a course: its life as a checklist with what is missing, and the steps it may take. */
export default async function Overview({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("course.read", `/desk/courses/${encodeURIComponent(key)}`);
  const course = courseOfDesk(cx, Number(key));
  const head = courseHeadOfDesk(cx, Number(key));
  if (!course || !head) notFound();
  const locale = await getLocale();
  const t = await getTranslations("overview");
  const w = await getTranslations("workshop");
  const holds = (permission: Permission) => mayInCourse(cx, permission, course.id);
  const mayEdit = holds("course.edit");
  const mayRun = holds("course.run");
  const mayPlan = mayEdit || (course.scheduledBy !== null && holds("workshop.edit"));
  if (course.countedBy === "numbers") return <RecordOverview course={course} mayEdit={mayEdit} />;
  const sessions = courseSessions(cx, course.id);
  const { counts } = head;
  const completion = mayEdit ? completionOf(cx, gate.course(cx, "certificates.read", course.id)) : null;
  const back = {
    state: course.state,
    certificateCount: completion?.withStanding.length ?? counts.certified,
    registrationCount: counts.nominated,
  };
  const nextStates = stepsOf(course.state).filter(
    (to) =>
      wayBackFault(back, to) === null &&
      // Their own workshop starts with the first mark on its roll.
      (mayEdit || (isSchedulerStep(to) && !(course.state === "open" && to === "running"))),
  );
  /** What a step is called: of a trainer's workshop, by its own name. */
  const go = (to: CourseState) => {
    const step = course.state === "closed" ? "reopened" : to;
    return course.scheduledBy !== null && step !== "draft" && step !== "open"
      ? t(`goOwn.${step}`)
      : t(`go.${step}`);
  };
  const base = `/desk/courses/${course.id}`;
  const withRoll = sessions.filter((s) => s.entries > 0 && s.gaps === 0).length;
  const now = clock();
  const exceptions = exceptionsOf(
    cx,
    granted(() => gate.course(cx, "roll.read", course.id)),
  );
  const earlyStepTo = (to: CourseState) =>
    earlyStep(course.state, to, {
      ...course,
      now,
      today: dayAt(now, course.zone),
      lastSessionStart: sessions.at(-1)?.startInstant ?? null,
    });
  const steps = [
    { key: "dates", done: course.startsOn !== null, to: mayPlan ? `${base}/edit` : null, values: {} },
    {
      key: "trainers",
      done: course.trainers.length > 0,
      to: mayPlan ? `${base}/edit` : null,
      values: { count: course.trainers.length },
    },
    {
      key: "timetable",
      done: sessions.length > 0,
      to: holds("timetable.edit") ? `${base}/timetable` : null,
      values: { count: sessions.length },
    },
    { key: "opened", done: course.state !== "draft", to: null, values: {} },
    {
      key: "admitted",
      done: counts.enrolled > 0 && counts.undecided === 0,
      to: holds("registrations.read") ? `${base}/registrations` : null,
      values: { enrolled: counts.enrolled, capacity: course.capacity, undecided: counts.undecided },
    },
    {
      key: "rolls",
      done: sessions.length > 0 && withRoll === sessions.length,
      to: mayRun ? `${base}/roll` : null,
      values: { done: withRoll, count: sessions.length },
    },
    {
      key: "certified",
      done: completion !== null && completion.ready.length === 0 && completion.issued.length > 0,
      to: mayEdit ? `${base}/certificates` : null,
      values: { issued: completion?.issued.length ?? counts.certified, ready: completion?.ready.length ?? 0 },
    },
  ] as const;
  return (
    <div className="grid gap-8 lg:grid-cols-[2fr_1fr]">
      <div className="grid gap-6 content-start">
        {course.state === "cancelled" ? (
          <Notice tone="stop" title={t("cancelled")}>
            <Written>{course.stateReason}</Written>
          </Notice>
        ) : null}
        {course.scheduledBy !== null ? <Approval cx={cx} course={course} /> : null}
        {course.scheduledBy !== null && course.state !== "cancelled" ? (
          <Timetabled course={course} sessions={sessions} />
        ) : null}
        {course.state !== "cancelled" ? (
          <section className="grid gap-3">
            <h1 className="text-lg">{t("life")}</h1>
            <ol className="grid gap-2">
              {steps.map((step) => (
                <li key={step.key} className="flex gap-3 items-start">
                  <Icon
                    icon={step.done ? CircleCheck : CircleDashed}
                    size={22}
                    className={`shrink-0 mt-0.5 ${step.done ? "text-ok" : "text-muted"}`}
                  />
                  <span className="sr-only">{step.done ? t("done") : t("open")}</span>
                  <span>
                    {step.key === "certified" && !mayEdit && mayRun ? (
                      <CertificatesBy programmeId={course.programmeId} />
                    ) : (
                      t(`step.${step.key}`, step.values as never)
                    )}
                    {!step.done && step.to ? (
                      <>
                        {" "}
                        <Link href={step.to} prefetch={false}>
                          {t(`mend.${step.key as "dates"}`)}
                        </Link>
                      </>
                    ) : null}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ) : null}
        <CourseRecord course={course} />
        {exceptions.length > 0 ? (
          <section className="grid gap-2">
            <h2>{t("exceptions")}</h2>
            <ul className="grid gap-2">
              {exceptions.map((exception) => (
                <li key={exception.id} className="card grid gap-1">
                  <p>
                    {t(`exception.${exception.kind}`)}
                    {exception.person ? (
                      <>
                        {" · "}
                        <Written>{exception.person}</Written>
                      </>
                    ) : null}
                    {exception.session ? (
                      <>
                        {" · "}
                        <SessionName session={exception.session} />, {fullDay(exception.session.day, locale)}
                      </>
                    ) : null}
                  </p>
                  <p>
                    <Written>{exception.reason}</Written>
                  </p>
                  <p className="quiet">
                    <Written>{exception.by}</Written> · {moment(exception.at, course.zone, locale)}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {mayRun && nextStates.length > 0 ? (
          <section className="grid gap-3">
            <h2>{t("nextStates")}</h2>
            {course.state === "open" && course.scheduledBy !== null && course.startsOn ? (
              <p>{w("startsByRoll", { day: isolate(fullDay(course.startsOn, locale), locale as Locale) })}</p>
            ) : null}
            <div className="grid gap-3">
              {nextStates.map((to) =>
                to === "cancelled" ? (
                  <details key={to} className="card">
                    <summary className="min-h-11 content-center text-stop font-semibold">
                      {go("cancelled")}
                    </summary>
                    <CourseStateForm className="grid gap-4 mt-3">
                      <Hidden name="courseId" value={course.id} />
                      <Hidden name="from" value={course.state} />
                      <Hidden name="to" value={to} />
                      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
                      <div>
                        <Submit tone="stop" busy={t("saving")}>
                          {course.scheduledBy === null ? t("cancelNow") : go("cancelled")}
                        </Submit>
                      </div>
                    </CourseStateForm>
                  </details>
                ) : to === "closed" ? (
                  <CourseStateForm key={to} className="card grid gap-4">
                    <Hidden name="courseId" value={course.id} />
                    <Hidden name="from" value={course.state} />
                    <Hidden name="to" value={to} />
                    <EndingFields
                      ending={endingIn(cx, course.id)}
                      sheets={completion?.prepared.length ?? 0}
                      earlyFor={earlyStepTo(to) && (sessions.at(-1)?.day ?? course.endsOn)}
                    />
                    <div>
                      <Submit busy={t("saving")}>{go("closed")}</Submit>
                    </div>
                  </CourseStateForm>
                ) : (
                  <CourseStateForm key={to} className="flex flex-wrap gap-3 items-center">
                    <Hidden name="courseId" value={course.id} />
                    <Hidden name="from" value={course.state} />
                    <Hidden name="to" value={to} />
                    {earlyStepTo(to) === "course.start" && course.startsOn ? (
                      <div className="w-full">
                        <TextField
                          name="reason"
                          label={t("earlyReason")}
                          hint={t("earlyReasonHint.course.start", { day: fullDay(course.startsOn, locale) })}
                        />
                      </div>
                    ) : null}
                    <Submit tone={forward[course.state] === to ? "main" : "quiet"} busy={t("saving")}>
                      {go(to)}
                    </Submit>
                    <span className="quiet">
                      {t(`goMeans.${course.state === "closed" ? "reopened" : to}`)}
                    </span>
                  </CourseStateForm>
                ),
              )}
            </div>
          </section>
        ) : null}
      </div>
      <aside className="card grid gap-4 content-start">
        <dl className="grid gap-4">
          <Fact label={t("tools")}>
            <ToolBadges tools={course.tools} />
          </Fact>
          {course.audience ? (
            <Fact label={w("audience")}>
              <Written>{course.audience}</Written>
            </Fact>
          ) : null}
          <Fact label={t("trainerList")}>
            {course.trainers.length === 0 ? t("none") : <Names people={course.trainers} />}
          </Fact>
          <Fact label={t("planned")}>
            {hours(
              sessions.reduce((sum, s) => sum + s.minutes, 0),
              locale,
            )}
          </Fact>
          <Fact label={t("rule")}>
            {t("ruleAttendance", { percent: percent(course.minAttendance, locale) })}
            {course.minPostTest === null
              ? null
              : ` · ${t("rulePostTest", { percent: percent(course.minPostTest, locale) })}`}
            {course.microTeaching ? ` · ${t("ruleMicroTeaching")}` : null}
            {course.excusedLeftOut ? ` · ${t("ruleExcused")}` : null}
            {course.joinersFromStart ? ` · ${t("ruleJoiners")}` : null}
          </Fact>
          {course.costs ? (
            <Fact label={t("costs")}>
              <Say text={course.costs} />
            </Fact>
          ) : null}
        </dl>
        {course.state === "draft" || !isApproved(course) ? null : (
          <Link href={`/courses/${course.slug}`} prefetch={false}>
            {t("publicPage")}
          </Link>
        )}
        {mayPlan && allows(course.state, "plan") ? (
          <Link href={`${base}/edit`} prefetch={false} className="button">
            {course.scheduledBy === null || mayEdit ? t("edit") : w("editTitle")}
          </Link>
        ) : null}
      </aside>
    </div>
  );
}

/** What ending the course does, as the person is told it; the form carries it, so that it is still true when it arrives. */
async function EndingFields({
  ending,
  sheets,
  earlyFor,
}: {
  ending: Ending;
  /** Certificates prepared for the closing. */
  sheets: number;
  earlyFor: string | null;
}) {
  const locale = await getLocale();
  const t = await getTranslations("overview");
  const shown = (["attended", "noShow", "missingRolls", "waiting", "undecided"] as const).filter(
    (what) => what === "attended" || ending[what] > 0,
  );
  return (
    <>
      <Hidden name="foreseen" value={endingWord(ending)} />
      <div className="grid gap-1">
        <p className="font-semibold">{t("ending.title")}</p>
        <ul className="list-disc ps-5">
          {shown.map((what) => (
            <li key={what}>{t(`ending.${what}`, { count: ending[what] })}</li>
          ))}
          {sheets > 0 ? <li>{t("ending.sheets", { count: sheets })}</li> : null}
        </ul>
      </div>
      {ending.missingRolls > 0 ? <CheckField name="withoutRolls" label={t("withoutRolls")} /> : null}
      {earlyFor ? (
        <TextField
          name="reason"
          label={t("earlyReason")}
          hint={t("earlyReasonHint.course.end", { day: weekdayDay(earlyFor, locale) })}
        />
      ) : null}
    </>
  );
}

/** Who issues the certificates of a trainer's workshop, and whom to ask. */
async function CertificatesBy({ programmeId }: { programmeId: number }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const contact = contactOf(await currentContext(), programmeId);
  const [first, ...others] = [contact?.name, contact?.phone, contact?.email].filter((part) => part != null);
  return (
    <>
      {t("certificates")}
      {first ? (
        <span className="quiet block">{t("certificatesAsk", { contact: isolate(first, locale) })}</span>
      ) : null}
      {others.map((part) => (
        <span key={part} className="quiet block">
          <bdi dir="ltr">{part}</bdi>
        </span>
      ))}
    </>
  );
}

/** How a trainer's workshop stands with its approval: what that means, and the decision for whom it is. */
async function Approval({ cx, course }: { cx: Context; course: Course }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const errors = await getTranslations("errors");
  const decides = mayInCourse(cx, "workshop.approve", course.id);
  const own = course.trainers.some((p) => p.id === cx.viewer.personId);
  if (isApproved(course)) {
    if (course.approvedAt === null || course.approvedBy === null) return null;
    const day = fullDay(dayAt(course.approvedAt, course.zone), locale);
    return (
      <div className="flex flex-wrap gap-3 items-center">
        <p className="quiet">
          {course.approvedByName
            ? t("approvedBy", { day, name: isolate(course.approvedByName, locale) })
            : t("approvedOn", { day })}
        </p>
        {decides && !own && course.state !== "cancelled" && !approvalIsFinal(cx, course.id) ? (
          <ApprovalBackForm className="grid">
            <Hidden name="courseId" value={course.id} />
            <Submit tone="quiet" busy={t("saving")}>
              {t("takeBack")}
            </Submit>
          </ApprovalBackForm>
        ) : null}
      </div>
    );
  }
  if (course.state === "cancelled") return null;
  return (
    <div className="grid gap-3">
      <Notice tone="attention" title={t("awaits")}>
        {decides
          ? t("awaitsCoordinator")
          : t("awaitsTrainer", { programme: isolate(course.programme, locale) })}
        {decides && own ? ` ${errors("ownWorkshop")}` : null}
      </Notice>
      {decides && !own ? <Decision course={course} /> : null}
    </div>
  );
}

/** What a look at the timetable of a trainer's workshop should tell: days that are not worked there, modules without room. */
async function Timetabled({ course, sessions }: { course: Course; sessions: readonly Session[] }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const days = daysNotWorked(
    await currentContext(),
    course.country,
    sessions.map((s) => s.day),
  );
  const needed = course.tools.flatMap((tool) => tool.modules).reduce((sum, m) => sum + m.minutes, 0);
  const planned = sessions.filter((s) => s.kind === "module").reduce((sum, s) => sum + s.minutes, 0);
  if (days.length === 0 && planned >= needed) return null;
  return (
    <Notice>
      {days.map(({ day, holiday }) => (
        <p key={day}>
          {t(holiday ? "notWorkedHoliday" : "notWorked", { day: isolate(weekdayDay(day, locale), locale) })}
        </p>
      ))}
      {planned < needed ? (
        <p>
          {t("modulesShort", {
            needed: isolate(hours(needed, locale), locale),
            planned: isolate(hours(planned, locale), locale),
          })}
        </p>
      ) : null}
    </Notice>
  );
}
