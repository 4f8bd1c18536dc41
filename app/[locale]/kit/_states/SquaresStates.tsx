import { Squares } from "@/app/_ui/kit/Squares";

/** Squares that are full, half and empty, in the colours of tools, and one alone. */
export function SquaresStates() {
  return (
    <div className="grid gap-3">
      <Squares
        label="Start.Coop: taught M1 and M2, completed M3"
        tone="start"
        squares={[
          { key: "M1", fill: "full" },
          { key: "M2", fill: "full" },
          { key: "M3", fill: "half" },
          { key: "M4", fill: "none" },
        ]}
      />
      <Squares label="Think.Coop: taught" tone="think" squares={[{ key: "", fill: "full" }]} />
    </div>
  );
}
