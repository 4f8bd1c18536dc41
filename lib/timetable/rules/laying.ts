import { type Piece, shortest } from "./parts";

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
export const shortestRest = 15;

/**
 * How finely pieces are divided: how many minutes are left at least of one that is, and which of the lengths is kept that people
 * teach each other in one go, and that practice has (`Piece.blocks`).
 */
export type Finely = { smallestRest: number; block: number; practice: number };

/** None of these lengths is kept. */
export const noBlock = -1;

/** Which of the lengths of a piece is kept. */
const keptOf = ({ part, blocks }: Piece, { block, practice }: Finely): number | undefined =>
  blocks?.[part === "practicum" ? practice : block];

/** So much of what is left of a piece, in whole units of it; all of it where that is not more. */
const wholeUnits = ({ unit }: Piece, left: number, most: number): number =>
  most >= left ? left : Math.floor(most / unit) * unit;

/**
 * How much of the minutes left of a piece is taken where there is so much room, and the day wants so many minutes more; 0 where none is. The
 * day gets a little more or less than it wants rather than half of what is not divided.
 */
function portion(piece: Piece, minutes: number, room: number, wanted: number, finely: Finely): number {
  const { unit, least, goesOn } = piece;
  if (unit === 0) return room >= minutes && (goesOn || wanted * 2 >= minutes) ? minutes : 0;
  const inOneGo = keptOf(piece, finely);
  const smallest = Math.min(inOneGo ?? least, minutes);
  if (room < smallest || wanted * 2 < smallest) return 0;
  const taken = wholeUnits(piece, minutes, Math.min(room, Math.max(smallest, wanted)));
  const rest = minutes - taken;
  const fits = minutes <= room;
  const enough = inOneGo ?? Math.min(fits ? shortest : finely.smallestRest, least);
  if (rest === 0 || rest >= enough) return taken < smallest ? 0 : taken;
  if (fits) return minutes;
  const less = wholeUnits(piece, minutes, minutes - (inOneGo ?? finely.smallestRest));
  return less < smallest ? 0 : less;
}

/**
 * Lays pieces one after another into spans. What waits for room lets the module after it go first.
 * @param until how many minutes are to be laid by the end of each day.
 */
export function lay(pieces: readonly Piece[], spans: readonly Span[], until: Until, finely: Finely) {
  const left = pieces.map(({ minutes }) => minutes);
  const laid: Laid[] = [];
  let used = 0;
  let first = 0;
  for (const [span, { day, from, to, full = to }] of spans.entries()) {
    const most = until.get(day)!;
    for (let at = from; first < pieces.length; ) {
      const taken = (nth: number) => {
        const piece = pieces[nth]!;
        return portion(piece, left[nth]!, (piece.whole && at === from ? full : to) - at, most - used, finely);
      };
      let nth = first;
      let minutes = taken(nth);
      if (minutes === 0 && pieces[nth]!.waits) {
        nth = pieces.findIndex((piece, i) => piece.part === "module" && left[i]! > 0);
        minutes = nth < 0 ? 0 : taken(nth);
      }
      if (minutes === 0) break;
      laid.push({ ...pieces[nth]!, minutes, span, from: at });
      at += minutes;
      used += minutes;
      left[nth]! -= minutes;
      while (left[first] === 0) first += 1;
    }
  }
  const rest = pieces.flatMap((piece, nth) => (left[nth]! > 0 ? { ...piece, minutes: left[nth]! } : []));
  return { laid, left: rest };
}

/** How many minutes are to be laid by the end of each day. */
export type Until = ReadonlyMap<string, number>;

/** Minutes of a list of pieces. */
export const minutesIn = (pieces: readonly { minutes: number }[]): number =>
  pieces.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes that there are in a list of spans. */
export const roomIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);
