"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { StepForm } from "@/app/_ui/kit/StepForm";
import { Written } from "@/app/_ui/Written";
import { shortNear } from "@/app/_words/nearDays";
import { hoursBeyond } from "@/lib/courses/rules/workshops";
import { wholeAmong } from "@/lib/curriculum/rules";
import { dateRange, fullDay, hours as hoursSaid, list, timeRange, weekdayShort } from "@/lib/i18n/format";
import { dotBetween, isolate } from "@/lib/i18n/rules";
import { isCivilDay, isCivilTime } from "@/lib/time/civil";
import type { CalendarFacts } from "../courses/_plan/calendarFacts";
import { planDays } from "../courses/_plan/planDays";
import type { OwnTaught } from "./_plan/ownTaught";
import { TaughtMeanwhile } from "./_plan/SaidAway";
import { type Hearers, WhoIsTold } from "./_plan/WhoIsTold";
import { type StepKey, stepKeys } from "./stepKeys";

/** The fields that each step asks for; a fault beside one of them leads to its step. */
const fieldsOf: Record<StepKey, string[]> = {
  what: ["programmeId", "moduleIds", "wholeIds"],
  where: [
    "country",
    "place",
    "venueId",
    "zone",
    "startsOn",
    "endsOn",
    "startsAt",
    "endsAt",
    "breakFrom",
    "breakMinutes",
  ],
  who: ["organisationIds", "newOrganisations", "audience", "capacity", "languages", "trainerIds"],
  check: [],
};

/** What the values of fields are called when they are read back, and the tool of which a module is a part. */
export type ChosenNames = Record<
  | "programmeId"
  | "wholeIds"
  | "moduleIds"
  | "wholeOf"
  | "country"
  | "venueId"
  | "languages"
  | "organisationIds"
  | "trainerIds",
  Record<string, string>
> & {
  /** How many minutes each module takes. */
  minutes: Record<string, number>;
};

/** The sections of a workshop's form as steps, the last of which reads everything back. */
export function Steps({
  sections,
  today,
  facts,
  names,
  teaches,
  hearers,
  note,
  send,
  anyOrder,
  sendAnywhere,
}: {
  sections: Record<Exclude<StepKey, "check">, ReactNode>;
  /** The civil day, to tell a workshop that was held already. */
  today: string;
  /** What its days are set against. */
  facts: CalendarFacts;
  names: ChosenNames;
  /** What whoever plans it teaches already, day by day. */
  teaches: readonly OwnTaught[];
  /** Who hears of it when it is sent. */
  hearers: Hearers;
  /** What happens when it is sent. */
  note: ReactNode;
  /** The button that sends. */
  send: ReactNode;
  /** True where any step can be opened: a workshop that is there is changed, or one begins with what another had. */
  anyOrder: boolean;
  /** True where it can be sent from any step. */
  sendAnywhere: boolean;
}) {
  const t = useTranslations("workshop");
  const inBrowser = useInBrowser();
  return (
    <StepForm
      anyOrder={anyOrder}
      sendAnywhere={sendAnywhere}
      send={send}
      steps={stepKeys.map((key) => ({
        key,
        title: key === "check" ? t("readBack") : t(`step.${key}`),
        asks: t(`asks.${key}`),
        said: key === "check" ? undefined : <Said step={key} asks={t(`asks.${key}`)} names={names} />,
        go: t("next", { name: t(`step.${key}`) }),
        fields: fieldsOf[key],
        children:
          key === "check" ? (
            <>
              {inBrowser ? (
                <ReadBack today={today} facts={facts} names={names} teaches={teaches} hearers={hearers} />
              ) : null}
              {note}
            </>
          ) : (
            sections[key]
          ),
      }))}
    />
  );
}

/** What was chosen and typed, in words. */
function useSaid(names: ChosenNames) {
  const locale = useLocale();
  const said = useWatch();
  const text = (name: string) => String(said[name] ?? "").trim();
  const named = (name: Exclude<keyof ChosenNames, "minutes">, values: unknown) =>
    [values ?? []].flat().map((value) => names[name][String(value)] ?? String(value));
  const parts = (...all: string[]) => all.filter(Boolean).join(dotBetween);
  const ticked = [said.moduleIds ?? []].flat().map(String);
  const whole = wholeAmong(ticked, names.wholeOf, [said.wholeIds ?? []].flat().map(String));
  const single = ticked.filter((m) => !whole.includes(names.wholeOf[m] ?? ""));
  const from = text("startsOn");
  const to = text("endsOn") || from;
  const hours = [text("startsAt"), text("endsAt")] as const;
  return {
    from,
    to,
    hours: { from: hours[0], to: hours[1], pause: Number(text("breakMinutes") || 0) },
    minutes: ticked.reduce((sum, m) => sum + (names.minutes[m] ?? 0), 0),
    country: text("country"),
    /** Said where there are several to choose from. */
    programme: parts(...named("programmeId", text("programmeId") || [])),
    what: parts(...named("wholeIds", whole), ...named("moduleIds", single)),
    when: parts(
      // What is no day or hour yet is read back as it was typed. A single day is read with its day of the week.
      isCivilDay(from) && isCivilDay(to)
        ? to > from
          ? dateRange(from, to, locale)
          : to === from
            ? `${weekdayShort(from, locale)} ${fullDay(from, locale)}`
            : ""
        : parts(from, to),
      isCivilTime(hours[0]) && isCivilTime(hours[1]) ? timeRange(...hours, locale) : parts(...hours),
    ),
    place: parts(
      text("place"),
      ...named("venueId", text("venueId") || []),
      ...named("country", text("country") || []),
    ),
    forWhom: parts(
      ...named("organisationIds", said.organisationIds),
      ...text("newOrganisations").split("\n"),
      text("audience"),
    ),
    capacity: text("capacity"),
    languages: parts(...named("languages", said.languages)),
    trainers: parts(...named("trainerIds", said.trainerIds)),
  };
}

/** A step in a line, once it is done; what it asks where nothing was said yet. */
function Said({ step, asks, names }: { step: Exclude<StepKey, "check">; asks: string; names: ChosenNames }) {
  const said = useSaid(names);
  const lines = {
    what: [said.what],
    where: [said.when, said.place],
    who: [said.forWhom, said.capacity, said.languages, said.trainers],
  };
  const there = lines[step].filter(Boolean);
  if (there.length === 0) return asks;
  return there.map((line, i) => (
    <span key={line}>
      {i > 0 ? dotBetween : ""}
      {step === "what" ? line : <Written>{line}</Written>}
    </span>
  ));
}

/** Everything that was chosen and typed, read back, each part with the way to change it. */
function ReadBack({
  today,
  facts,
  names,
  teaches,
  hearers,
}: {
  today: string;
  facts: CalendarFacts;
  names: ChosenNames;
  teaches: readonly OwnTaught[];
  hearers: Hearers;
}) {
  const t = useTranslations("workshop");
  const said = useSaid(names);
  const rows: [StepKey, string, string][] = [
    ...(Object.keys(names.programmeId).length > 1
      ? ([["what", t("programme"), said.programme]] as [StepKey, string, string][])
      : []),
    ["what", t("step.what"), said.what],
    ["where", t("when"), said.when],
    ["where", t("place"), said.place],
    ["who", t("step.who"), said.forWhom],
    ["who", t("capacity"), said.capacity],
    ["who", t("languages"), said.languages],
    ["who", t("trainers"), said.trainers || t("alone")],
  ];
  const held = Boolean(said.to) && said.to < today;
  return (
    <>
      <dl className="grid read-back">
        {rows.map(([step, label, value]) => (
          <div key={label}>
            <dt className="quiet">{label}</dt>
            <dd className="break-words">
              {step === "what" || !value ? value || t("notSaid") : <Written>{value}</Written>}
            </dd>
            <dd>
              <a href={`#${step}`}>
                {t("change")}
                <span className="sr-only"> {label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      <TaughtMeanwhile teaches={teaches} />
      <OnRest said={said} facts={facts} />
      <TooLong said={said} facts={facts} />
      {held ? <p className="rounded-card bg-attention-tint text-attention p-3">{t("heldAlready")}</p> : null}
      <WhoIsTold hearers={hearers} names={names.trainerIds} over={held} />
    </>
  );
}

/** That a workshop is on weekly rest and public holidays alone, before it is sent; days between days of work are left out anyway. */
function OnRest({ said, facts }: { said: ReturnType<typeof useSaid>; facts: CalendarFacts }) {
  const locale = useLocale();
  const t = useTranslations("workshop");
  const { from, to, country } = said;
  const time = planDays(facts, country, from, to);
  if (time.days.length > 0 || time.rest.length === 0) return null;
  const days = time.rest.map(({ day, holiday }) => {
    const said = isolate(shortNear(day, facts.today, locale), locale);
    return holiday === null
      ? t("restDay.weekly", { day: said })
      : t("restDay.holiday", { day: said, name: isolate(holiday, locale) });
  });
  return (
    <p className="rounded-card bg-attention-tint text-attention p-3">
      {t("onRest", { days: list(days, locale) })}
    </p>
  );
}

/** That the modules do not go into the days, before it is sent; it can be sent all the same. */
function TooLong({ said, facts }: { said: ReturnType<typeof useSaid>; facts: CalendarFacts }) {
  const locale = useLocale();
  const t = useTranslations("workshop");
  const { days, rest } = planDays(facts, said.country, said.from, said.to);
  const room = hoursBeyond(said.minutes, days.length || rest.length, said.hours);
  if (room === null) return null;
  return (
    <p className="rounded-card bg-attention-tint text-attention p-3">
      {t("tooLong", {
        asked: isolate(hoursSaid(said.minutes, locale), locale),
        room: isolate(hoursSaid(room, locale), locale),
      })}
    </p>
  );
}
