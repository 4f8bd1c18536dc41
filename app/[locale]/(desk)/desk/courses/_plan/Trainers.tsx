import { getLocale, getTranslations } from "next-intl/server";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { countryName, languageName } from "@/lib/i18n/format";
import { nameFor } from "@/lib/i18n/rules";
import { trainersToPlan } from "@/lib/trainers/queries";
import { TrainerChoice } from "./TrainerChoice";
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
  const locale = await getLocale();
  const moduleIds = facts.tools.flatMap((tool) =>
    tool.versions.flatMap((version) => version.modules.map(({ id }) => Number(id))),
  );
  const people = trainersToPlan(cx, gate.planningIn(cx, programmeIds), moduleIds, course ?? null);
  if (people.length === 0) return <p className="quiet">{t("noTrainers")}</p>;
  return (
    <MoreMessages of={["canTeach"]}>
      <TrainerChoice
        label={t("trainers")}
        facts={facts}
        people={people.map(({ id, programmeIds: of, known, ...names }) => ({
          id: String(id),
          called: nameFor(names, locale),
          programmeIds: of.map(String),
          known,
          language: known && languageName(known.language, locale),
          country: known?.country ? countryName(known.country, locale) : null,
        }))}
      />
    </MoreMessages>
  );
}
