"use client";

import { usualHours } from "@/lib/timetable/rules";
import { TrainerChoice, type TrainerOffered } from "./TrainerChoice";
import { type PlanFacts, usePlan } from "./usePlan";

/** Who trains in a course that is planned: how they fit it as it is typed. */
export function PlanTrainers({
  label,
  facts,
  people,
  here,
}: {
  label: string;
  facts: PlanFacts;
  people: readonly TrainerOffered[];
  /** The course whose plan is changed; null where a new one is planned. */
  here: number | null;
}) {
  const plan = usePlan(facts);
  return (
    <TrainerChoice
      label={label}
      people={people}
      programme={plan.text("programmeId")}
      programmes={facts.names.programmeId}
      plan={{
        moduleIds: plan.many("moduleIds").map(Number),
        languages: plan.many("languages"),
        country: plan.text("country"),
        places: ["placeEn", "placeFr", "placeAr"].map(plan.text).filter(Boolean),
      }}
      modules={Object.fromEntries(
        facts.tools.flatMap(({ name: tool, versions }) =>
          versions.flatMap((version) => version.modules.map(({ id, code }) => [id, { code, tool }])),
        ),
      )}
      when={{ days: plan.days, hours: facts.timetable?.asked ?? facts.timetable?.hours ?? usualHours }}
      here={here}
    />
  );
}
