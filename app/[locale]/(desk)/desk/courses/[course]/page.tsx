import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key as count, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { currentContext, requireContext } from "@/app/_server/context";
import { courseHeadOfDesk, courseOfDesk } from "@/app/_server/course";
import { CourseRecord } from "@/app/_ui/CourseRecord";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";
import { courseWords } from "@/app/_words/ofWorkshop";
import * as gate from "@/lib/access/gate";
import { peopleAtRisk, presenceIn } from "@/lib/attendance/queries";
import { exceptionsOf } from "@/lib/audit/queries";
import { completionOf } from "@/lib/certificates/queries";
import { onTheWayIn } from "@/lib/completion/rules/onTheWay";
import { forward, rollRemedy, stepsOffered } from "@/lib/courses/progress";
import { endedOn, trainerToldByHand, turnedDownBy } from "@/lib/courses/queries";
import { allows, courseStates } from "@/lib/courses/rules";
import { groupsIn } from "@/lib/groups/queries";
import { shownIn } from "@/lib/i18n/rules";
import { languagesToldIn, mailHeldIn, peopleToTell } from "@/lib/messages/queries";
import { lateIn } from "@/lib/requests/queries";
import { ifGranted } from "@/lib/result";
import { dayAt } from "@/lib/time/zone";
import { courseSessions, peopleElsewhere, planIssues, takenElsewhere } from "@/lib/timetable/queries";
import { clashing } from "@/lib/timetable/rules/grid";
import { OwnSuspension } from "../../../_stages/OwnSuspension";
import { MailHeld } from "../../../today/MailHeld";
import { againHref } from "../../workshops/againHref";
import { NotApproved } from "../../workshops/NotApproved";
import { ActionPlans, withoutPlan } from "./_overview/ActionPlans";
import { Approval } from "./_overview/Approval";
import { AskedStep } from "./_overview/AskedStep";
import { AskedToTell } from "./_overview/AskedToTell";
import { CourseFacts } from "./_overview/CourseFacts";
import { CurriculumNews } from "./_overview/CurriculumNews";
import { Done, doings } from "./_overview/Done";
import { Exceptions } from "./_overview/Exceptions";
import { FiveCounts } from "./_overview/FiveCounts";
import { FollowUp } from "./_overview/FollowUp";
import { GoAhead } from "./_overview/GoAhead";
import { Life } from "./_overview/Life";
import { LifeLine } from "./_overview/LifeLine";
import { NextSteps } from "./_overview/NextSteps";
import { OpenInPlan } from "./_overview/OpenInPlan";
import { Presence } from "./_overview/Presence";
import { RecordOverview } from "./_overview/RecordOverview";
import { RolesAfter } from "./_overview/RolesAfter";
import { AtRisk } from "./roll/AtRisk";

type Props = { params: Promise<{ course: string }> };

/** What was just done, and which step is asked for, as the address says it. */
const asked = asking({ done: oneOf(doings), ask: oneOf(courseStates), mailed: count, byHand: count });

/** Of the course's pages the one that the layout above does not name. */
export async function generateMetadata({ params }: Props) {
  const cx = await currentContext();
  const key = keyIn((await params).course);
  const course = ifGranted(() => gate.course(cx, "course.read", key));
  const t = await getTranslations("workspace");
  if (!course) return {};
  return {
    title: t("pageTitle", { part: t("tab.overview"), course: shownIn(course.title, await getLocale()) }),
  };
}

/** The overview of a course: its life as a line, its people in numbers, what is missing, and the steps it may take. */
export default async function Overview({ params, searchParams }: Props & { searchParams: SearchParams }) {
  const { course: key } = await params;
  const cx = await requireContext("course.read", `/desk/courses/${encodeURIComponent(key)}`);
  const course = courseOfDesk(cx, keyIn(key));
  const head = courseHeadOfDesk(cx, keyIn(key));
  const t = await courseWords("overview", course);
  const w = await getTranslations("workshop");
  const holds = gate.holdsIn(cx, course);
  const coordinates = holds("course.edit");
  const runs = holds("course.run");
  const plans = coordinates || (course.scheduledBy !== null && holds("workshop.edit"));
  const { done, ask, mailed, byHand } = await asked(searchParams);
  if (course.countedBy === "numbers")
    return (
      <>
        <Done what={done} course={course} now={cx.now} />
        <RecordOverview course={course} mayEdit={coordinates} />
      </>
    );
  const sessions = courseSessions(cx, course);
  const { counts } = head;
  const turnedDown = turnedDownBy(cx, course);
  // Whose own workshop it is, is told the same as a coordinator: who meets the conditions, and who has a certificate.
  const completion = holds("certificates.read")
    ? completionOf(cx, gate.courseFor(cx, "certificates.read", course))
    : runs
      ? completionOf(cx, gate.courseFor(cx, "course.run", course))
      : null;
  const steps = stepsOffered(
    {
      state: course.state,
      certificateCount: completion?.withStanding.length ?? counts.certified,
      registrationCount: counts.nominated,
    },
    coordinates,
  );
  const base = `/desk/courses/${course.id}`;
  const remedy = rollRemedy(course, dayAt(cx.now, course.zone), steps);
  const editable = holds("timetable.edit") ? gate.courseFor(cx, "timetable.edit", course) : null;
  const elsewhere = editable ? takenElsewhere(cx, editable, sessions) : new Map();
  const clashes = clashing(sessions, elsewhere).length;
  const issues = editable
    ? planIssues(cx, editable, sessions, { elsewhere, people: peopleElsewhere(cx, editable).bySession })
    : null;
  const certificates = completion && { ready: completion.ready.length, issued: completion.issued.length };
  return (
    <div className="grid gap-6">
      {/* The way to a step that somebody else took meanwhile says that, and does not lead to nothing. */}
      <Done
        what={ask !== null && ask === course.state ? "decidedMeanwhile" : done}
        course={course}
        told={{ mailed: mailed ?? 0, byHand: byHand ?? 0 }}
        trainerByHand={
          done === "approved" && holds("workshop.approve")
            ? trainerToldByHand(cx, gate.courseFor(cx, "workshop.approve", course))
            : false
        }
        toTell={
          (done === "cancelled" || done === "approved" || (done === "plan" && byHand)) &&
          holds("registrations.decide")
            ? peopleToTell(cx, gate.courseFor(cx, "registrations.decide", course))
            : 0
        }
        now={cx.now}
      />
      {turnedDown !== undefined ? (
        <NotApproved
          course={course}
          by={turnedDown}
          own={course.scheduledBy === cx.viewer.personId && holds("workshop.edit")}
        />
      ) : course.state === "cancelled" ? (
        <Notice tone="stop" title={t("cancelled")}>
          <Written>{course.stateReason}</Written>
        </Notice>
      ) : null}
      <OwnSuspension cx={cx} />
      {runs ? <MailHeld cx={cx} held={mailHeldIn(cx, gate.courseFor(cx, "course.run", course))} /> : null}
      {course.scheduledBy !== null ? <Approval cx={cx} course={course} /> : null}
      <GoAhead course={course} decides={coordinates} today={dayAt(cx.now, course.zone)} />
      <CurriculumNews cx={cx} course={course} mayMove={coordinates} />
      <AskedToTell cx={cx} course={course} />
      <OpenInPlan courseId={course.id} count={issues?.open.length ?? 0} />
      {runs && ask !== null && steps.includes(ask) && ask !== forward[course.state] ? (
        <AskedStep
          course={course}
          to={ask}
          registered={counts.nominated}
          languages={languagesToldIn(cx, gate.courseFor(cx, "course.run", course))}
        />
      ) : null}
      <LifeLine
        course={course}
        sessions={sessions}
        certificates={certificates ?? { ready: 0, issued: counts.certified }}
        today={dayAt(cx.now, course.zone)}
        ended={endedOn(cx, course)}
      />
      <FiveCounts
        course={course}
        counts={counts}
        completed={completion && onTheWayIn(completion.everyone, course.state)}
      />
      <div className="grid gap-6 lg:grid-cols-2 items-start">
        <div className="grid gap-6 min-w-0">
          {course.state !== "cancelled" ? (
            <Life
              course={course}
              counts={counts}
              groups={groupsIn(cx, course)}
              sessions={sessions}
              certificates={certificates}
              clashes={clashes}
              open={issues?.open.length ?? 0}
              withoutPlan={plans && course.state === "closed" ? withoutPlan(cx, course) : 0}
              issuedByOthers={runs && !coordinates}
              mended={{
                // The plan opens at the step that has it: a workshop's has other steps than a course's.
                ...(plans
                  ? {
                      dates: `${base}/edit#${coordinates ? "days" : "where"}`,
                      trainers: `${base}/edit#${coordinates ? "trainers" : "who"}`,
                    }
                  : {}),
                ...(holds("timetable.edit")
                  ? {
                      timetable: `${base}/timetable`,
                      hours: `${base}/timetable`,
                      clashes: `${base}/timetable`,
                    }
                  : {}),
                ...(holds("registrations.read") ? { admitted: `${base}/registrations` } : {}),
                ...(runs && remedy ? { rolls: remedy === "roll" ? `${base}/roll` : "#next-step" } : {}),
                ...(coordinates ? { certified: `${base}/certificates` } : {}),
              }}
              startsFirst={remedy === "start"}
              now={cx.now}
            />
          ) : null}
          <AtRisk people={peopleAtRisk(cx, gate.courseFor(cx, "roll.read", course))} />
          <ActionPlans cx={cx} course={course} />
          <RolesAfter cx={cx} course={course} />
          {runs ? (
            <NextSteps
              course={course}
              steps={steps}
              sessions={sessions}
              completion={completion}
              ask={ask}
              cx={cx}
            />
          ) : null}
          <FollowUp cx={cx} course={course} />
          <CourseRecord course={course} />
          <Exceptions
            exceptions={exceptionsOf(cx, gate.courseFor(cx, "roll.read", course))}
            course={course}
          />
        </div>
        <div className="grid gap-6 min-w-0">
          {holds("roll.read") ? (
            <Presence days={presenceIn(cx, gate.courseFor(cx, "roll.read", course), sessions)} />
          ) : null}
          <section className="card grid gap-4 content-start">
            <CourseFacts
              course={course}
              sessions={sessions}
              late={holds("trainers.ask") ? lateIn(cx, gate.courseFor(cx, "trainers.ask", course)) : []}
            />
            {plans && allows(course.state, "plan") ? (
              <Link href={`${base}/edit`} prefetch={false} className="button">
                {course.scheduledBy === null || coordinates ? t("edit") : w("editTitle")}
              </Link>
            ) : null}
            {course.scheduledBy !== null && course.scheduledBy === cx.viewer.personId && plans ? (
              <a href={againHref(course.id)} className="button">
                {w("again")}
              </a>
            ) : null}
          </section>
        </div>
      </div>
    </div>
  );
}
