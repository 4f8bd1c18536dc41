"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Tick, useTicks } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { Written } from "@/app/_ui/Written";
import { fitWords } from "@/app/_words/fitWords";
import { list } from "@/lib/i18n/format";
import { dotBetween, isolate, type Locale } from "@/lib/i18n/rules";
import {
  type CalledByCode,
  codesInRow,
  type DaysOfPlan,
  fitOfPlan,
  inOrderOfFit,
  knowsAll,
  type PlanToTeach,
  type TrainerToPlan,
} from "@/lib/trainers/rules/who";
import { type Times, useTimes } from "./useTimes";

/** A trainer to choose, ready to read; `known` is null of whom nothing more is known than the name. */
export type TrainerOffered = {
  id: string;
  /** The name as the reader's language says it, of namesakes with what tells them apart. */
  called: string;
  /** Their organisation, else its place, where the name does not say it. */
  at: string | null;
  /** That they are asked for it and by when they are to answer, where they have not. */
  waits: string | null;
  /** True where no mail reaches them, so that whoever asks tells them. */
  byHand: boolean;
  programmeIds: string[];
  known: TrainerToPlan | null;
  /** What halts them in a programme, on which modules, where the reader may be told. */
  halted: { programmeId: string; moduleIds: readonly number[]; said: string }[];
  language: string | null;
  country: string | null;
};

/** Nothing is known: named last. */
const unknownFit = { modules: { known: 0, all: 1 }, speaks: false, near: null, clashes: 0, away: 0, load: 0 };

/** Each with how they fit the plan as it is typed, the fittest first; whoever is not to train by now comes last. */
function inOrder(people: readonly TrainerOffered[], plan: PlanToTeach, programme: string, times: Times) {
  const halts = ({ halted }: TrainerOffered) =>
    halted.filter(
      ({ programmeId, moduleIds }) =>
        (programme === "" || programmeId === programme) && moduleIds.some((m) => plan.moduleIds.includes(m)),
    );
  const all = inOrderOfFit(
    people.map((person) => ({
      ...person,
      halted: halts(person),
      timed: times?.[person.id] !== undefined,
      fit: person.known ? fitOfPlan(person.known, plan, times?.[person.id] ?? null) : unknownFit,
    })),
  );
  return [
    ...all.filter(({ halted }) => halted.length === 0),
    ...all.filter(({ halted }) => halted.length > 0),
  ];
}

/**
 * Who trains: of the programme that is chosen, whoever knows all its modules first, each with why. Whoever is no trainer of
 * it loses their tick, and is named.
 */
export function TrainerChoice({
  label,
  hint,
  optional,
  people,
  programme,
  programmes,
  plan,
  modules,
  when,
  here,
  children,
}: {
  label: string;
  hint?: string;
  optional?: string;
  people: readonly TrainerOffered[];
  /** The programme that is chosen; empty where there is one alone, or none is chosen yet. */
  programme: string;
  /** What programmes are called. */
  programmes: Record<string, string>;
  /** The plan as it is typed. */
  plan: PlanToTeach;
  /** What its modules are called, by their keys. */
  modules: Readonly<Record<string, CalledByCode>>;
  /** When it is held. Without days nobody is said to be free. */
  when: DaysOfPlan;
  /** The course whose plan is changed; null where a new one is planned. */
  here: number | null;
  /** What is said of all of them. */
  children?: ReactNode;
}) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  const field = useField("trainerIds", hint, label);
  const group = useTicks("trainerIds");
  const { id, ...props } = field.props;
  const offered = people.filter((one) => programme === "" || one.programmeIds.includes(programme));
  const leftOut = useLeftOut(people, offered, group);
  const times = useTimes(
    [...new Set(programme === "" ? people.flatMap((one) => one.programmeIds) : [programme])],
    when,
    here,
  );
  const all = inOrder(offered, plan, programme, times);
  const going = all.filter((one) => one.halted.length === 0);
  const can = going.filter(({ fit }) => knowsAll(fit));
  const others = going.filter(({ fit }) => !knowsAll(fit));
  const halted = all.filter((one) => one.halted.length > 0);
  const first = all[0]?.id;
  const box = (one: (typeof all)[number]) => (
    <TrainerBox
      key={one.id}
      one={one}
      lacking={lackingOf(one.known, plan, modules)}
      box={{ ...props, id: one.id === first ? id : `${id}-${one.id}`, group, value: one.id }}
    />
  );
  return (
    <fieldset className="scroll-mt-4 grid gap-1" aria-describedby={props["aria-describedby"]}>
      <legend className="font-semibold mb-1">
        {label}
        {optional ? <span className="quiet font-normal"> {optional}</span> : null}
      </legend>
      <ErrorLine id={id} error={field.error} />
      {hint ? (
        <p id={`${id}-hint`} className="quiet">
          {hint}
        </p>
      ) : null}
      {children}
      <p role="status" className="text-attention empty:hidden">
        {leftOut.length > 0
          ? t("leftOut", {
              names: list(
                leftOut.map(({ called }) => isolate(called, locale)),
                locale,
              ),
              programme: isolate(programmes[programme] ?? "", locale),
            })
          : null}
      </p>
      {all.length === 0 ? <p className="quiet">{t("nobodyTrains")}</p> : null}
      {/* One list: a box that is put elsewhere in it stays the same, and keeps its tick. */}
      {[
        can.length > 0 && others.length > 0 ? (
          <p key="can" className="quiet mt-2">
            {t("canTeach")}
          </p>
        ) : null,
        ...can.map(box),
        others.length > 0 && plan.moduleIds.length > 0 ? (
          <p key="others" className="quiet mt-2">
            {t("cannotYet")}
          </p>
        ) : null,
        ...others.map(box),
        halted.length > 0 && going.length > 0 ? <hr key="halted" className="border-line my-2" /> : null,
        ...halted.map(box),
      ]}
    </fieldset>
  );
}

/** Takes the ticks of whoever is not offered, and says who they are until they are offered again. */
function useLeftOut(
  people: readonly TrainerOffered[],
  offered: readonly TrainerOffered[],
  group: ReturnType<typeof useTicks>,
): TrainerOffered[] {
  const [out, setOut] = useState<readonly string[]>([]);
  const gone = [...group.ticked].filter((id) => !offered.some((one) => one.id === id));
  useEffect(() => {
    if (gone.length === 0) return;
    group.put(gone, false);
    setOut(gone);
  });
  return people.filter((one) => out.includes(one.id) && !offered.includes(one));
}

/** What the modules of a plan are called that somebody may not lead. */
function lackingOf(
  known: TrainerToPlan | null,
  { moduleIds }: PlanToTeach,
  modules: Readonly<Record<string, CalledByCode>>,
): string[] {
  const called = (ids: readonly number[]) => ids.flatMap((id) => modules[id] ?? []);
  return codesInRow(called(moduleIds.filter((id) => !known?.can.includes(id))), called(moduleIds));
}

function TrainerBox({
  one,
  lacking,
  box,
}: {
  one: ReturnType<typeof inOrder>[number];
  /** What the modules are called that they may not lead. */
  lacking: readonly string[];
  box: React.ComponentProps<typeof Tick>;
}) {
  const t = useTranslations("canTeach");
  const locale = useLocale() as Locale;
  const said = [
    ...(one.byHand ? [t("byHand")] : []),
    ...(one.waits ? [one.waits] : []),
    ...one.halted.map(({ said }) => said),
    ...(one.known
      ? fitWords(t, {
          fit: one.fit,
          at: one.at,
          language: one.language ?? "",
          country: one.country,
          counted: one.timed ? "days" : null,
          lacking: lacking.map((code) => isolate(code, locale)),
          locale,
        })
      : []),
  ];
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
