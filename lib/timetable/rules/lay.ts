import {
  end,
  type Finely,
  keptOf,
  type Laid,
  lay,
  minutesIn,
  noBlock,
  roomIn,
  type Span,
  shortestRest,
  type Until,
} from "./laying";
import { type Piece, type Pieces, shortest } from "./parts";

/**
 * How many minutes are to be laid by the end of each day so that all days are used alike, as far as they have room. What
 * stays on a day counts as used.
 */
function evenly(spans: readonly Span[], staying: ReadonlyMap<string, number>, total: number): Until {
  const days = [...new Set(spans.map(({ day }) => day))];
  const room = (day: string) => roomIn(spans.filter((span) => span.day === day));
  const of = days.map((day) => ({ day, room: room(day), stays: staying.get(day) ?? 0 }));
  const usedAt = (level: number) => of.map((d) => Math.min(d.room, Math.max(0, level - d.stays)));
  let [low, high] = [0, 2 * 24 * 60];
  for (let i = 0; i < 24; i += 1) {
    const middle = (low + high) / 2;
    if (usedAt(middle).reduce((a, b) => a + b, 0) >= total) high = middle;
    else low = middle;
  }
  let sum = 0;
  const until = new Map(
    usedAt(high).map((used, i) => {
      sum += used;
      return [of[i]!.day, Math.ceil(Math.round(sum) / 5) * 5];
    }),
  );
  return days.length > 0 ? until.set(days.at(-1)!, Number.POSITIVE_INFINITY) : until;
}

/** Lays what ends a course at the end of the last span, and says what the spans have left before it. */
function layTail(tail: readonly Piece[], spans: readonly Span[]) {
  const cut = spans.map(({ day, from, to }) => ({ day, from, to }));
  const laid: Laid[] = [];
  const left: Piece[] = [];
  let last = cut.length - 1;
  for (const piece of [...tail].reverse()) {
    let at = last;
    while (at >= 0 && cut[at]!.to - cut[at]!.from < piece.minutes) at -= 1;
    if (at < 0) {
      left.unshift(piece);
      continue;
    }
    for (let later = at + 1; later <= last; later += 1) cut[later]!.to = cut[later]!.from;
    last = at;
    cut[at]!.to -= piece.minutes;
    laid.unshift({ ...piece, span: at, from: cut[at]!.to });
  }
  return { laid, left, cut };
}

/** How many times a proposal is tried with fuller days where what is not divided left holes. */
const tries = 40;

/** Days differ by so many minutes without anybody minding. */
const alike = 90;

/** By how many minutes the fullest day exceeds the emptiest, what stays included. */
function unevenness(
  laid: readonly Laid[],
  spans: readonly Span[],
  staying: ReadonlyMap<string, number>,
): number {
  const used = new Map(spans.map(({ day }) => [day, staying.get(day) ?? 0]));
  for (const { span, minutes } of laid) used.set(spans[span]!.day, used.get(spans[span]!.day)! + minutes);
  return Math.max(...used.values()) - Math.min(...used.values());
}

/** By how much each day before this one is to hold less, so that so many minutes more are laid on it. */
const later = (until: Until, days: readonly string[], nth: number, minutes: number): Until =>
  new Map(
    days.map((day, i) => [
      day,
      until.get(day)! - (i < nth ? Math.ceil((minutes * (i + 1)) / nth / 5) * 5 : 0),
    ]),
  );

/** The time that is left in a span although something stands later on its day, by days; the first such day first. */
function holesIn(laid: readonly Laid[], spans: readonly Span[]): { day: string; minutes: number }[] {
  const until = spans.map(({ from }) => from);
  const lastOf = new Map<string, number>();
  for (const one of laid) {
    until[one.span] = Math.max(until[one.span]!, end(one));
    lastOf.set(spans[one.span]!.day, one.span);
  }
  return spans.flatMap(({ day, to }, nth) => {
    const minutes = to - until[nth]!;
    return minutes > 0 && (lastOf.get(day) ?? -1) > nth ? [{ day, minutes }] : [];
  });
}

/** How many times a layout is laid again with more on a day that has a hole. */
const repairs = 8;

type Layout = { laid: Laid[]; idle: number };

/**
 * The layout with the fewest idle minutes within its days: what leaves a hole is laid again, with a little less on every day before.
 * Null where not all has room, or days would differ by more than so many minutes.
 */
function withoutHoles(
  layOut: (until: Until) => ReturnType<typeof lay>,
  spans: readonly Span[],
  fits: (laid: readonly Laid[]) => boolean,
  first: Until,
): Layout | null {
  const days = [...new Set(spans.map(({ day }) => day))];
  let best: Layout | null = null;
  let until = first;
  for (let again = 0; again <= repairs; again += 1) {
    const { laid, left } = layOut(until);
    if (left.length > 0) return best;
    const holes = holesIn(laid, spans);
    const idle = minutesIn(holes);
    if (fits(laid) && (best === null || idle < best.idle)) best = { laid, idle };
    const [hole] = holes;
    const nth = hole ? days.indexOf(hole.day) : 0;
    if (!hole || nth === 0) return best;
    until = later(until, days, nth, hole.minutes);
  }
  return best;
}

/** Of so many ways to fill the days, those that are tried for a layout without holes. */
const filled = 16;

/** So many sessions are laid at most in all layouts that are tried, in a fraction of a second: then the best of these is taken. */
const mostLaid = 120_000;

/** So many minutes of the days may be idle, in all, for practice to be in fewer pieces. */
const idleForPractice = 45;

/** In which lengths something is kept in one go, the best first: practice as a whole before micro-teaching in half days. */
function* lengthsKept(pieces: readonly Piece[]): Generator<Finely> {
  const levels = (is: boolean) =>
    Math.max(
      0,
      ...pieces.map(({ part, blocks = [] }) => ((part === "practicum") === is ? blocks.length : 0)),
    );
  for (let practice = 0; practice <= levels(true); practice += 1)
    for (let block = 0; block < Math.max(1, levels(false)); block += 1)
      yield { smallestRest: shortest, block, practice };
}

/** The layout with the fewest idle minutes of those that leave the days as much alike as the plain one does, within what may be tried. */
function bestOf(
  pieces: readonly Piece[],
  spans: readonly Span[],
  staying: ReadonlyMap<string, number>,
  { plain, untils }: { plain: Laid[]; untils: readonly Until[] },
): Laid[] {
  const most = Math.max(alike, unevenness(plain, spans, staying));
  let best: Layout | null = null as Layout | null;
  let practice = 0;
  let tried = 0;
  for (const finely of lengthsKept(pieces)) {
    const inFewer = finely.practice !== practice;
    if (inFewer && best !== null && best.idle <= idleForPractice) return best.laid;
    practice = finely.practice;
    // A day ends earlier before practice that is not divided.
    const whole = Math.max(
      0,
      ...pieces.map((one) => (one.part === "practicum" ? (keptOf(one, finely) ?? 0) : 0)),
    );
    const fits = (laid: readonly Laid[]) => unevenness(laid, spans, staying) <= Math.max(most, whole);
    const layOut = (until: Until) => {
      const layout = lay(pieces, spans, until, finely);
      tried += layout.laid.length;
      return layout;
    };
    for (const until of untils.slice(0, filled)) {
      if (tried >= mostLaid) return best?.laid ?? plain;
      const found = withoutHoles(layOut, spans, fits, until);
      if (found && (best === null || found.idle < best.idle)) best = found;
      if (best?.idle === 0) return best.laid;
    }
  }
  return best?.laid ?? plain;
}

/**
 * Lays all pieces so that the days are used alike and nothing is left over, where that is possible, with no idle time within a
 * day as far as pieces can be divided, and what has blocks in the longest of them that leave the days as much alike as none
 * would; else the days are filled, what ends the course stands at its end, and what found no room is said.
 */
export function layEvenly(
  { body, tail }: Pieces,
  spans: readonly Span[],
  staying: ReadonlyMap<string, number>,
): { laid: Laid[]; left: Piece[] } {
  const pieces = [...body, ...tail];
  const total = minutesIn(pieces);
  const room = roomIn(spans);
  const step = Math.max(15, (room - total) / tries);
  const spares =
    total > room ? [] : Array.from({ length: Math.floor((room - total) / step) + 1 }, (_, i) => i * step);
  const untils = spares.map((spare) => evenly(spans, staying, total + spare));
  const plain = firstThatFits(pieces, spans, untils);
  if (plain) return { laid: bestOf(pieces, spans, staying, { plain, untils }), left: [] };
  const ends = layTail(tail, spans);
  const finest = { smallestRest: shortestRest, block: noBlock, practice: noBlock };
  const asMuchAsFits = new Map(spans.map(({ day }) => [day, Number.POSITIVE_INFINITY]));
  const before = lay(body, ends.cut, asMuchAsFits, finest);
  return { laid: [...before.laid, ...ends.laid], left: [...before.left, ...ends.left] };
}

/** The first layout in which all has room, whatever is kept in one go; null where there is none. */
function firstThatFits(pieces: readonly Piece[], spans: readonly Span[], untils: readonly Until[]) {
  for (const smallestRest of [shortest, shortestRest])
    for (const until of untils) {
      const { laid, left } = lay(pieces, spans, until, { smallestRest, block: noBlock, practice: noBlock });
      if (left.length === 0) return laid;
    }
  return null;
}
