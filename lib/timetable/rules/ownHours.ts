import { isCivilTime } from "../../time/civil";
import { clockIn } from "../../time/clockIn";
import type { Span } from "./conflicts";

/** What somebody teaches on one day in another course: its civil day and hours there, and the instants of each session. */
export type TaughtThen = {
  day: string;
  startsAt: string;
  endsAt: string;
  sessions: readonly Span[];
};

/** Days and hours of a workshop as its form has them; hours that are not typed yet are empty. */
type Planned = { from: string; to: string; startsAt: string; endsAt: string; zone: string };

/**
 * Those of what somebody teaches that are on the days of a workshop that they plan, with when that is by its own clocks (null where
 * they show the same), and whether a session falls into the hours of one of its days.
 */
export function taughtMeanwhile<T extends TaughtThen>(taught: readonly T[], planned: Planned) {
  const clock = clockIn(planned.zone);
  const within = (day: string) => day >= planned.from && day <= planned.to;
  const hoursKnown = isCivilTime(planned.startsAt) && isCivilTime(planned.endsAt);
  return taught.flatMap((one) => {
    const spans = one.sessions.map((span) => ({ from: clock(span.startsAt), to: clock(span.endsAt) }));
    const begins = spans.map(({ from }) => from).sort((a, b) => order(a).localeCompare(order(b)))[0];
    const ends = spans
      .map(({ to }) => to)
      .sort((a, b) => order(a).localeCompare(order(b)))
      .at(-1);
    if (!begins || !ends || !(within(one.day) || within(begins.day) || within(ends.day))) return [];
    const same = begins.day === one.day && begins.time === one.startsAt && ends.time === one.endsAt;
    const clashes =
      hoursKnown &&
      spans.some(({ from, to }) =>
        [from.day, to.day].some(
          (day) =>
            within(day) &&
            order(from) < `${day} ${planned.endsAt}` &&
            order(to) > `${day} ${planned.startsAt}`,
        ),
      );
    const here = same ? null : { day: begins.day, startsAt: begins.time, endsAt: ends.time };
    return [{ ...one, here, clashes }];
  });
}

const order = ({ day, time }: { day: string; time: string }) => `${day} ${time}`;
