import { getTranslations } from "next-intl/server";
import { PartsBar } from "@/app/_ui/kit/PartsBar";
import type { CascadeNumbers } from "@/lib/cascade/rules/numbers";
import { peopleIn } from "@/lib/records/rules/numbers";

type Reached = Pick<CascadeNumbers, "people" | "recordedPeople">;

/** The longest of these bars: people known by name, and those of records behind them. */
export const mostReached = (all: readonly Reached[]): number =>
  Math.max(1, ...all.map(({ people, recordedPeople }) => people + peopleIn(recordedPeople)));

/** Whom something reached as a bar: by name, and by what records say, which is hatched and never the same people for certain. */
export async function Reach({ of, reach, whole }: { of: string; reach: Reached; whole: number }) {
  const t = await getTranslations("cascade");
  const recorded = peopleIn(reach.recordedPeople);
  return (
    <PartsBar
      label={t("reachOf", { of, people: reach.people, recorded })}
      parts={{ watched: reach.people, rest: 0, unknown: recorded }}
      whole={whole}
    />
  );
}
