import { DotMatrix } from "@/app/_ui/kit/DotMatrix";

/** Dots in every kind; of few, of one, and of so many that a dot stands for several. */
export function DotMatrixStates() {
  return (
    <div className="grid gap-4 max-w-2xs">
      <DotMatrix
        label="17 accepted, 2 offered a place, 4 to decide, 1 lost, 6 free"
        groups={[
          { kind: "in", count: 17 },
          { kind: "offered", count: 2 },
          { kind: "deciding", count: 4 },
          { kind: "lost", count: 1 },
          { kind: "free", count: 6 },
        ]}
      />
      <DotMatrix label="52 nominated" groups={[{ kind: "named", count: 52 }]} />
      <DotMatrix
        label="1 of 10000 came"
        groups={[
          { kind: "in", count: 1 },
          { kind: "free", count: 9999 },
        ]}
      />
    </div>
  );
}
