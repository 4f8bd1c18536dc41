import {
  daysOf,
  type Evenness,
  evenedOut,
  evenly,
  evennessAgainst,
  type Ground,
  isAlike,
  unevenness,
  wholeIn,
} from "./even";
import {
  end,
  type Finely,
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

/** So many minutes of a layout are idle within its days; these differ by so many, and by some more than anybody would expect. */
type Layout = { laid: Laid[]; idle: number } & ReturnType<Evenness>;

/** The better of two layouts: whose days are not as much alike as they could be last, then the one with fewer idle minutes. */
const better = (best: Layout | null, found: Layout): Layout =>
  best !== null && (best.excess - found.excess || best.idle - found.idle || best.by - found.by) <= 0
    ? best
    : found;

type LayOut = (until: Until) => Layout | null;

/** Lays pieces with so much of them in one go, and says how good that is; null where not all has room. */
function layingOut(pieces: readonly Piece[], { spans }: Ground, evenness: Evenness, finely: Finely): LayOut {
  return (until) => {
    const { laid, left } = lay(pieces, spans, until, finely);
    return left.length > 0 ? null : { laid, idle: minutesIn(holesIn(laid, spans)), ...evenness(laid) };
  };
}

/** The best layout of several, each of which is filled as the one before asks for. */
function bestOfAgain(
  layOut: LayOut,
  first: Until,
  again: (until: Until, found: Layout) => Until | null,
): Layout | null {
  let best = null as Layout | null;
  let until: Until | null = first;
  for (let nth = 0; nth <= repairs && until; nth += 1) {
    const found = layOut(until);
    if (!found) return best;
    best = better(best, found);
    until = again(until, found);
  }
  return best;
}

/** What leaves a hole is laid again, with a little less on every day before. */
const withoutHoles =
  (ground: Ground) =>
  (until: Until, { laid }: Layout): Until | null => {
    const days = daysOf(ground);
    const [hole] = holesIn(laid, ground.spans);
    const nth = hole ? days.indexOf(hole.day) : 0;
    return hole && nth > 0 ? later(until, days, nth, hole.minutes) : null;
  };

/** What leaves days that differ too much is laid again, with less on the fullest and more on the emptiest. */
const alike =
  (ground: Ground) =>
  (until: Until, { laid, excess }: Layout): Until | null =>
    excess > 0 ? evenedOut(until, laid, ground, Math.ceil(excess / 10) * 5) : null;

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

/** The best layout within what may be tried, with practice in as few pieces as leave the days alike and hardly idle. */
function bestOf(
  pieces: readonly Piece[],
  ground: Ground,
  evenness: Evenness,
  untils: readonly Until[],
): Layout | null {
  let best = null as Layout | null;
  let practice = 0;
  let tried = 0;
  for (const finely of lengthsKept(pieces)) {
    const inFewer = finely.practice !== practice;
    if (inFewer && best?.excess === 0 && best.idle <= idleForPractice) return best;
    practice = finely.practice;
    const layOut = layingOut(pieces, ground, evenness, finely);
    const counted: LayOut = (until) => {
      tried += pieces.length;
      return layOut(until);
    };
    for (const until of untils) {
      if (tried >= mostLaid) return best;
      const found = bestOfAgain(counted, until, withoutHoles(ground));
      if (found) best = better(best, found);
      if (best?.excess === 0 && best.idle === 0 && isAlike(best)) return best;
    }
    if (best?.excess === 0 && best.idle === 0) return best;
  }
  return best;
}

/** Whatever is kept in one go, the layout whose days are most alike. */
function mostAlike(
  pieces: readonly Piece[],
  ground: Ground,
  evenness: Evenness,
  untils: readonly Until[],
): Layout | null {
  let best = null as Layout | null;
  for (const smallestRest of [shortest, shortestRest]) {
    const layOut = layingOut(pieces, ground, evenness, { smallestRest, block: noBlock, practice: noBlock });
    for (const until of untils) {
      const found = bestOfAgain(layOut, until, alike(ground));
      if (found) best = better(best, found);
      if (best?.excess === 0) return best;
    }
  }
  return best;
}

/**
 * Lays all pieces so that the days are used alike and nothing is left over, where that is possible, with no idle time within a
 * day as far as pieces can be divided, and what has blocks in the longest of them that leave the days as much alike as none
 * would; else the days are filled, what ends the course stands at its end, and what found no room is said.
 */
export function layEvenly({ body, tail }: Pieces, ground: Ground): { laid: Laid[]; left: Piece[] } {
  const { spans } = ground;
  const pieces = [...body, ...tail];
  const total = minutesIn(pieces);
  const room = roomIn(spans);
  const step = Math.max(15, (room - total) / tries);
  const spares =
    total > room ? [] : Array.from({ length: Math.floor((room - total) / step) + 1 }, (_, i) => i * step);
  const untils = spares.map((spare) => evenly(ground, total + spare));
  const plain = firstThatFits(pieces, spans, untils);
  if (plain) {
    const around = aroundWhole(pieces, ground, plain, total);
    const plains = [plain, ...around.map(({ laid }) => laid)].map((laid) => ({
      laid,
      by: unevenness(laid, ground),
    }));
    const evenest = plains.reduce((a, b) => (b.by < a.by ? b : a)).laid;
    const evenness = evennessAgainst(evenest, ground);
    const ways = [...around.map(({ until }) => until), ...untils];
    let best = bestOf(pieces, ground, evenness, ways.slice(0, filled));
    if (!best || best.excess > 0) {
      const more = mostAlike(pieces, ground, evenness, ways);
      best = more ? better(best, more) : best;
    }
    return { laid: best?.laid ?? evenest, left: [] };
  }
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

/** How many times the days around what is not divided are filled anew: it may come to another day by that. */
const settles = 3;

/** Ways to fill the days around a visit and practice as they lie, the last first: then these are on the days that they are reckoned for. */
function aroundWhole(
  pieces: readonly Piece[],
  ground: Ground,
  plain: Laid[],
  total: number,
): { until: Until; laid: Laid[] }[] {
  const found: { until: Until; laid: Laid[] }[] = [];
  for (let again = 0; again < settles; again += 1) {
    const { days } = wholeIn(found[0]?.laid ?? plain, ground);
    const until = evenly(ground, total, days);
    const laid = days.size > 0 && firstThatFits(pieces, ground.spans, [until]);
    if (!laid) break;
    found.unshift({ until, laid });
  }
  return found;
}
