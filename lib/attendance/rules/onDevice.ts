import { type AttendanceState, attendanceStates } from "../rules";

/**
 * Marks of one roll that the server does not have yet, as a device keeps them: keys, states, minutes and when, no names.
 * Nothing here knows where they are kept or how they are sent.
 */

export type MarkState = AttendanceState | "none";

/** What stood on the roll for a person; being late with its minutes, where they are known. */
export type Was = MarkState | `late ${number}`;

/** What stands where a mark does. */
export const wasOf = (state: MarkState, lateMinutes: number): Was =>
  state === "late" ? `late ${lateMinutes}` : state;

/** What a text says that stood, or null. */
export const readWas = (text: unknown): Was | null =>
  isState(text) || /^late [1-9]\d{0,3}$/.test(String(text)) ? (text as Was) : null;

/** What was tried, read from whatever says it. */
export const readTried = (said: unknown): Was[] =>
  (Array.isArray(said) ? said : []).flatMap((one) => readWas(one) ?? []);

/** True where a mark made upon `was` was made upon what stands. */
export const madeUpon = (was: Was, stands: Was): boolean =>
  was === stands || (was === "late" && stands.startsWith("late "));

export type KeptMark = {
  state: MarkState;
  /** Counts with `late` only. */
  lateMinutes: number;
  /** What the roll said of the person when the mark was made. */
  was: Was;
  /** When it was made by the device's clock (ms): to be shown, and to tell it from a newer one. Nothing else: clocks jump. */
  at: number;
  /** What this device has sent of the person without having had an answer: it may stand on the roll or come to stand there. */
  tried?: readonly Was[];
  /** True once the server kept what somebody else had marked since; it waits for the person to decide. */
  held?: boolean;
};

/** By registration. */
export type KeptMarks = ReadonlyMap<number, KeptMark>;

/** How many sendings without an answer a mark remembers. */
const mostTried = 10;

export const noMarks: KeptMarks = new Map();

const same = (a: KeptMark | undefined, b: KeptMark) =>
  a !== undefined && a.state === b.state && a.lateMinutes === b.lateMinutes && a.at === b.at;

/** With newer marks: the last of a person counts, upon what the roll said before the first of them, and what was tried since. */
export function withMarks(kept: KeptMarks, made: KeptMarks): KeptMarks {
  const next = new Map(kept);
  for (const [id, mark] of made) {
    const before = kept.get(id);
    next.set(id, before && !before.held ? { ...mark, was: before.was, ...triedOf(before) } : mark);
  }
  return next;
}

const triedOf = ({ tried }: KeptMark) => (tried ? { tried } : {});

/** These marks as they are about to be sent: until there is an answer, they may stand on the roll. */
export function trying(kept: KeptMarks, ids: Iterable<number>): KeptMarks {
  const next = new Map(kept);
  for (const id of ids) {
    const mark = kept.get(id);
    if (!mark) continue;
    const now = wasOf(mark.state, mark.lateMinutes);
    const others = (mark.tried ?? []).filter((one) => one !== now);
    next.set(id, { ...mark, tried: [...others, now].slice(-mostTried) });
  }
  return next;
}

/** As a mark made upon something else, which the device knows to stand: whatever it tried before is over. */
const upon = ({ tried: _, ...mark }: KeptMark, was: Was): KeptMark => ({ ...mark, was });

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
      if (!held.includes(id)) next.set(id, upon(now, wasOf(mark.state, mark.lateMinutes)));
    } else if (held.includes(id)) next.set(id, { ...mark, held: true });
    else next.delete(id);
  }
  return next;
}

/** What is kept by person, without that of these people. */
export function without<T>(kept: ReadonlyMap<number, T>, ids: Iterable<number>): ReadonlyMap<number, T> {
  const next = new Map(kept);
  for (const id of ids) next.delete(id);
  return next;
}

/** A held mark that is to count after all, over what now stands on the roll. */
export function insisting(kept: KeptMarks, id: number, standing: Was): KeptMarks {
  const mark = kept.get(id);
  return mark ? new Map(kept).set(id, { ...upon(mark, standing), held: false }) : kept;
}

/** Those of these people whose mark is not held. */
export const withoutHeld = <T>(by: ReadonlyMap<number, T>, kept: KeptMarks): ReadonlyMap<number, T> =>
  new Map([...by].filter(([id]) => !kept.get(id)?.held));

/** A mark as the roll takes it. */
type SentMark = { state: MarkState; lateMinutes: number; was: Was; tried?: Was[] };

/** These marks as the roll takes them: each says what it was made upon, and what was sent before it without an answer. */
export const marksOf = (marks: KeptMarks): Record<string, SentMark> =>
  Object.fromEntries(
    [...marks].map(([id, { state, lateMinutes, was, tried }]) => [
      id,
      { state, lateMinutes, was, ...(tried ? { tried: [...tried] } : {}) },
    ]),
  );

function isState(value: unknown): value is MarkState {
  return value === "none" || attendanceStates.some((state) => state === value);
}

/** As text for the device's storage. `courseId` is for the link to the roll. */
export function writeKept(courseId: number, marks: KeptMarks): string {
  const list = [...marks].map(([id, m]) => [
    id,
    m.state,
    m.lateMinutes,
    m.was,
    m.at,
    m.held ? 1 : 0,
    ...(m.tried ? [m.tried] : []),
  ]);
  return JSON.stringify({ courseId, marks: list });
}

/**
 * Read from such a text, or from one of the version before, which says nothing of what was tried: whatever is not a mark is
 * left out, none for its age. Null where nothing is left.
 */
export function readKept(text: string | null): { courseId: number; marks: KeptMarks } | null {
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
    const [id, state, lateMinutes, stood, at, held, sent] = row as unknown[];
    const was = readWas(stood);
    if (!Number.isSafeInteger(id) || !Number.isSafeInteger(lateMinutes) || !isState(state) || was === null)
      continue;
    if (typeof at !== "number") continue;
    const tried = readTried(sent);
    const mark = { state, lateMinutes: lateMinutes as number, was, at, held: held === 1 };
    marks.set(id as number, tried.length > 0 ? { ...mark, tried } : mark);
  }
  return marks.size > 0 ? { courseId: courseId as number, marks } : null;
}
