"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFormState, useWatch } from "react-hook-form";
import { useCheck, useFrame } from "@/app/_ui/form/frame";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { dateRange, timeRange } from "@/lib/i18n/format";
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
  who: ["audience", "capacity", "languages", "trainerIds"],
  check: [],
};

/** What the values of fields are called when they are read back, and the tool of which a module is a part. */
export type ChosenNames = Record<
  "wholeIds" | "moduleIds" | "wholeOf" | "country" | "venueId" | "languages" | "trainerIds",
  Record<string, string>
>;

const isPhone = () => window.matchMedia("(width < 40rem)").matches;

/**
 * The sections of one form as steps: on a phone one screen each, and Back goes to the one before. Wider, or without
 * JavaScript, they stand one below the other. The step is the hash of the address.
 */
export function Steps({
  sections,
  today,
  names,
  send,
}: {
  sections: Record<Exclude<StepKey, "check">, ReactNode>;
  /** The civil day, to tell a workshop that was held already. */
  today: string;
  names: ChosenNames;
  /** What stands at the end: notes and the button that sends. */
  send: ReactNode;
}) {
  const t = useTranslations("workshop");
  const inBrowser = useInBrowser();
  const check = useCheck();
  const { errors } = useFormState();
  const { reveal } = useFrame();
  const [at, setAt] = useState(0);
  const head = useRef<HTMLDivElement>(null);
  /** True once the reader has gone from one step to another: the new one is then brought into view. */
  const moved = useRef(false);
  const firstFaulty = stepKeys.findIndex((key) => fieldsOf[key].some((name) => name in errors));
  useEffect(() => {
    const read = () => {
      moved.current = true;
      setAt(Math.max(0, stepKeys.indexOf(window.location.hash.slice(1) as StepKey)));
    };
    if (window.location.hash) read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  useEffect(() => {
    if (firstFaulty >= 0) setAt(firstFaulty);
  }, [firstFaulty]);
  useEffect(() => {
    // A link of the list of faults leads to a field that may stand on another step.
    const show = (field: Element) => {
      const step = stepKeys.findIndex((key) => document.getElementById(key)?.contains(field));
      if (step >= 0) flushSync(() => setAt(step));
    };
    reveal.add(show);
    return () => void reveal.delete(show);
  }, [reveal]);
  useEffect(() => {
    if (!moved.current || !isPhone() || at < 0) return;
    head.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [at]);
  const go = (to: number) => {
    moved.current = true;
    setAt(to);
    window.location.hash = stepKeys[to]!;
  };
  const next = async () => {
    if (await check(fieldsOf[stepKeys[at]!])) go(at + 1);
  };
  return (
    // Enter in a field of a step goes on to the next one: only the last one sends.
    <fieldset
      className="grid gap-8 min-w-0"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        if (at === stepKeys.length - 1 || !isPhone()) return;
        event.preventDefault();
        void next();
      }}
    >
      {/* There from the start, so that nothing moves under a thumb while the page is taken over by the browser. */}
      <div ref={head} tabIndex={-1} className="sm:hidden noscript:hidden grid gap-2 outline-none">
        <p className="font-semibold">
          {t("stepOf", { step: at + 1, count: stepKeys.length, name: t(`step.${stepKeys[at] ?? "what"}`) })}
        </p>
        <div aria-hidden className="grid grid-cols-4 gap-1">
          {stepKeys.map((key, i) => (
            <span key={key} className={`h-1 rounded-full ${i <= at ? "bg-accent" : "bg-line"}`} />
          ))}
        </div>
      </div>
      {stepKeys.map((key, i) => (
        <section
          key={key}
          id={key}
          className={`grid gap-5 scroll-mt-4 ${inBrowser && i !== at ? "max-sm:hidden" : ""}`}
        >
          <h2>{key === "check" ? t("readBack") : t(`step.${key}`)}</h2>
          {key === "check" ? (
            <>
              {inBrowser ? <ReadBack today={today} names={names} /> : null}
              {send}
            </>
          ) : (
            sections[key]
          )}
          {inBrowser ? (
            <p className="sm:hidden grid grid-flow-col auto-cols-fr gap-3">
              {i > 0 ? (
                <button type="button" className="button" onClick={() => window.history.back()}>
                  {t("back")}
                </button>
              ) : null}
              {i < stepKeys.length - 1 ? (
                <button type="button" className="button-main" onClick={() => void next()}>
                  {t("next", { name: t(`step.${stepKeys[i + 1] ?? "check"}`) })}
                </button>
              ) : null}
            </p>
          ) : null}
        </section>
      ))}
    </fieldset>
  );
}

/** Everything that was chosen and typed, read back, each part with the way to change it. */
function ReadBack({ today, names }: { today: string; names: ChosenNames }) {
  const t = useTranslations("workshop");
  const locale = useLocale();
  const said = useWatch();
  const text = (name: string) => String(said[name] ?? "").trim();
  const named = (name: keyof ChosenNames, values: unknown) =>
    [values ?? []].flat().map((value) => names[name][String(value)] ?? String(value));
  const parts = (...all: string[]) => all.filter(Boolean).join(" · ");
  const whole = [said.wholeIds ?? []].flat().map(String);
  const single = [said.moduleIds ?? []].flat().filter((m) => !whole.includes(names.wholeOf[String(m)] ?? ""));
  const from = text("startsOn");
  const to = text("endsOn") || from;
  const days = from && to >= from ? dateRange(from, to, locale) : "";
  const times = text("startsAt") && text("endsAt") ? timeRange(text("startsAt"), text("endsAt"), locale) : "";
  const place = parts(
    text("place"),
    ...named("venueId", text("venueId") || []),
    ...named("country", text("country") || []),
  );
  const rows: [StepKey, string, string][] = [
    ["what", t("step.what"), parts(...named("wholeIds", whole), ...named("moduleIds", single))],
    ["where", t("when"), parts(days, times)],
    ["where", t("place"), place],
    ["who", t("step.who"), text("audience")],
    ["who", t("capacity"), text("capacity")],
    ["who", t("languages"), parts(...named("languages", said.languages))],
    ["who", t("trainers"), parts(...named("trainerIds", said.trainerIds))],
  ];
  const held = Boolean(to) && to < today;
  return (
    <>
      <dl className="grid">
        {rows.map(([step, label, value]) => (
          <div
            key={label}
            className="grid grid-cols-[1fr_auto] gap-x-3 items-start border-t border-line py-2"
          >
            <dt className="quiet">{label}</dt>
            <dd className="break-words col-start-1">
              {step === "what" ? value || "–" : <bdi>{value || "–"}</bdi>}
            </dd>
            <dd className="col-start-2 row-start-1 row-span-2">
              <a href={`#${step}`} className="min-h-11 inline-flex items-center">
                {t("change")}
                <span className="sr-only"> {label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {held ? <p className="rounded-card bg-attention-tint text-attention p-3">{t("heldAlready")}</p> : null}
    </>
  );
}
