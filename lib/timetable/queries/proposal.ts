import { courseFor, type GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { modulesIn } from "../../courses/store";
import { groupRowsIn } from "../../groups/store";
import { calendarOf } from "../../places/queries";
import { countsByGroup } from "../../registrations/store/groups";
import { asksPracticeOn, type PracticeAsked } from "../../stages/rules/practice";
import { gateVersionsOf } from "../../stages/store/gates";
import { dayAt } from "../../time/zone";
import { hoursToPropose } from "../rules";
import { expectedAt } from "../rules/expected";
import type { BreaksAsked } from "../rules/ground";
import { workingDays } from "../rules/propose";
import { type TimetableKnown, usualProposal } from "../rules/usual";
import { lastProposal, type ProposalAsked } from "../store/proposals";
import { planIssues } from "./issues";
import { courseSessions, type Session } from "./sessions";

export type { ProposalAsked } from "../store/proposals";

/** Since when the gates of a programme ask for practice with real users or do not, the first version first. */
export const practiceAsked = (cx: Context, programmeId: number): PracticeAsked[] =>
  gateVersionsOf(cx, programmeId).map(({ number, inForceFrom, gates }) => ({
    ...{ number, inForceFrom, practicum: gates.practicum },
  }));

/** True where the gates of the programme, as they are in force when a training of trainers ends, ask for practice with real users. */
export const asksPracticum = (cx: Context, course: GrantedCourse<"timetable.edit">): boolean =>
  asksPracticeOn(
    course.kind,
    practiceAsked(cx, course.programmeId),
    course.endsOn ?? dayAt(cx.now, course.zone),
  );

/**
 * What the form of a proposal begins with: what the last one was asked for, else the hours of the sessions that there are
 * and what is usual for such a course, with practice where the gates ask for it. Micro-teaching is for those who have a
 * place; until the course runs for as many as there are places.
 */
export function proposalToAsk(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  sessions: readonly Session[],
): ProposalAsked {
  const last = lastProposal(cx, course.id);
  // The modules of its course may be others since.
  const own = last?.groupModuleIds && modulesIn(cx, course.id);
  if (last)
    return own ? { ...last, groupModuleIds: last.groupModuleIds!.filter((id) => own.includes(id)) } : last;
  const { weekend, free } = calendarOf(cx, course.country);
  const { startsOn, endsOn } = course;
  const days = startsOn && endsOn ? workingDays(startsOn, endsOn, weekend, free).length : 0;
  const people = expectedAt(countsByGroup(cx, course.id), course)(null);
  const asks = { ...course, practicum: asksPracticum(cx, course) };
  return usualProposal(asks, days, people, hoursToPropose(sessions));
}

/** The hours and the times off that the timetable of a course was asked for last; null where nobody asked for any. */
export const breaksAsked = (cx: Context, course: GrantedCourse<"course.read">): BreaksAsked | null =>
  lastProposal(cx, course.id);

/**
 * The timetable of a course as its plan reckons by it: the hours of its days, what it was asked for last and its groups; and
 * whether it has all that the course is to have (`holds`).
 */
export function timetableKnown(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
): TimetableKnown & { holds: boolean } {
  const sessions = courseSessions(cx, courseFor(cx, "course.read", course));
  const people = countsByGroup(cx, course.id);
  const { open } = planIssues(cx, course, sessions);
  return {
    hours: hoursToPropose(sessions),
    asked: lastProposal(cx, course.id) && proposalToAsk(cx, course, sessions),
    groups: groupRowsIn(cx, course.id).map(({ id }) => ({ id, people: people.get(id) ?? 0 })),
    holds:
      sessions.length > 0 && !open.some(({ kind }) => kind === "minutes_missing" || kind === "part_missing"),
  };
}
