import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { toldByHand } from "../../messages/tell";
import { personNames } from "../../people/store";
import { requestRow } from "../../requests/store";
import type { KeptSession } from "../store";
import { changeRow, changesBy } from "../store/changes";
import { taughtIn } from "../store/described";

/** How many of the viewer's own changes they may look back on. */
const looksBack = 10;

/** The change of this key, where it is this person's own and of this course. */
function ownChange(cx: Context, courseId: number, personId: number, changeId: number) {
  const change = changeRow(cx, changeId);
  return change?.courseId === courseId && change.byPersonId === personId ? change : null;
}

/** What both are called of whom one took the other's place, and who of them is told by hand; null where nobody did. */
export function replacedNames(
  cx: Context,
  _course: GrantedCourse<"timetable.edit" | "trainers.ask">,
  replaced: { personId: number; byPersonId: number } | undefined,
) {
  const was = replaced && personNames(cx, replaced.personId);
  const by = replaced && personNames(cx, replaced.byPersonId);
  if (!was || !by) return null;
  const byMail = (personId: number) => personId === cx.viewer.personId || toldByHand(cx, [personId]) === 0;
  /** Of the two whoever is to be told by a coordinator: no mail reaches them. */
  const byHand = [...(byMail(replaced.personId) ? [] : [was]), ...(byMail(replaced.byPersonId) ? [] : [by])];
  return { was, by, byHand };
}

/** What whoever accepted a request is called. */
function acceptedBy(cx: Context, requestId: number | undefined) {
  const request = requestId === undefined ? undefined : requestRow(cx, requestId);
  return request ? (personNames(cx, request.personId) ?? null) : null;
}

/**
 * What the viewer did to a timetable, newest first: their last ten changes, and the one with this key. What others did is
 * not theirs to undo.
 */
export function ownTimetableChanges(
  cx: Context,
  course: GrantedCourse<"timetable.edit">,
  changeId: number | null,
) {
  const { personId } = cx.viewer;
  if (personId === null) return [];
  const latest = changesBy(cx, course.id, personId, looksBack);
  const isLatest = latest.some((change) => change.id === changeId);
  const asked = changeId === null || isLatest ? null : ownChange(cx, course.id, personId, changeId);
  const changes = [...latest, ...(asked ? [asked] : [])];
  const taught = taughtIn(
    cx,
    changes.flatMap(({ before, after }) => [...before, ...after]),
  );
  const named = (session: KeptSession) => ({ ...session, ...taught(session) });
  return changes.map((change) => ({
    ...change,
    /** Who was replaced by whom, where that is what was done. */
    replaced: replacedNames(cx, course, change.before[0]?.team?.replaced),
    /** Who accepted a request, where the viewer entered that they did. */
    accepted: acceptedBy(cx, change.before[0]?.team?.accepted),
    before: change.before.map(named),
    after: change.after.map(named),
  }));
}
export type TimetableChange = ReturnType<typeof ownTimetableChanges>[number];
