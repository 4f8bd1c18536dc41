import { type Piece, type Pieces, shortest } from "./parts";

/** Time of a day that a proposal may use, in minutes of the day; `full`: its end where no short break is taken from it. */
export type Span = { day: string; from: number; to: number; full?: number };

/** A piece, or as much of it as there is room for, in one of the spans. */
export type Laid = Piece & { span: number; from: number };

/** When what is laid ends, in minutes of the day. */
export const end = ({ from, minutes }: Laid) => from + minutes;

/**
 * What is left of a piece that has no room in one go is no shorter than a session; where the days have no room otherwise it
 * may be this short, in minutes.
 */
const shortestRest = 15;

/**
 * How finely pieces are divided: how many minutes are left at least of one that is, and which of the lengths is kept that people
 * teach each other in one go, and that practice has (`Piece.blocks`).
 */
type Finely = { smallestRest: number; block: number; practice: number };

/** None of these lengths is kept. */
const noBlock = -1;

/** Which of the lengths of a piece is kept. */
const keptOf = ({ part, blocks }: Piece, { block, practice }: Finely): number | undefined =>
  blocks?.[part === "practicum" ? practice : block];

/**
 * How much of a piece is taken where there is so much room, and the day wants so many minutes more; 0 where none is. The
 * day gets a little more or less than it wants rather than half of what is not divided.
 */
function portion(piece: Piece, room: number, wanted: number, finely: Finely): number {
  const { minutes, unit, least, goesOn } = piece;
  if (unit === 0) return room >= minutes && (goesOn || wanted * 2 >= minutes) ? minutes : 0;
  const inOneGo = keptOf(piece, finely);
  const smallest = Math.min(inOneGo ?? least, minutes);
  if (room < smallest || wanted * 2 < smallest) return 0;
  const whole = (most: number) => (most >= minutes ? minutes : Math.floor(most / unit) * unit);
  const taken = whole(Math.min(room, Math.max(smallest, wanted)));
  const rest = minutes - taken;
  const fits = minutes <= room;
  const enough = inOneGo ?? Math.min(fits ? shortest : finely.smallestRest, least);
  if (rest === 0 || rest >= enough) return taken < smallest ? 0 : taken;
  if (fits) return minutes;
  const less = whole(minutes - (inOneGo ?? finely.smallestRest));
  return less < smallest ? 0 : less;
}

/** What comes next: the first piece, or where that one waits for room the module after it. */
function nextOf(
  rest: readonly Piece[],
  room: (piece: Piece) => number,
  wanted: number,
  finely: Finely,
): { at: number; minutes: number } | null {
  const [first] = rest;
  if (!first) return null;
  const minutes = portion(first, room(first), wanted, finely);
  if (minutes > 0) return { at: 0, minutes };
  if (!first.waits) return null;
  const at = rest.findIndex((piece) => piece.part === "module");
  const instead = at < 0 ? 0 : portion(rest[at]!, room(rest[at]!), wanted, finely);
  return instead > 0 ? { at, minutes: instead } : null;
}

/**
 * Lays pieces one after another into spans.
 * @param until how many minutes are to be laid by the end of each day.
 */
function lay(pieces: readonly Piece[], spans: readonly Span[], until: Until, finely: Finely) {
  const left = pieces.map((piece) => ({ ...piece }));
  const laid: Laid[] = [];
  let used = 0;
  for (const [span, { day, from, to, full = to }] of spans.entries()) {
    let at = from;
    const room = ({ whole }: Piece) => (whole && at === from ? full : to) - at;
    for (;;) {
      const next = nextOf(left, room, until(day) - used, finely);
      if (!next) break;
      const piece = left[next.at]!;
      laid.push({ ...piece, minutes: next.minutes, span, from: at });
      at += next.minutes;
      used += next.minutes;
      piece.minutes -= next.minutes;
      if (piece.minutes === 0) left.splice(next.at, 1);
    }
  }
  return { laid, left };
}

/** How many minutes are to be laid by the end of each day. */
type Until = (day: string) => number;

/** Minutes of a list of pieces. */
export const minutesIn = (pieces: readonly { minutes: number }[]): number =>
  pieces.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes that there are in a list of spans. */
export const roomIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);

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
  const last = days.at(-1);
  return (day) => (day === last ? Number.POSITIVE_INFINITY : until.get(day)!);
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
function later(until: Until, days: readonly string[], nth: number, minutes: number): Until {
  const at = new Map(days.map((day, i) => [day, i]));
  return (day) => {
    const i = at.get(day)!;
    return i < nth ? until(day) - Math.ceil((minutes * (i + 1)) / nth / 5) * 5 : until(day);
  };
}

/** The time that is left in a span although something stands later on its day, by days; the first such day first. */
function holesIn(laid: readonly Laid[], spans: readonly Span[]): { day: string; minutes: number }[] {
  return spans.flatMap(({ day, from, to }, nth) => {
    const used = laid.filter(({ span }) => span === nth);
    const minutes = to - Math.max(from, ...used.map(end));
    return minutes > 0 && laid.some(({ span }) => span > nth && spans[span]!.day === day)
      ? [{ day, minutes }]
      : [];
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
  if (plain) {
    const most = Math.max(alike, unevenness(plain, spans, staying));
    let best: Layout | null = null as Layout | null;
    let practice = 0;
    for (const finely of lengthsKept(pieces)) {
      const inFewer = finely.practice !== practice;
      if (inFewer && best !== null && best.idle <= idleForPractice) return { laid: best.laid, left: [] };
      practice = finely.practice;
      // A day ends earlier before practice that is not divided.
      const whole = Math.max(
        0,
        ...pieces.map((one) => (one.part === "practicum" ? (keptOf(one, finely) ?? 0) : 0)),
      );
      const fits = (laid: readonly Laid[]) => unevenness(laid, spans, staying) <= Math.max(most, whole);
      for (const until of untils.slice(0, filled)) {
        const found = withoutHoles((by) => lay(pieces, spans, by, finely), spans, fits, until);
        if (found && (best === null || found.idle < best.idle)) best = found;
        if (best?.idle === 0) return { laid: best.laid, left: [] };
      }
    }
    return { laid: best?.laid ?? plain, left: [] };
  }
  const ends = layTail(tail, spans);
  const finest = { smallestRest: shortestRest, block: noBlock, practice: noBlock };
  const before = lay(body, ends.cut, () => Number.POSITIVE_INFINITY, finest);
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
