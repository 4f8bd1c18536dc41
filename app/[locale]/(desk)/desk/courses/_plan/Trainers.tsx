import { getTranslations } from "next-intl/server";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { PlanTrainers } from "./PlanTrainers";
import { trainersOffered } from "./trainersOffered";
import type { PlanFacts } from "./usePlan";

/** Who trains in a course: trainers of its programme, whoever can teach its modules first. */
export async function Trainers({
  cx,
  course,
  programmeIds,
  facts,
}: {
  cx: Context;
  course: Course | undefined;
  /** Programmes whose trainers are offered. */
  programmeIds: number[];
  facts: PlanFacts;
}) {
  const t = await getTranslations("plan");
  const moduleIds = facts.tools.flatMap((tool) =>
    tool.versions.flatMap((version) => version.modules.map(({ id }) => Number(id))),
  );
  const people = await trainersOffered(cx, programmeIds, moduleIds, course);
  if (people.length === 0) return <p className="quiet">{t("noTrainers")}</p>;
  return (
    <MoreMessages of={["canTeach"]}>
      <PlanTrainers label={t("trainers")} facts={facts} people={people} here={course?.id ?? null} />
    </MoreMessages>
  );
}
