import { type ClockChange, clocksOf } from "../time/zone";

const two = (number: number) => String(number).padStart(2, "0");

/** An offset from UTC as calendars write it: +0300, with seconds where an old one has some. */
function offset(seconds: number): string {
  const whole = Math.abs(seconds);
  const rest = whole % 60;
  return `${seconds < 0 ? "-" : "+"}${two(Math.floor(whole / 3600))}${two(Math.floor(whole / 60) % 60)}${rest ? two(rest) : ""}`;
}

/** The clock's own reading at an instant, by an offset: 20230326T000000. */
const reading = (at: number, seconds: number) =>
  new Date(at + seconds * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "");

const rule = (kind: "STANDARD" | "DAYLIGHT", begins: string, before: number, after: number) => [
  `BEGIN:${kind}`,
  `DTSTART:${begins}`,
  `TZOFFSETFROM:${offset(before)}`,
  `TZOFFSETTO:${offset(after)}`,
  `END:${kind}`,
];

/**
 * The clocks of a zone between two instants (ms) as a VTIMEZONE (RFC 5545, 3.6.5): each change by itself, for rules of a
 * year say wrong what a government moves or ends. A reader needs none of its own data, which may be older than ours.
 */
export function vtimezone(zone: string, from: number, to: number): string {
  const clocks = clocksOf(zone, from, to);
  const known: ClockChange[] = [...(clocks.since ? [clocks.since] : []), ...clocks.changes];
  const least = Math.min(clocks.offset, ...known.map(({ after }) => after));
  const rules = known.flatMap(({ at, before, after }) =>
    // Readers ask for a standard time; where clocks did not go ahead, or came back, that is it.
    rule(after > least ? "DAYLIGHT" : "STANDARD", reading(at, before), before, after),
  );
  const always = clocks.since ? [] : rule("STANDARD", "19700101T000000", clocks.offset, clocks.offset);
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...always, ...rules, "END:VTIMEZONE"].join("\r\n");
}
