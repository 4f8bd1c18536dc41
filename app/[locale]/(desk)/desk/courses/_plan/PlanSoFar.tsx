"use client";

import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { shortInYear } from "@/app/_words/nearDays";
import { hoursAgainstTime, restToTell } from "@/lib/courses/rules/soFar";
import { fullDay, hours, list } from "@/lib/i18n/format";
import { HoursBar } from "./HoursBar";
import { type Plan, type PlanFacts, usePlan } from "./usePlan";
import "./so-far.css";
import { directionOf, dotBetween, isolate } from "@/lib/i18n/rules";
import { isCivilDay } from "@/lib/time/civil";

/** What a plan comes to so far: its name, days, hours against time, and what is still open. Said as it changes. */
export function PlanSoFar({ facts }: { facts: PlanFacts }) {
  const t = useTranslations("planSteps");
  const plan = usePlan(facts);
  const locale = useLocale();
  const said = JSON.stringify([plan.asked, plan.days]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words are the same plan; a proposal is made for each.
  const time = useMemo(() => hoursAgainstTime(plan.asked, plan.days), [said]);
  return (
    <div className="so-far">
      <h2 className="so-far-head">{t("soFar")}</h2>
      <div>
        <p className="so-far-title">
          <PlanName plan={plan} />
        </p>
        <p className="quiet">{[...plan.named("kind"), ...plan.named("languages")].join(dotBetween)}</p>
      </div>
      <dl className="so-far-numbers">
        <Figure number={String(plan.days.length)} label={t("workingDays")} />
        <Figure number={hours(plan.minutes > 0 ? time.needed : 0, locale)} label={t("hoursNeeded")} />
        <Figure number={hours(time.available, locale)} label={t("hoursThere")} />
      </dl>
      <HoursBar plan={plan} time={time} />
      {plan.minutes > 0 && time.needed > plan.minutes ? (
        <p className="quiet">
          {t("besides", {
            modules: isolate(hours(plan.minutes, locale), locale),
            besides: list(
              time.besides.map(({ part, minutes }) =>
                t("besidesPart", { part: t(`part.${part}`), time: isolate(hours(minutes, locale), locale) }),
              ),
              locale,
            ),
          })}
        </p>
      ) : null}
      <Dates plan={plan} />
      <div aria-live="polite" className="so-far-checks">
        <Checks plan={plan} spare={time.spare} />
      </div>
    </div>
  );
}

/** What the course is called so far: its title, which runs as its language does, else its tools and place, as a sentence does. */
function PlanName({ plan }: { plan: Plan }) {
  const t = useTranslations("planSteps");
  if (plan.title)
    return (
      <bdi lang={plan.title.language} dir={directionOf(plan.title.language)}>
        {plan.title.text}
      </bdi>
    );
  return [plan.toolNames, plan.place].filter(Boolean).join(t("between")) || t("noName");
}

function Figure({ number, label }: { number: string; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      {/* In a narrow column a number and its unit stand below each other, rather than a word in two parts. */}
      <dd>{number.replaceAll("\u00a0", " ")}</dd>
    </div>
  );
}

function Dates({ plan }: { plan: Plan }) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  const applyBy = plan.text("applyBy");
  const rows: [string, string][] = [
    ...(plan.days.length > 0
      ? ([
          [t("begins"), shortInYear(plan.from, locale)],
          [t("ends"), shortInYear(plan.to, locale)],
        ] as [string, string][])
      : []),
    ...(isCivilDay(applyBy) ? ([[t("registerBy"), shortInYear(applyBy, locale)]] as [string, string][]) : []),
  ];
  if (rows.length === 0) return null;
  return (
    <dl className="so-far-dates">
      {rows.map(([label, day]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{day}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether the hours fit, which days are not worked, and what is still open. */
function Checks({ plan, spare }: { plan: Plan; spare: number | null }) {
  const t = useTranslations("planSteps");
  const locale = useLocale();
  // Where no day is worked, each is named: it says why there is none.
  const none = plan.days.length === 0;
  const rest = restToTell(plan.days, plan.rest);
  const open = [
    plan.minutes > 0 ? "" : t("open.modules"),
    !none || (plan.rest.length > 0 && plan.onRest)
      ? ""
      : t(plan.rest.length > 0 ? "open.workingDay" : "open.days"),
    plan.place ? "" : t("open.place"),
    plan.many("trainerIds").length > 0 ? "" : t("open.trainers"),
  ].filter(Boolean);
  return (
    <ul>
      {spare === null ? null : spare >= 0 ? (
        <Check tone="ok" Icon={CircleCheck}>
          {spare === 0 ? t("fitsExactly") : t("fits", { spare: hours(spare, locale) })}
        </Check>
      ) : (
        <Check tone="attention" Icon={CircleAlert}>
          {t("short", { missing: hours(-spare, locale) })}
        </Check>
      )}
      {rest.named.map(({ day, holiday }) => (
        <Check key={day} tone="attention" Icon={CircleAlert}>
          {holiday === null
            ? t("weeklyRest", { day: fullDay(day, locale) })
            : t("holiday", { day: fullDay(day, locale), name: holiday })}
        </Check>
      ))}
      {rest.more > 0 ? (
        <Check tone="attention" Icon={CircleAlert}>
          {t(none ? "moreRest" : "moreHolidays", { count: rest.more })}
        </Check>
      ) : null}
      {none && plan.rest.length > 0 && plan.onRest ? (
        <Check tone="ok" Icon={CircleCheck}>
          {t("allTheSame")}
        </Check>
      ) : null}
      {plan.days.length > 0 && !plan.knowsHolidays ? (
        <Check tone="open" Icon={CircleDashed}>
          {t("holidaysUnknown")}
        </Check>
      ) : null}
      {open.length > 0 ? (
        <Check tone="open" Icon={CircleDashed}>
          {t("stillOpen", { what: list(open, locale) })}
        </Check>
      ) : null}
    </ul>
  );
}

function Check({
  tone,
  Icon,
  children,
}: {
  tone: "ok" | "attention" | "open";
  Icon: LucideIcon;
  children: ReactNode;
}) {
  return (
    <li data-tone={tone}>
      <Icon size={18} aria-hidden />
      <span>{children}</span>
    </li>
  );
}
