import { end, type Laid, type Span } from "./laying";
import { shortest } from "./parts";

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
  if (
    over &&
    over.unit > 0 &&
    !over.whole &&
    (between === undefined || Math.abs(between - middle) > shortest)
  ) {
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
