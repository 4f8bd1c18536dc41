import { AsTable } from "@/app/_ui/kit/AsTable";
import { GoalBar } from "@/app/_ui/kit/GoalBar";
import { PartsBar } from "@/app/_ui/kit/PartsBar";

/** Bars with and without a goal, short of it and beyond the whole; of parts, of which one is not known. */
export function BarStates() {
  return (
    <div className="grid gap-3 max-w-md">
      <GoalBar label="18 of 40, target 12" value={18} whole={40} goal={12} />
      <GoalBar label="62 %, rule 80 %" value={62} whole={100} goal={80} tone="stop" />
      <GoalBar label="612 people, Think.Coop" value={612} whole={900} tone="think" />
      <GoalBar label="45 of 40" value={45} whole={40} />
      <GoalBar label="nothing of nothing" value={0} whole={0} />
      <PartsBar
        label="56 women, 38 men, 6 not known"
        parts={{ watched: 56, rest: 38, unknown: 6 }}
        thickness={16}
      />
      <PartsBar
        label="20 women, 10 men, 1 not known, of 60"
        parts={{ watched: 20, rest: 10, unknown: 1 }}
        whole={60}
      />
      <PartsBar label="nobody" parts={{ watched: 0, rest: 0, unknown: 0 }} />
      <AsTable
        caption="People by sex"
        heads={["Sex", "People"]}
        rows={[
          ["Women", 56],
          ["Men", 38],
          ["Not known", 6],
        ]}
      />
    </div>
  );
}
