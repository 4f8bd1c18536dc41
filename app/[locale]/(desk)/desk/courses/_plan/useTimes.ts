import { useEffect, useState } from "react";
import type { DaysOfPlan, TimeThen } from "@/lib/trainers/rules/who";

/** How the time of each trainer fits the days of a plan, by their keys; null where that is not known. */
export type Times = Readonly<Record<string, TimeThen>> | null;

/** How long one rests between two days or hours before it is asked. */
const restMs = 250;

/** Asks how their time fits; null where no answer came. */
async function ask(query: string, signal: AbortSignal): Promise<Times> {
  try {
    const answer = await fetch(`/api/trainers/days?${query}`, { signal });
    return answer.ok ? ((await answer.json()) as Times) : null;
  } catch {
    return null;
  }
}

/**
 * How the time of the trainers of these programmes fits the days as they are typed. It is asked when they are: nobody's browser
 * has the calendar of a colleague.
 * @param here the course whose plan is changed; null where a new one is planned.
 */
export function useTimes(
  programmes: readonly string[],
  { days, hours }: DaysOfPlan,
  here: number | null,
): Times {
  const [known, setKnown] = useState<{ of: string; times: Times } | null>(null);
  const query =
    days.length === 0
      ? ""
      : new URLSearchParams({
          ...{ programmes: programmes.join(","), days: days.join(","), ...hours },
          ...(here === null ? {} : { course: String(here) }),
        }).toString();
  useEffect(() => {
    if (!query) return;
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      const times = await ask(query, asked.signal);
      if (!asked.signal.aborted) setKnown({ of: query, times });
    }, restMs);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [query]);
  return query && known?.of === query ? known.times : null;
}
