import { type AttendanceState, attendanceStates } from "./rules";

/**
 * Marks of one roll that the server does not have yet, as a device keeps them: keys, states, minutes and when, no names.
 * Nothing here knows where they are kept or how they are sent.
 */

export type MarkState = AttendanceState | "none";

export type KeptMark = {
  state: MarkState;
  /** Counts with `late` only. */
  lateMinutes: number;
  /** What the roll said of the person when the mark was made. */
  was: MarkState;
  /** When it was made by the device's clock (ms): to be shown, and to let go of it in the end. */
  at: number;
  /** True once the server kept what somebody else had marked since; it waits for the person to decide. */
  held?: boolean;
};

/** By registration. */
export type KeptMarks = ReadonlyMap<number, KeptMark>;

/** How long a device keeps what it cannot send. */
export const keptMs = 30 * 24 * 60 * 60 * 1000;

export const noMarks: KeptMarks = new Map();

const same = (a: KeptMark | undefined, b: KeptMark) =>
  a !== undefined && a.state === b.state && a.lateMinutes === b.lateMinutes && a.at === b.at;

/** With newer marks: the last of a person counts, upon what the roll said before the first of them. */
export function withMarks(kept: KeptMarks, made: KeptMarks): KeptMarks {
  const next = new Map(kept);
  for (const [id, mark] of made) {
    const before = kept.get(id);
    next.set(id, before && !before.held ? { ...mark, was: before.was } : mark);
  }
  return next;
}

/**
 * After `sent` was taken by the server, apart from those in `held`: what was sent goes, what was marked anew meanwhile
 * stays and stands upon what was sent.
 */
export function afterSending(kept: KeptMarks, sent: KeptMarks, held: readonly number[]): KeptMarks {
  const next = new Map(kept);
  for (const [id, mark] of sent) {
    const now = next.get(id);
    if (!now) continue;
    if (!same(now, mark)) {
      if (!held.includes(id)) next.set(id, { ...now, was: mark.state });
    } else if (held.includes(id)) next.set(id, { ...mark, held: true });
    else next.delete(id);
  }
  return next;
}

/** Without the marks of these people. */
export function without(kept: KeptMarks, ids: Iterable<number>): KeptMarks {
  const next = new Map(kept);
  for (const id of ids) next.delete(id);
  return next;
}

/** A held mark that is to count after all, over what now stands on the roll. */
export function insisting(kept: KeptMarks, id: number, standing: MarkState): KeptMarks {
  const mark = kept.get(id);
  return mark ? new Map(kept).set(id, { ...mark, was: standing, held: false }) : kept;
}

/** Fields of the form for these marks. `upon` names those that say what they were made upon. */
export function fieldsOf(marks: KeptMarks, upon: (id: number) => boolean): [string, string][] {
  return [...marks].flatMap(([id, mark]) => [
    [`state_${id}`, mark.state],
    [`late_${id}`, String(mark.lateMinutes)],
    ...(upon(id) ? [[`was_${id}`, mark.was] as [string, string]] : []),
  ]);
}

const isState = (value: unknown): value is MarkState =>
  value === "none" || attendanceStates.some((state) => state === value);

/** As text for the device's storage. `courseId` is for the link to the roll. */
export function writeKept(courseId: number, marks: KeptMarks): string {
  const list = [...marks].map(([id, m]) => [id, m.state, m.lateMinutes, m.was, m.at, m.held ? 1 : 0]);
  return JSON.stringify({ courseId, marks: list });
}

/** Read from such a text at an instant (ms): whatever is not a mark, or too old, is left out. Null where nothing is left. */
export function readKept(text: string | null, now: number): { courseId: number; marks: KeptMarks } | null {
  let read: unknown;
  try {
    read = JSON.parse(text ?? "null");
  } catch {
    return null;
  }
  const { courseId, marks: list } = (read ?? {}) as { courseId?: unknown; marks?: unknown };
  if (!Number.isSafeInteger(courseId) || !Array.isArray(list)) return null;
  const marks = new Map<number, KeptMark>();
  for (const row of list) {
    if (!Array.isArray(row)) continue;
    const [id, state, lateMinutes, was, at, held] = row as unknown[];
    if (!Number.isSafeInteger(id) || !Number.isSafeInteger(lateMinutes) || !isState(state) || !isState(was))
      continue;
    if (typeof at !== "number" || !(at > now - keptMs)) continue;
    marks.set(id as number, { state, lateMinutes: lateMinutes as number, was, at, held: held === 1 });
  }
  return marks.size > 0 ? { courseId: courseId as number, marks } : null;
}
