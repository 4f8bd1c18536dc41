import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { calendarOf } from "../../places/queries";
import { countsByGroup } from "../../registrations/store/groups";
import { hoursToPropose } from "../rules";
import { workingDays } from "../rules/propose";
import { usualProposal } from "../rules/usual";
import { lastProposal, type ProposalAsked } from "../store/proposals";
import type { Session } from "./sessions";

export type { ProposalAsked } from "../store/proposals";

/**
 * What the form of a proposal begins with: what the last one was asked for, else the hours of the sessions that there are
 * and what is usual for such a course. Micro-teaching is for those who have a
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
  const accepted = [...countsByGroup(cx, course.id).values()].reduce((sum, count) => sum + count, 0);
  const people = course.state === "running" ? accepted : Math.max(accepted, course.capacity);
  return usualProposal(course, days, people, hoursToPropose(sessions));
}
