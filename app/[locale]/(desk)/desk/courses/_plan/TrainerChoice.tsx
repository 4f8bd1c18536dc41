"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Tick, useTicks } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { Written } from "@/app/_ui/Written";
import { fitWords } from "@/app/_words/fitWords";
import { list } from "@/lib/i18n/format";
import { dotBetween, isolate } from "@/lib/i18n/rules";
import { usualHours } from "@/lib/timetable/rules";
import { fitOfPlan, inOrderOfFit, knowsAll, type TrainerToPlan } from "@/lib/trainers/rules/who";
import { type Plan, type PlanFacts, usePlan } from "./usePlan";

/** A trainer to choose, ready to read; `known` is null of whom nothing more is known than the name. */
type Person = {
  id: string;
  /** The name as the reader's language says it. */
  called: string;
  programmeIds: string[];
  known: TrainerToPlan | null;
  language: string | null;
  country: string | null;
};

/** Nothing is known: named last. */
const unknownFit = { modules: { known: 0, all: 1 }, speaks: false, near: null, clashes: 0, away: 0, load: 0 };

/** Each with how they fit the plan as it is typed, the fittest first. */
function inOrder(people: readonly Person[], plan: Plan) {
  const asks = {
    moduleIds: plan.many("moduleIds").map(Number),
    languages: plan.many("languages"),
    country: plan.text("country"),
    places: ["placeEn", "placeFr", "placeAr"].map(plan.text).filter(Boolean),
    days: plan.days,
    hours: usualHours,
  };
  return inOrderOfFit(
    people.map((person) => ({ ...person, fit: person.known ? fitOfPlan(person.known, asks) : unknownFit })),
  );
}

/**
 * Who trains: of the programme that is chosen, whoever knows all its modules first, each with why. Whoever is no trainer of
 * it loses their tick, and is named.
 */
export function TrainerChoice({
  label,
  facts,
  people,
}: {
  label: string;
  facts: PlanFacts;
  people: readonly Person[];
}) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  const plan = usePlan(facts);
  const programme = plan.text("programmeId");
  const field = useField("trainerIds", undefined, label);
  const group = useTicks("trainerIds");
  const { id, ...props } = field.props;
  const offered = people.filter((one) => programme === "" || one.programmeIds.includes(programme));
  const leftOut = useLeftOut(people, offered, group);
  const all = inOrder(offered, plan);
  const can = all.filter(({ fit }) => knowsAll(fit));
  const others = all.filter(({ fit }) => !knowsAll(fit));
  const first = all[0]?.id;
  const box = (one: (typeof all)[number]) => (
    <TrainerBox
      key={one.id}
      one={one}
      days={plan.days.length > 0}
      box={{ ...props, id: one.id === first ? id : `${id}-${one.id}`, group, value: one.id }}
    />
  );
  return (
    <fieldset className="scroll-mt-4 grid gap-1" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">{label}</legend>
      <ErrorLine id={id} error={field.error} />
      <p role="status" className="text-attention empty:hidden">
        {leftOut.length > 0
          ? t("leftOut", {
              names: list(
                leftOut.map(({ called }) => isolate(called, locale)),
                locale,
              ),
              programme: isolate(facts.names.programmeId[programme] ?? "", locale),
            })
          : null}
      </p>
      {all.length === 0 ? <p className="quiet">{t("nobodyTrains")}</p> : null}
      {/* One list: a box that is put elsewhere in it keeps its tick. */}
      {can.length > 0 && others.length > 0 ? (
        <p key="can" className="quiet mt-2">
          {t("canTeach")}
        </p>
      ) : null}
      {can.map(box)}
      {others.length > 0 && plan.minutes > 0 ? (
        <p key="others" className="quiet mt-2">
          {t("cannotYet")}
        </p>
      ) : null}
      {others.map(box)}
    </fieldset>
  );
}

/** Takes the ticks of whoever is not offered, and says who they are until they are offered again. */
function useLeftOut(
  people: readonly Person[],
  offered: readonly Person[],
  group: ReturnType<typeof useTicks>,
): Person[] {
  const [out, setOut] = useState<readonly string[]>([]);
  const gone = [...group.ticked].filter((id) => !offered.some((one) => one.id === id));
  useEffect(() => {
    if (gone.length === 0) return;
    group.put(gone, false);
    setOut(gone);
  });
  return people.filter((one) => out.includes(one.id) && !offered.includes(one));
}

function TrainerBox({
  one,
  days,
  box,
}: {
  one: ReturnType<typeof inOrder>[number];
  /** True where the days are chosen. */
  days: boolean;
  box: React.ComponentProps<typeof Tick>;
}) {
  const t = useTranslations("canTeach");
  const said = one.known
    ? fitWords(t, {
        fit: one.fit,
        language: one.language ?? "",
        country: one.country,
        counted: days ? "days" : null,
      })
    : [];
  return (
    <label htmlFor={box.id} className="flex gap-2 items-start min-h-11 py-2">
      <Tick {...box} className="tick-box" />
      <span>
        <Written>{one.called}</Written>
        {said.length > 0 ? <span className="quiet block">{said.join(dotBetween)}</span> : null}
      </span>
    </label>
  );
}
