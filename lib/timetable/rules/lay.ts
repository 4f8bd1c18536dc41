import { type Piece, type Pieces, shortest } from "./parts";

/** Time of a day that a proposal may use, in minutes of the day; `full`: its end where no short break is taken from it. */
export type Span = { day: string; from: number; to: number; full?: number };

/** A piece, or as much of it as there is room for, in one of the spans. */
export type Laid = Piece & { span: number; from: number };

const end = ({ from, minutes }: Laid) => from + minutes;

/**
 * What is left of a piece that has no room in one go is no shorter than a session; where the days have no room otherwise it
 * may be this short, in minutes.
 */
const shortestRest = 15;

/**
 * How finely pieces are divided: how many minutes are left at least of one that is, and which of the lengths that something has
 * in one go is kept (`Piece.blocks`).
 */
type Finely = { smallestRest: number; block: number };

/** None of these lengths is kept. */
const noBlock = -1;

/**
 * How much of a piece is taken where there is so much room, and the day wants so many minutes more; 0 where none is. The
 * day gets a little more or less than it wants rather than half of what is not divided.
 */
function portion(
  { minutes, unit, least, goesOn, blocks }: Piece,
  room: number,
  wanted: number,
  { smallestRest, block }: Finely,
): number {
  if (unit === 0) return room >= minutes && (goesOn || wanted * 2 >= minutes) ? minutes : 0;
  const inOneGo = blocks?.[block];
  const smallest = Math.min(inOneGo ?? least, minutes);
  if (room < smallest || wanted * 2 < smallest) return 0;
  const whole = (most: number) => (most >= minutes ? minutes : Math.floor(most / unit) * unit);
  const taken = whole(Math.min(room, Math.max(smallest, wanted)));
  const rest = minutes - taken;
  const fits = minutes <= room;
  const enough = inOneGo ?? Math.min(fits ? shortest : smallestRest, least);
  if (rest === 0 || rest >= enough) return taken < smallest ? 0 : taken;
  if (fits) return minutes;
  const less = whole(minutes - (inOneGo ?? smallestRest));
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
function lay(
  pieces: readonly Piece[],
  spans: readonly Span[],
  until: (day: string) => number,
  finely: Finely,
) {
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

/** Minutes of a list of pieces. */
const minutesIn = (pieces: readonly Piece[]) => pieces.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * How many minutes are to be laid by the end of each day so that all days are used alike, as far as they have room. What
 * stays on a day counts as used.
 */
function evenly(
  spans: readonly Span[],
  staying: ReadonlyMap<string, number>,
  total: number,
): (day: string) => number {
  const days = [...new Set(spans.map(({ day }) => day))];
  const room = (day: string) =>
    spans.reduce((sum, span) => sum + (span.day === day ? span.to - span.from : 0), 0);
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
const alike = 60;

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

/**
 * Lays all pieces so that the days are used alike and nothing is left over, where that is possible, and what has blocks in the
 * longest of them that leave the days as much alike as none would; else the days are filled, what ends the course stands at its
 * end, and what found no room is said.
 */
export function layEvenly(
  { body, tail }: Pieces,
  spans: readonly Span[],
  staying: ReadonlyMap<string, number>,
): { laid: Laid[]; left: Piece[] } {
  const pieces = [...body, ...tail];
  const total = minutesIn(pieces);
  const room = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const step = Math.max(15, (room - total) / tries);
  const spares =
    total > room ? [] : Array.from({ length: Math.floor((room - total) / step) + 1 }, (_, i) => i * step);
  const untils = spares.map((spare) => evenly(spans, staying, total + spare));
  /** The first layout in which all has room, and whose days differ by no more than so many minutes. */
  const first = (finely: Finely, most: number) => {
    for (const until of untils) {
      const { laid, left } = lay(pieces, spans, until, finely);
      if (left.length === 0 && unevenness(laid, spans, staying) <= most) return laid;
    }
    return null;
  };
  const plain =
    first({ smallestRest: shortest, block: noBlock }, Number.POSITIVE_INFINITY) ??
    first({ smallestRest: shortestRest, block: noBlock }, Number.POSITIVE_INFINITY);
  if (plain) {
    const most = Math.max(alike, unevenness(plain, spans, staying));
    const levels = Math.max(0, ...pieces.map(({ blocks = [] }) => blocks.length));
    for (let block = 0; block < levels; block += 1) {
      const laid = first({ smallestRest: shortest, block }, most);
      if (laid) return { laid, left: [] };
    }
    return { laid: plain, left: [] };
  }
  const end = layTail(tail, spans);
  const finest = { smallestRest: shortestRest, block: noBlock };
  const before = lay(body, end.cut, () => Number.POSITIVE_INFINITY, finest);
  return { laid: [...before.laid, ...end.laid], left: [...before.left, ...end.left] };
}

/** A span that is so long has a short break, in minutes. */
const longWithoutRest = 120;

/** Spans without the short break that each long one is to have, and how long that is. */
export const sparingRest = (spans: readonly Span[], rest: number): Span[] =>
  spans.map((span) =>
    span.to - span.from >= longWithoutRest + rest
      ? { ...span, to: span.to - rest, full: span.to }
      : { ...span },
  );

/** What is laid in one span, with a short break about half way: between two pieces, or within one that may be divided. */
function rested(inSpan: readonly Laid[], rest: number): Laid[] {
  const [first, last] = [inSpan[0], inSpan.at(-1)];
  if (!first || !last || end(last) - first.from < longWithoutRest) return [...inSpan];
  const middle = (first.from + end(last)) / 2;
  const near = (a: number, b: number) => Math.abs(a - middle) - Math.abs(b - middle);
  const between = inSpan
    .slice(1)
    .map(({ from }) => from)
    .sort(near)[0];
  const over = inSpan.find((one) => one.from < middle && end(one) > middle);
  const later = (one: Laid): Laid => ({ ...one, from: one.from + rest });
  if (over && over.unit > 0 && (between === undefined || Math.abs(between - middle) > shortest)) {
    const cut = Math.round((middle - over.from) / over.unit) * over.unit;
    const least = Math.min(over.least, shortest);
    if (cut >= least && over.minutes - cut >= least)
      return inSpan.flatMap((one) =>
        one === over
          ? [{ ...one, minutes: cut }, later({ ...one, minutes: one.minutes - cut, from: one.from + cut })]
          : [one.from > over.from ? later(one) : one],
      );
  }
  if (between === undefined) return [...inSpan];
  return inSpan.map((one) => (one.from >= between ? later(one) : one));
}

/** What is laid, with short breaks in spans that have time for them (`sparingRest`). */
export const withRests = (
  laid: readonly Laid[],
  spans: readonly Span[],
  spared: readonly Span[],
  rest: number,
): Laid[] =>
  spans.flatMap((span, nth) => {
    const inSpan = laid.filter((one) => one.span === nth).sort((a, b) => a.from - b.from);
    // A visit took the time of the break.
    const hasTime = inSpan.every((one) => end(one) <= spared[nth]!.to);
    return rest > 0 && spared[nth]!.to < span.to && hasTime ? rested(inSpan, rest) : inSpan;
  });
