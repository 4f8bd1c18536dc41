import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { asking, oneOf, type SearchParams } from "@/app/_server/asked";
import { BrowserMessages, deskMessages } from "@/app/_ui/BrowserMessages";
import { processSettings } from "@/lib/env/settings";
import { BadgeStates } from "./_states/BadgeStates";
import { BarStates } from "./_states/BarStates";
import { BulkStates } from "./_states/BulkStates";
import { ComingStates } from "./_states/ComingStates";
import { DialogStates } from "./_states/DialogStates";
import { DotMatrixStates } from "./_states/DotMatrixStates";
import { FacetStates } from "./_states/FacetStates";
import { MatrixStates } from "./_states/MatrixStates";
import { PanelStates } from "./_states/PanelStates";
import { PathOfStagesStates } from "./_states/PathOfStagesStates";
import { SquaresStates } from "./_states/SquaresStates";
import { StatStripStates } from "./_states/StatStripStates";
import { StepStates } from "./_states/StepStates";
import { TableStates } from "./_states/TableStates";
import { TimelineStates } from "./_states/TimelineStates";
import { TimetableStates } from "./_states/TimetableStates";
import { ToastStates } from "./_states/ToastStates";
import { TokenStates } from "./_states/TokenStates";
import { ToolMarkStates } from "./_states/ToolMarkStates";
import { UprightBarsStates } from "./_states/UprightBarsStates";

export const metadata: Metadata = { title: "Kit" };

/** Each part of the kit with its states, by the name it is asked for alone: `/kit?part=badge`. */
const parts = {
  tokens: TokenStates,
  badge: BadgeStates,
  table: TableStates,
  facets: FacetStates,
  bulk: BulkStates,
  coming: ComingStates,
  dialog: DialogStates,
  panel: PanelStates,
  steps: StepStates,
  toast: ToastStates,
  dots: DotMatrixStates,
  bars: BarStates,
  upright: UprightBarsStates,
  squares: SquaresStates,
  stats: StatStripStates,
  path: PathOfStagesStates,
  timeline: TimelineStates,
  tools: ToolMarkStates,
  matrix: MatrixStates,
  timetable: TimetableStates,
} satisfies Record<string, () => ReactNode>;

type Part = keyof typeof parts;
const names = Object.keys(parts) as [Part, ...Part[]];
const asked = asking({ part: oneOf(names) });

/** The parts that pages are made of, in their states: for whoever builds, and for the parts' own tests. */
export default async function Kit({ searchParams }: { searchParams: SearchParams }) {
  if (process.env.NODE_ENV === "production" && processSettings().mode !== "test") notFound();
  const { part } = await asked(searchParams);
  return (
    <main id="main" className="grid gap-10 p-4 md:p-8">
      <h1>Kit</h1>
      {names
        .filter((name) => !part || name === part)
        .map((name) => {
          const States = parts[name];
          return (
            <section key={name} id={name} aria-labelledby={`${name}-title`} className="grid gap-4 min-w-0">
              <h2 id={`${name}-title`}>
                <a href={`?part=${name}`}>{name}</a>
              </h2>
              <BrowserMessages of={deskMessages}>
                <States />
              </BrowserMessages>
            </section>
          );
        })}
    </main>
  );
}
