import { UprightBars } from "./UprightBars";

export type PresenceDay = {
  /** The civil day. */
  day: string;
  /** As it stands below its bar. */
  name: string;
  /** Per cent of the planned minutes, or null where nothing is known of the day yet. */
  present: number | null;
  /** Per cent of the planned minutes of which nothing is marked yet. */
  unmarked: number;
  /** True where it should be known by now. */
  due: boolean;
};

/** How many were there, a bar a day: filled with its per cent of who is marked and hatched for who is not, hollow to come, hollow with a broken red edge where the roll is missing. */
export function DayBars({ label, days }: { label: string; days: readonly PresenceDay[] }) {
  return (
    <UprightBars
      label={label}
      whole={100}
      height={80}
      bars={days.map(({ day, name, present, unmarked, due }) => ({
        key: day,
        name,
        value: present === null ? "" : String(present),
        // As high as those who are marked came; hatched above it, who is not marked.
        parts: { watched: ((present ?? 0) * (100 - unmarked)) / 100, rest: 0, unknown: unmarked },
        state: present !== null ? "known" : due ? "due" : "toCome",
      }))}
    />
  );
}
