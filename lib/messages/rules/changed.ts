/** When and where a session was, as somebody knows it who is to be told that it is not so any more. `kind`, `title`: what it is called. */
export type SessionWas = {
  id: number;
  day: string;
  from: string;
  to: string;
  /** Its room, or that it is online or at another venue. */
  at: string;
  kind: string;
  title: string | null;
};

/** A session that is not as somebody knows it: as it was, null where it is a new one. */
export type SessionChange = {
  id: number;
  was: SessionWas | null;
  /** It takes place, and is no longer that person's. */
  left?: true;
};

const sameTime = (a: SessionWas, b: SessionWas) => a.day === b.day && a.from === b.from && a.to === b.to;
const isSame = (a: SessionWas, b: SessionWas) => sameTime(a, b) && a.at === b.at;

/**
 * Which sessions are others than somebody knows them: those of an edit, from `before` to `after`, and those of edits before it
 * that they have not heard of. One that is as they know it again is none of them.
 */
export function sessionChanges(
  before: readonly SessionWas[],
  after: readonly SessionWas[],
  pending: readonly SessionChange[],
): SessionChange[] {
  const [was, is] = [before, after].map((all) => new Map(all.map((one) => [one.id, one]))) as [
    Map<number, SessionWas>,
    Map<number, SessionWas>,
  ];
  const known = new Map(pending.map((change) => [change.id, change.was]));
  for (const id of new Set([...was.keys(), ...is.keys()]))
    if (!known.has(id)) known.set(id, was.get(id) ?? null);
  const changes = [...known].flatMap(([id, one]) => {
    const now = is.get(id);
    return now ? (one && isSame(one, now) ? [] : [{ id, was: one }]) : one ? [{ id, was: one }] : [];
  });
  // A timetable that was proposed anew has the same sessions under other keys.
  const fresh = changes.flatMap(({ id, was: one }) => (one === null ? (is.get(id) ?? []) : []));
  const twins = new Set<number>();
  for (const { id, was: one } of changes) {
    const twin = one && !is.has(id) && fresh.find((other) => !twins.has(other.id) && isSame(one, other));
    if (twin) twins.add(twin.id).add(id);
  }
  return changes.filter(({ id }) => !twins.has(id));
}

/** The days of a course; null where it has none yet. */
type Dates = { startsOn: string | null; endsOn: string | null };

const span = ({ startsOn, endsOn }: Dates): string => (startsOn && endsOn ? `${startsOn}/${endsOn}` : "");

/** The days that somebody knows of a course whose days are others by an edit, as the values of a message keep them; nothing where they are right. */
export function datesBefore(
  before: Dates,
  after: Dates,
  pending: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const known = pending ? (pending.datesWas ?? span(before)) : span(before);
  return known === "" || known === span(after) ? {} : { datesWas: known };
}

/** Those days, of values that keep some. */
export function datesWas({ datesWas: kept }: Readonly<Record<string, string>>): [string, string] | null {
  const [from, to] = kept?.split("/") ?? [];
  return from && to ? [from, to] : null;
}

/** Changes as the values of a message keep them. */
export const keptChanges = (changes: readonly SessionChange[]): Record<string, string> =>
  changes.length > 0 ? { sessions: JSON.stringify(changes) } : {};

/** The changes that the values of a message keep. */
export const changesKept = ({ sessions }: Readonly<Record<string, string>> = {}): SessionChange[] =>
  sessions ? (JSON.parse(sessions) as SessionChange[]) : [];

/** At most so many sessions are named; of more a message says how many. */
export const mostNamed = 5;

/** A session as a message names it, with when and where it was and is; null where it was, or is, not. */
export type SaidChange = {
  name: string;
  kind: string;
  /** It takes place, without whoever reads it. */
  left?: true;
  was: Pick<SessionWas, "day" | "from" | "to"> | null;
  is: (Pick<SessionWas, "day" | "from" | "to"> & { place: string; online: boolean }) | null;
};

/** What a message says of sessions that changed, as its values hold it; how many where that is too many to be named. */
export const saidChanges = ({ changed }: Readonly<Record<string, string>>): SaidChange[] | number =>
  changed ? (JSON.parse(changed) as SaidChange[] | number) : [];
