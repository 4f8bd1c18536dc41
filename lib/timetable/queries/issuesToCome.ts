import * as gate from "../../access/gate";
import type { Context } from "../../acts/context";
import { countToCome, coursesToCome, type Listed } from "../../courses/store/reached";
import { programmeCalled } from "../../programmes/rules";
import { type ProgrammeRow, programmeRow } from "../../programmes/store";
import { planIssues } from "./issues";

type Programme = gate.Granted<ProgrammeRow, "programmes.read">;

/** So many courses to come of a programme are looked at. */
const mostLooked = 20;

/**
 * The next courses that a programme leads or shares, not over on a civil day and with anything open in their plans, soonest
 * first, each with how much; `ledBy`: the programme that leads it, and mends it, where that is another one. The first twenty
 * courses are looked at.
 */
export function issuesToCome(cx: Context, programme: Programme, today: string) {
  const courses = coursesToCome(cx, programme.id, today, mostLooked);
  return gate.coursesAmong(cx, "timetable.issues", courses).flatMap((course) => {
    const { id, title, startsOn, endsOn, programmeId } = course;
    const ledBy = programmeId === programme.id ? null : programmeCalled(programmeRow(cx, programmeId)!.title);
    if (startsOn === null || endsOn === null) return [];
    const open = planIssues(cx, course).open.length;
    return open > 0 ? [{ id, title, startsOn, endsOn, open, ledBy }] : [];
  });
}
export type ProgrammeIssues = ReturnType<typeof issuesToCome>;

/** How many later courses of a programme there are into whose plans nobody looked. */
export const issuesBeyond = (cx: Context, programme: Programme, today: string): number =>
  Math.max(0, countToCome(cx, programme.id, today) - mostLooked);

/**
 * The course of a programme that comes after one of its courses and has anything open in its plan that the viewer may mend, with
 * how much. Twenty courses are looked at; where none of them has any, `beyond` is how many come after them.
 */
export function nextWithIssues(cx: Context, programme: Programme, course: Listed, today: string) {
  const later = coursesToCome(cx, programme.id, today, mostLooked, course);
  for (const one of gate.coursesAmong(cx, "timetable.edit", later)) {
    // What another programme leads is stepped through there.
    if (one.programmeId !== programme.id) continue;
    const open = planIssues(cx, one).open.length;
    if (open > 0) return { next: { id: one.id, title: one.title, open }, beyond: 0 };
  }
  return { next: null, beyond: countToCome(cx, programme.id, today, course) - later.length };
}
