import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { type CourseRow, modulesIn, trainersIn } from "../../courses/store";
import { modulesAmong } from "../../curriculum/store";
import { calendarOf } from "../../places/queries";
import { refuse } from "../../result";
import { freeTrainers, spanOf, wholeSpan } from "../rules/conflicts";
import { type Block, proposeTimetable, staysInProposal, workingDays } from "../rules/propose";
import { timetableWord } from "../rules/sessions";
import { proposalSchema } from "../schema";
import { engagements } from "../store/taken";
import { keepChange, timetableToChange, withHeld } from "./change";
import { putSessions, type WantedSession } from "./put";
import { removeSessions } from "./remove";

/** The days of a course on which there are sessions; refused where there are none. */
function daysOf(cx: Context, { startsOn, endsOn, country }: CourseRow): string[] {
  if (!startsOn || !endsOn) refuse("courseNeedsDates");
  const { weekend, free } = calendarOf(cx, country);
  const days = workingDays(startsOn, endsOn, weekend, free);
  return days.length > 0 ? days : refuse("noWorkingDays");
}

/** The modules of a course in their order, with the minutes that they take. */
function modulesToPlan(cx: Context, courseId: number): { id: number; minutes: number }[] {
  const moduleIds = modulesIn(cx, courseId);
  const minutes = new Map(modulesAmong(cx, moduleIds).map((m) => [m.moduleId, m.moduleMinutes]));
  return moduleIds.map((id) => ({ id, minutes: minutes.get(id)! }));
}

/** The blocks of a proposal as sessions, each with those trainers of the course who are free then. */
function withTrainers(cx: Context, course: CourseRow, blocks: readonly Block[]): WantedSession[] {
  const trainers = trainersIn(cx, course.id);
  const placed = blocks.map((block) => ({ block, span: spanOf(block, course.zone) }));
  const whole = wholeSpan(placed.map(({ span }) => span));
  const engaged = whole === null ? [] : engagements(cx, trainers, whole);
  return placed.map(({ block, span }) => ({
    ...block,
    title: null,
    roomId: null,
    placedByHand: false,
    trainerIds: freeTrainers(span, trainers, engaged),
  }));
}

/**
 * Proposes a timetable around the sessions that stay (held, or placed by hand unless these are to go as well) and puts it
 * in place of the others. Refused where the timetable is no longer the one that the page showed. Trainers of the course
 * are put to every session at which they are free.
 */
export const proposeSessions = command("timetable.edit", proposalSchema, (cx, input) => {
  const before = timetableToChange(cx, input.courseId);
  const { course } = before;
  const days = daysOf(cx, course);
  const known = withHeld(cx, before.timetable);
  if (input.foreseen && input.foreseen !== timetableWord(known)) refuse("timetableChanged");
  const stays = (s: (typeof known)[number]) => staysInProposal(s, input.replaceByHand ?? false);
  const staying = known.filter(stays);
  const { blocks, minutesLeftOver } = proposeTimetable(modulesToPlan(cx, course.id), days, input, staying);
  const going = known.filter((s) => !stays(s));
  removeSessions(
    cx,
    course,
    going.map((s) => s.id),
  );
  putSessions(cx, course, withTrainers(cx, course, blocks));
  const changed = keepChange(cx, before, "propose");
  const made = { sessions: blocks.length, stayed: staying.length };
  happened(cx, { kind: "timetable.proposed", courseId: course.id, ...made });
  return { ...changed, ...made, minutesLeftOver };
});
