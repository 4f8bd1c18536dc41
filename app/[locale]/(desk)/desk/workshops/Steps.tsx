"use client";

import { useLocale } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useCheck, useInBrowser, useKeptText } from "@/app/_ui/Form";
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

/** Given as words, for the browser holds the sentences of forms only. */
export type StepWords = {
  /** By step: what it is called, where one is in it, and the button that leads to it. */
  steps: Record<StepKey, { name: string; at: string; next: string }>;
  back: string;
  readBack: string;
  change: string;
  heldAlready: string;
  label: Record<"when" | "place" | "capacity" | "languages" | "trainers", string>;
};

const isPhone = () => window.matchMedia("(width < 40rem)").matches;

/**
 * The sections of one form as steps: on a phone one screen each, and Back goes to the one before. Wider, or without
 * JavaScript, they stand one below the other. The step is the hash of the address.
 */
export function Steps({
  sections,
  today,
  words,
  send,
}: {
  sections: Record<Exclude<StepKey, "check">, ReactNode>;
  /** The civil day, to tell a workshop that was held already. */
  today: string;
  words: StepWords;
  /** What stands at the end: notes and the button that sends. */
  send: ReactNode;
}) {
  const inBrowser = useInBrowser();
  const check = useCheck();
  const { faulty } = useKeptText();
  const [at, setAt] = useState(0);
  const head = useRef<HTMLDivElement>(null);
  /** True once the reader has gone from one step to another: the new one is then brought into view. */
  const moved = useRef(false);
  const firstFaulty = stepKeys.findIndex((key) => fieldsOf[key].some((name) => faulty(name)));
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
    const form = head.current?.closest("form");
    const show = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const field = link?.hash ? document.getElementById(link.hash.slice(1)) : null;
      const step = field?.closest<HTMLElement>("[data-step]")?.dataset.step;
      if (step) flushSync(() => setAt(stepKeys.indexOf(step as StepKey)));
    };
    form?.addEventListener("click", show, { capture: true });
    return () => form?.removeEventListener("click", show, { capture: true });
  }, []);
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
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its fields pass on.
    <div
      className="grid gap-8"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        if (at === stepKeys.length - 1 || !isPhone()) return;
        event.preventDefault();
        void next();
      }}
    >
      {/* There from the start, so that nothing moves under a thumb while the page is taken over by the browser. */}
      <div ref={head} tabIndex={-1} className="sm:hidden noscript:hidden grid gap-2 outline-none">
        <p className="font-semibold">{words.steps[stepKeys[at] ?? "what"].at}</p>
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
          data-step={key}
          className={`grid gap-5 scroll-mt-4 ${inBrowser && i !== at ? "max-sm:hidden" : ""}`}
        >
          <h2>{key === "check" ? words.readBack : words.steps[key].name}</h2>
          {key === "check" ? (
            <>
              {inBrowser ? <ReadBack today={today} words={words} /> : null}
              {send}
            </>
          ) : (
            sections[key]
          )}
          {inBrowser ? (
            <p className="sm:hidden grid grid-flow-col auto-cols-fr gap-3">
              {i > 0 ? (
                <button type="button" className="button" onClick={() => window.history.back()}>
                  {words.back}
                </button>
              ) : null}
              {i < stepKeys.length - 1 ? (
                <button type="button" className="button-main" onClick={() => void next()}>
                  {words.steps[stepKeys[i + 1] ?? "check"].next}
                </button>
              ) : null}
            </p>
          ) : null}
        </section>
      ))}
    </div>
  );
}

/** What a group of boxes has ticked, as its labels say it. */
const ticked = (form: HTMLFormElement, name: string) =>
  [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map((box) => ({
    value: box.value,
    group: box.dataset.group,
    label: box.dataset.short ?? box.closest("label")?.textContent?.trim() ?? "",
  }));

/** Everything that was chosen and typed, read back from the form, each part with the way to change it. */
function ReadBack({ today, words }: { today: string; words: StepWords }) {
  const locale = useLocale();
  const list = useRef<HTMLDListElement>(null);
  const [said, setSaid] = useState<{ rows: [StepKey, string, string][]; held: boolean }>({
    rows: [],
    held: false,
  });
  useEffect(() => {
    const form = list.current?.closest("form");
    if (!form) return;
    const text = (name: string) => {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLSelectElement)
        return field.value ? (field.selectedOptions[0]?.text ?? "") : "";
      return field instanceof HTMLInputElement ? field.value.trim() : "";
    };
    const read = () => {
      const whole = ticked(form, "wholeIds");
      const single = ticked(form, "moduleIds").filter((m) => !whole.some((w) => w.value === m.group));
      const from = text("startsOn");
      const to = text("endsOn") || from;
      const days = from && to >= from ? dateRange(from, to, locale) : "";
      const times =
        text("startsAt") && text("endsAt") ? timeRange(text("startsAt"), text("endsAt"), locale) : "";
      const labels = (name: string) => ticked(form, name).map((box) => box.label);
      const parts = (...all: string[]) => all.filter(Boolean).join(" · ");
      setSaid({
        rows: [
          ["what", words.steps.what.name, parts(...whole.map((w) => w.label), ...single.map((m) => m.label))],
          ["where", words.label.when, parts(days, times)],
          ["where", words.label.place, parts(text("place"), text("venueId"), text("country"))],
          ["who", words.steps.who.name, text("audience")],
          ["who", words.label.capacity, text("capacity")],
          ["who", words.label.languages, parts(...labels("languages"))],
          ["who", words.label.trainers, parts(...labels("trainerIds"))],
        ],
        held: Boolean(to) && to < today,
      });
    };
    read();
    form.addEventListener("change", read);
    form.addEventListener("input", read);
    return () => {
      form.removeEventListener("change", read);
      form.removeEventListener("input", read);
    };
  }, [locale, words, today]);
  return (
    <>
      <dl ref={list} className="grid">
        {said.rows.map(([step, label, value]) => (
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
                {words.change}
                <span className="sr-only"> {label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {said.held ? (
        <p className="rounded-card bg-attention-tint text-attention p-3">{words.heldAlready}</p>
      ) : null}
    </>
  );
}
