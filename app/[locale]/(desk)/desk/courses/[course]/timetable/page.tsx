import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { keyIn, type SearchParams } from "@/app/_server/asked";
import { requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { BesidePanel } from "@/app/_ui/kit/BesidePanel";
import { Empty } from "@/app/_ui/kit/Empty";
import { FocusOn, InSight } from "@/app/_ui/kit/FocusOn";
import { sessionLink } from "@/app/_ui/kit/sessionLink";
import { OnPaper } from "@/app/_ui/OnPaper";
import * as gate from "@/lib/access/gate";
import { awayInCourse } from "@/lib/away/queries";
import { allows, overBy } from "@/lib/courses/rules";
import { groupsIn } from "@/lib/groups/queries";
import { zoneOfCourse } from "@/lib/i18n/zoneNames";
import { calendarOf } from "@/lib/places/queries";
import { daysFrom } from "@/lib/time/civil";
import { dayAt } from "@/lib/time/zone";
import {
  asksPracticum,
  breaksAsked,
  courseLink,
  courseSessions,
  ownTimetableChanges,
  peopleElsewhere,
  planIssues,
  proposalToAsk,
  takenByOthers,
  takenElsewhere,
  whyNotUndone,
} from "@/lib/timetable/queries";
import { clashing, weeksOf, weekToShow } from "@/lib/timetable/rules/grid";
import { leftOverIn } from "@/lib/timetable/rules/leftOver";
import { CalendarAddress } from "../../../../_calendar/CalendarAddress";
import { TypedMeanwhile } from "../../../../_stages/TypedMeanwhile";
import { AlongProgramme } from "./AlongProgramme";
import { addressesOf, asked } from "./asked";
import { CourseLink } from "./CourseLink";
import { ChangeToast, placeOf, saidBeside, YourChanges } from "./changes";
import { GiveRoom, Roomless, RoomlessToast } from "./GiveRoom";
import { AcceptedToast, StillOpen } from "./IssueNotice";
import { Issues, issuesHead } from "./Issues";
import { issueWords, saidBySession } from "./issueWords";
import { LeftOut } from "./LeftOut";
import { ModuleHours } from "./ModuleHours";
import { CreatedToast, NoDates } from "./NoDates";
import { NothingChanged } from "./NothingChanged";
import { beginsWith } from "./newSession";
import { notWorkedIn } from "./notWorked";
import { AddPanel, SessionPanel } from "./Panel";
import { FirstProposal, ProposalPanel } from "./Proposal";
import { peopleOf, Sheet } from "./Sheet";
import { signsOf, stops } from "./signs";
import { placeIn, stepOf } from "./steps";
import { TakenOver } from "./TakenOver";
import { PhoneMenu, Toolbar } from "./Toolbar";

type Props = { params: Promise<{ course: string }>; searchParams: SearchParams };

export const generateMetadata = async () => ({ title: (await getTranslations("timetable"))("title") });

/** The timetable: a week as a sheet of days by hours, on a phone a list by day; beside it what one looks at or changes. */
export default async function Timetable({ params, searchParams }: Props) {
  const { course: courseKey } = await params;
  const cx = await requireContext("course.read", `/desk/courses/${encodeURIComponent(courseKey)}/timetable`);
  const course = courseOfDesk(cx, keyIn(courseKey));
  const said = await asked(searchParams);
  const [locale, t] = [await getLocale(), await getTranslations("timetable")];
  const mayEdit = gate.mayIn(cx, "timetable.edit", course) && allows(course.state, "plan");
  const created = said.created && course.state === "draft" ? <CreatedToast /> : null;
  const takenOver = said.taken === null ? null : <TakenOver said={said.taken} />;
  if (!course.startsOn || !course.endsOn)
    return (
      <>
        {takenOver}
        <NoDates course={course} mayEdit={mayEdit} />
        {created}
      </>
    );
  const sessions = courseSessions(cx, course);
  const editable = mayEdit ? gate.courseFor(cx, "timetable.edit", course) : null;
  const changes = editable ? ownTimetableChanges(cx, editable, said.change) : [];
  const change = changes.find(({ id }) => id === said.change) ?? null;
  const place = change ? placeOf(change, sessions) : null;
  const [groups, breaks] = [groupsIn(cx, course), breaksAsked(cx, course)];
  const elsewhere = editable ? takenElsewhere(cx, editable, sessions) : new Map();
  const people = editable ? peopleElsewhere(cx, editable).bySession : new Map();
  const issues = editable
    ? planIssues(cx, editable, sessions, { elsewhere, people })
    : { open: [], accepted: [] };
  const nth = placeIn(issues.open, said);
  const stepsTo = nth === null ? undefined : issues.open[nth];
  const show = stepsTo ? String(stepsTo.sessionId ?? "new") : said.show;
  // Whoever changed the last of it has seen all of the list.
  const allSeen = nth !== null && nth === issues.open.length && said.after !== null;
  const shown = sessions.find(({ id }) => String(id) === show) ?? null;
  const today = dayAt(cx.now, course.zone);
  const weeks = weeksOf(daysFrom(course.startsOn, course.endsOn), calendarOf(cx, course.country).weekend);
  const placed =
    place && "session" in place ? (sessions.find(({ id }) => id === place.session) ?? null) : null;
  const goneFrom = place && "day" in place ? place.day : null;
  // A week of holidays at the beginning has nothing to show: where nothing is asked for, that of the next session.
  const next = sessions.find(({ day }) => day >= today)?.day ?? null;
  const shownWeek = weekToShow(weeks, shown?.day ?? placed?.day ?? goneFrom ?? said.week ?? next, today);
  const week = weeks[shownWeek]?.[0] ?? course.startsOn;
  const address = addressesOf(`/desk/courses/${course.id}/timetable`, {
    week: weeks.length > 1 ? week : null,
    view: said.view,
    along: said.along,
  });
  const words = await issueWords(course, groups, sessions);
  const along = editable && said.along ? <AlongProgramme cx={cx} course={editable} /> : null;
  const step = await stepOf({ course, issues: issues.open, nth, said, words, address, along });
  const signs = await signsOf(sessions, {
    planned: allows(course.state, "plan"),
    elsewhere,
    people,
    said: (kind) => saidBySession(kind, issues.open, words),
    emptyGroups: new Set(groups.flatMap(({ id, people }) => (people === 0 ? id : []))),
    breaks,
    heldBefore: course.state === "running" || course.state === "closed" ? overBy(course.state, cx.now) : null,
  });
  const panel = shown ? (
    <SessionPanel
      key={step?.place}
      course={course}
      groups={groups}
      sessions={sessions}
      session={shown}
      signs={signs(shown)}
      step={step}
      rolls={gate.mayIn(cx, "roll.read", course)}
      mayEdit={mayEdit}
      cx={cx}
      address={address}
    />
  ) : mayEdit && show === "new" ? (
    <AddPanel
      key={step?.place}
      course={course}
      groups={groups}
      begins={beginsWith({
        sessions,
        days: weeks[shownWeek] ?? [week],
        free: await notWorkedIn(course),
        issue: stepsTo ?? null,
      })}
      step={step}
      cx={cx}
      close={address()}
    />
  ) : editable && show === "propose" && sessions.length > 0 ? (
    <ProposalPanel
      course={course}
      sessions={sessions}
      asked={proposalToAsk(cx, editable, sessions)}
      groups={groups.length}
      practicum={asksPracticum(cx, editable)}
      close={address()}
    />
  ) : null;
  const marked = new Set([
    ...(change && place ? [...change.before, ...change.after].map(({ id }) => id) : []),
    ...(said.saved ? [Number(said.saved)] : []),
  ]);
  return (
    <>
      <BesidePanel panel={panel}>
        {/* On paper no grid: what is broken over pages is higher than the row that was laid out for it. */}
        <div className="grid print:block gap-4 min-w-0">
          {takenOver}
          <TypedMeanwhile cx={cx} typed={said.typed} />
          <Toolbar
            course={course}
            weeks={weeks}
            shownWeek={shownWeek}
            days={new Set(sessions.map(({ day }) => day)).size}
            view={said.view}
            wrong={allows(course.state, "plan") ? clashing(sessions, elsewhere) : []}
            acts={mayEdit}
            proposes={sessions.length > 0}
            filled={panel === null && sessions.length > 0}
            beside={panel !== null}
            address={address}
          />
          {editable ? <LeftOut course={course} leftOver={leftOverIn(said.left)} /> : null}
          {sessions.length === 0 ? (
            <>
              <Empty title={t("none")} />
              {editable ? (
                <FirstProposal
                  course={course}
                  asked={proposalToAsk(cx, editable, sessions)}
                  groups={groups.length}
                  practicum={asksPracticum(cx, editable)}
                />
              ) : null}
            </>
          ) : (
            <>
              {step ? null : along}
              <Issues
                // Unfolded it would push away the sheet with the session that is stepped to.
                key={step?.place}
                courseId={course.id}
                issues={issues}
                words={words}
                zone={course.zone}
                opened={said.issues !== null || allSeen}
                address={address}
              />
              <ModuleHours course={course} groups={groups} sessions={sessions} />
              <Sheet
                course={course}
                sessions={sessions}
                weeks={weeks}
                shownWeek={shownWeek}
                view={said.view}
                now={cx.now}
                free={await notWorkedIn(course)}
                signs={signs}
                shown={shown?.id ?? null}
                marked={marked}
                mayEdit={mayEdit}
                taken={editable ? takenByOthers(cx, editable, sessions) : []}
                away={editable ? awayInCourse(cx, editable, peopleOf(sessions)) : new Map()}
                breaks={breaks}
                menu={mayEdit ? <PhoneMenu course={course} proposes address={address} /> : null}
                address={address}
              />
              {editable ? (
                <GiveRoom
                  cx={cx}
                  course={course}
                  groups={groups}
                  sessions={sessions}
                  closed={said.room === null ? `${address({ room: "open" })}#give-room` : null}
                />
              ) : null}
            </>
          )}
          {editable && (course.mode === "online" || sessions.some((s) => s.isOnline)) ? (
            <CourseLink courseId={course.id} link={courseLink(cx, editable)} />
          ) : null}
          {mayEdit ? (
            <p className="print:hidden">
              <Link
                href={`/desk/courses/${course.id}/trainers`}
                prefetch={false}
                className="inline-flex items-center min-h-11"
              >
                {(await getTranslations("asks"))("toRequests")}
              </Link>
            </p>
          ) : null}
          <p className="quiet">
            {t("zone")} <bdi>{zoneOfCourse(course, locale)}</bdi>
          </p>
          {sessions.length > 0 ? (
            <OnPaper courseId={course.id} of={["timetable", "timetableUpright"]} />
          ) : null}
          {sessions.length > 0 ? <CalendarAddress cx={cx} feed="course" of={course.id} /> : null}
          {editable ? <YourChanges course={editable} changes={changes} /> : null}
        </div>
      </BesidePanel>
      {change ? (
        <ChangeToast
          course={course}
          change={change}
          refused={editable && said.refused ? whyNotUndone(cx, editable, change.id) : null}
          clashes={placed !== null && signs(placed).some(stops)}
          {...saidBeside(cx, editable, change, issues, words)}
          then={
            said.after !== null ? (
              <StillOpen count={issues.open.length} last={allSeen} />
            ) : said.roomless !== null ? (
              <Roomless count={said.roomless} />
            ) : null
          }
        />
      ) : null}
      {allSeen ? <FocusOn id={issuesHead} of={`seen ${said.change}`} /> : null}
      {change && placed && nth === null ? (
        <FocusOn id={sessionLink(placed.id)} of={`${change.id} ${change.undoneAt !== null}`} />
      ) : null}
      {step && shown ? <InSight id={sessionLink(shown.id)} of={step.place} /> : null}
      {step && said.accept ? <FocusOn id="accept" of={step.place} field /> : null}
      {said.accepted !== null ? (
        <>
          <AcceptedToast of={said.accepted} issues={issues} words={words} last={step === null} />
          {step ? null : <FocusOn id={issuesHead} of={`accepted ${said.accepted}`} />}
        </>
      ) : null}
      {said.roomless !== null && change === null ? <RoomlessToast count={said.roomless} /> : null}
      {said.room !== null ? <FocusOn id="give-room" of="room" field /> : null}
      {sessions.length === 0 ? created : null}
      {said.saved === null ? null : <NothingChanged session={said.saved} sessions={sessions} />}
    </>
  );
}
