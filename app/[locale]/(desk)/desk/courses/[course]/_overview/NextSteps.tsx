import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentContext, granted } from "@/app/_server/context";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Dialog, DialogFoot } from "@/app/_ui/kit/Dialog";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Completion } from "@/lib/certificates/queries";
import { forward } from "@/lib/courses/progress";
import { type DeskCourse, endingIn } from "@/lib/courses/queries";
import { type CourseState, type Ending, earlyStep, isApproved, isTentative } from "@/lib/courses/rules";
import { firstDayCame } from "@/lib/courses/rules/workshops";
import { fullDay } from "@/lib/i18n/format";
import { isolate, type Locale } from "@/lib/i18n/rules";
import { dayAt } from "@/lib/time/zone";
import type { Session } from "@/lib/timetable/queries";
import { CourseStateForm } from "../../forms";
import { stepName } from "../_head/stepName";
import { WithoutPlan } from "./ActionPlans";
import { EndingFields, endingLines, unnamedLine } from "./EndingFields";

type Step = { course: DeskCourse; to: CourseState };

/** The step that leads the course on, with what it means; its opening is the button in its head, the others are in its menu. */
export async function NextSteps({
  course,
  steps,
  sessions,
  completion,
  ask,
  cx,
}: {
  course: DeskCourse;
  steps: readonly CourseState[];
  sessions: readonly Session[];
  /** How its people stand by its rule; null where the course cannot be ended. */
  completion: Completion | null;
  /** The step that was asked for on the way here. */
  ask: CourseState | null;
  cx: Context;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("overview");
  const w = await getTranslations("workshop");
  // Of a workshop that its own approver looks at the head says nothing: there the approval comes first.
  const inHead =
    course.state === "draft" && (isApproved(course) || !gate.mayIn(cx, "workshop.approve", course));
  const here = steps.filter((to) => to === forward[course.state] && !(to === "open" && inHead));
  if (here.length === 0) return null;
  const last = sessions.at(-1);
  const early = (to: CourseState) =>
    earlyStep(course.state, to, {
      ...course,
      now: cx.now,
      today: dayAt(cx.now, course.zone),
      lastSessionStart: last?.startInstant ?? null,
    });
  return (
    <section id="next-step" tabIndex={-1} className="grid gap-3 scroll-mt-4">
      <h2>{t("nextStates")}</h2>
      {course.state === "open" && course.scheduledBy !== null && course.startsOn ? (
        <p>{w("startsByRoll", { day: isolate(fullDay(course.startsOn, locale), locale) })}</p>
      ) : null}
      <div className="grid gap-3">
        {here.map((to) =>
          to === "closed" ? (
            <End
              key={to}
              cx={cx}
              course={course}
              to={to}
              ending={granted(() => endingIn(cx, gate.courseFor(cx, "course.run", course)))}
              completion={completion}
              sessions={sessions}
              open={ask === to}
              earlyFor={early(to) ? (last?.day ?? course.endsOn) : null}
            />
          ) : (
            <GoOn key={to} course={course} to={to} early={early(to) === "course.start"} />
          ),
        )}
      </div>
    </section>
  );
}

/** The form that takes a course a step. */
export async function StepForm({
  course,
  to,
  className,
  children,
}: Step & { className: string; children: ReactNode }) {
  const today = dayAt((await currentContext()).now, course.zone);
  return (
    <CourseStateForm className={className}>
      <Hidden name="courseId" value={course.id} />
      <Hidden name="from" value={course.state} />
      <Hidden name="to" value={to} />
      <Hidden name="tentative" value={isTentative(course) ? "yes" : "no"} />
      <Hidden name="begun" value={firstDayCame(course, today) ? "yes" : "no"} />
      {children}
    </CourseStateForm>
  );
}

/** The question before a step that cannot be undone: of a trainer's workshop, by its own name. */
export async function asked({ course, to }: Step & { to: "running" | "closed" | "cancelled" }) {
  const t = await getTranslations("overview");
  const own = course.scheduledBy !== null;
  return {
    trigger: t("asksFurther", { step: own ? t(`goOwn.${to}`) : t(`go.${to}`) }),
    title: own ? t(`askOwn.${to}`) : t(`ask.${to}`),
  };
}

/** Ends the course, once it was said what that does. */
async function End({
  cx,
  course,
  to,
  ending,
  completion,
  sessions,
  open,
  earlyFor,
}: Step & {
  cx: Context;
  to: "closed";
  ending: Ending;
  completion: Completion | null;
  sessions: readonly Session[];
  open: boolean;
  earlyFor: string | null;
}) {
  const t = await getTranslations("overview");
  return (
    <Dialog
      {...(await asked({ course, to }))}
      // The one filled button of a course under way is in its head: the attendance, or the way here.
      look="button"
      asked={open}
      will={await endingLines(ending, completion, await unnamedLine(course, sessions))}
    >
      <StepForm course={course} to={to} className="grid gap-4">
        <WithoutPlan cx={cx} course={course} />
        <EndingFields ending={ending} earlyFor={earlyFor} />
        <DialogFoot>
          <Submit busy={t("saving")}>{await stepName(course, to)}</Submit>
        </DialogFoot>
      </StepForm>
    </Dialog>
  );
}

/** A step on; before its day it is asked about first, with the reason that is owed. */
async function GoOn({ course, to, early }: Step & { early: boolean }) {
  const locale = await getLocale();
  const t = await getTranslations("overview");
  const means = t(`goMeans.${to as "open" | "running"}`);
  const send = (
    <Submit tone={early ? "main" : "quiet"} busy={t("saving")}>
      {await stepName(course, to)}
    </Submit>
  );
  if (early && course.startsOn)
    return (
      <Dialog {...(await asked({ course, to: "running" }))} look="button" will={[means]}>
        <StepForm course={course} to={to} className="grid gap-4">
          <TextField
            name="reason"
            label={t("earlyReason")}
            hint={t("earlyReasonHint.course.start", { day: fullDay(course.startsOn, locale) })}
          />
          <DialogFoot>{send}</DialogFoot>
        </StepForm>
      </Dialog>
    );
  return (
    <StepForm course={course} to={to} className="flex flex-wrap gap-3 items-center">
      {send}
      <span className="quiet">{means}</span>
    </StepForm>
  );
}
