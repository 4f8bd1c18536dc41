import { DayBars } from "@/app/_ui/kit/DayBars";
import { Sparkline } from "@/app/_ui/kit/Sparkline";
import { UprightBars } from "@/app/_ui/kit/UprightBars";

const parts = (watched: number, rest: number, unknown = 0) => ({ watched, rest, unknown });
const day = (number: number, present: number | null, due = false) => ({
  day: `2026-11-${number}`,
  name: String(number),
  present,
  unmarked: 0,
  due,
});

/** Bars of three parts, presence by day with days that are missing and to come, and lines of workshops without an axis. */
export function UprightBarsStates() {
  return (
    <div className="grid gap-4 max-w-lg">
      <UprightBars
        label="People by quarter: 113, 162 and 250"
        bars={[
          { key: "1", name: "Q1", value: "113", parts: parts(50, 63) },
          { key: "2", name: "Q2", value: "162", parts: parts(88, 70, 4) },
          { key: "3", name: "Q3 so far", value: "250", parts: parts(150, 80, 20) },
          { key: "4", name: "Q4", value: "0", parts: parts(0, 0) },
        ]}
      />
      <DayBars
        label="Presence by day: 98, 95, 92 per cent; the 25th is missing, two days to come"
        days={[
          day(22, 98),
          day(23, 95),
          { ...day(24, 92), unmarked: 40 },
          day(25, null, true),
          day(26, null),
          day(29, null),
        ]}
      />
      <Sparkline label="Workshops by quarter: 0, 1, 2, 2, 1, 3, 2, 1" values={[0, 1, 2, 2, 1, 3, 2, 1]} />
      <Sparkline label="No workshops in eight quarters" values={[0, 0, 0, 0, 0, 0, 0, 0]} />
    </div>
  );
}
