import { DotMatrix } from "@/app/_ui/kit/DotMatrix";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { StatStrip } from "@/app/_ui/kit/StatStrip";

/** Six numbers with dots, two with bars, and a number that nobody knows. */
export function StatStripStates() {
  return (
    <div className="grid gap-4">
      <StatStrip
        stats={[
          {
            label: "Nominated",
            value: 52,
            note: "by 14 organisations",
            picture: <DotMatrix label="52 nominated" groups={[{ kind: "named", count: 52 }]} />,
          },
          {
            label: "Accepted",
            value: 40,
            of: "of 40",
            picture: <DotMatrix label="40 accepted" groups={[{ kind: "in", count: 40 }]} />,
          },
          { label: "Attended", value: 38, note: "at least once" },
          { label: "Present", value: "54\u00a0h 45\u00a0min" },
          { label: "Completed", value: "–", note: "not known yet" },
          { label: "With a certificate", value: "–", note: "none yet" },
        ]}
      />
      <StatStrip
        stats={[
          {
            label: "مدربون",
            value: 46,
            of: "/ 100",
            note: "27 behind the line",
            short: true,
            picture: <GoalBar label="46 of 100, 73 by now" value={46} whole={100} goal={73} tone="stop" />,
          },
          {
            label: "Aworddoesnotendandgoesonandonandon",
            value: "1,815",
            of: "/ 2,400",
            picture: <GoalBar label="1815 of 2400" value={1815} whole={2400} goal={1750} />,
          },
        ]}
      />
    </div>
  );
}
