import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { calendarOf } from "../../places/queries";
import { countsByGroup } from "../../registrations/store/groups";
import { inForceOn, ownGates } from "../../stages/rules/gates";
import { gateVersionsOf } from "../../stages/store/gates";
import { dayAt } from "../../time/zone";
import { hoursToPropose } from "../rules";
import { expectedAt } from "../rules/expected";
import { usualPracticum } from "../rules/parts";
import { workingDays } from "../rules/propose";
import { usualProposal } from "../rules/usual";
import { lastProposal, type ProposalAsked } from "../store/proposals";
import type { Session } from "./sessions";

export type { ProposalAsked } from "../store/proposals";

/** True where the gates of the programme, as they are in force when a training of trainers ends, ask for practice with real users. */
export function asksPracticum(cx: Context, course: GrantedCourse<"timetable.edit">): boolean {
  if (course.kind !== "tot") return false;
  const day = course.endsOn ?? dayAt(cx.now, course.zone);
  return inForceOn(gateVersionsOf(cx, course.programmeId), day)?.gates.practicum ?? ownGates.practicum;
}

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
  if (last) return last;
  const { weekend, free } = calendarOf(cx, course.country);
  const { startsOn, endsOn } = course;
  const days = startsOn && endsOn ? workingDays(startsOn, endsOn, weekend, free).length : 0;
  const people = expectedAt(countsByGroup(cx, course.id), course)(null);
  const usual = usualProposal(course, days, people, hoursToPropose(sessions));
  return asksPracticum(cx, course) ? { ...usual, practicum: usual.practicum || usualPracticum } : usual;
}
