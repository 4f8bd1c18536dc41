import type { Place } from "./sessions";

type Touched = Place & { id: number; roomId?: number | null };

/** What an edit did: to one session, to two that changed places, or to several; to who trains several; to where several are. */
export type Done = "one" | "swap" | "split" | "insert" | "push" | "trainers" | "rooms";

const where = ({ day, startsAt, endsAt }: Place) => `${day} ${startsAt}-${endsAt}`;

/** True where two sessions that stood in one order stand in the other one now. */
function turned([a, b]: readonly Touched[], after: readonly Touched[]): boolean {
  const start = ({ day, startsAt }: Place) => `${day} ${startsAt}`;
  const now = (id: number | undefined) => after.find((s) => s.id === id);
  const [nowA, nowB] = [now(a?.id), now(b?.id)];
  return (
    a !== undefined &&
    b !== undefined &&
    nowA !== undefined &&
    nowB !== undefined &&
    start(a) < start(b) !== start(nowA) < start(nowB)
  );
}

/** What became of the sessions that an edit touched, told from how they stood before and after. */
export function doneTo(before: readonly Touched[], after: readonly Touched[]): Done {
  if (after.length < 2) return "one";
  const stood = (s: Touched) => before.find((was) => was.id === s.id && where(was) === where(s));
  if (after.every(stood)) return after.every((s) => stood(s)?.roomId !== s.roomId) ? "rooms" : "trainers";
  const [added] = after.filter((s) => !before.some((was) => was.id === s.id));
  if (!added) return after.length === 2 && turned(before, after) ? "swap" : "push";
  const [was] = before;
  const first = after.find((s) => s.id === was?.id);
  const halves =
    before.length === 1 &&
    was?.day === added.day &&
    was.endsAt === added.endsAt &&
    was.startsAt === first?.startsAt &&
    first.endsAt === added.startsAt;
  return halves ? "split" : "insert";
}
