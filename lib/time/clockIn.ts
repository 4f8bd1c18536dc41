/** What the clocks of a place show: its civil day and the time of day HH:MM. */
export type Clock = { day: string; time: string };

/**
 * Says what the clocks of a zone show at an instant (ms). By what every browser has, for forms: the calendar of `zone.ts` is not
 * for the browser.
 */
export function clockIn(zone: string): (instant: number) => Clock {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    ...{ timeZone: zone, hourCycle: "h23" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return {
      day: `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`,
      time: `${parts.get("hour")}:${parts.get("minute")}`,
    };
  };
}
