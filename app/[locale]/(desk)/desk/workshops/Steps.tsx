"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useCheck, useInBrowser, useKeptText } from "@/app/_ui/Form";
import { dateRange, timeRange } from "@/app/_ui/format";

export const stepKeys = ["what", "where", "who", "check"] as const;
type StepKey = (typeof stepKeys)[number];

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

const isPhone = () => window.matchMedia("(width < 40rem)").matches;

/**
 * The sections of one form as steps: on a phone one screen each, and Back goes to the one before. Wider, or without
 * JavaScript, they stand one below the other. The step is the hash of the address.
 */
export function Steps({
  sections,
  today,
  send,
}: {
  sections: Record<Exclude<StepKey, "check">, ReactNode>;
  /** The civil day, to tell a workshop that was held already. */
  today: string;
  /** What stands at the end: notes and the button that sends. */
  send: ReactNode;
}) {
  const t = useTranslations("workshop");
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
      {inBrowser ? (
        <div ref={head} tabIndex={-1} className="sm:hidden grid gap-2 outline-none">
          <p className="font-semibold">
            {t("stepOf", { step: at + 1, count: stepKeys.length, name: t(`step.${stepKeys[at]!}`) })}
          </p>
          <div aria-hidden className="grid grid-cols-4 gap-1">
            {stepKeys.map((key, i) => (
              <span key={key} className={`h-1 rounded-full ${i <= at ? "bg-accent" : "bg-line"}`} />
            ))}
          </div>
        </div>
      ) : null}
      {stepKeys.map((key, i) => (
        <section
          key={key}
          id={key}
          data-step={key}
          className={`grid gap-5 scroll-mt-4 ${inBrowser && i !== at ? "max-sm:hidden" : ""}`}
        >
          <h2>{key === "check" ? t("readBack") : t(`step.${key}`)}</h2>
          {key === "check" ? (
            <>
              {inBrowser ? <ReadBack today={today} /> : null}
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
                  {t("next", { name: t(`step.${stepKeys[i + 1]!}`) })}
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
function ReadBack({ today }: { today: string }) {
  const t = useTranslations("workshop");
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
          ["what", t("step.what"), parts(...whole.map((w) => w.label), ...single.map((m) => m.label))],
          ["where", t("when"), parts(days, times)],
          ["where", t("place"), parts(text("place"), text("venueId"), text("country"))],
          [
            "who",
            t("step.who"),
            parts(text("audience"), t("expected", { count: Number(text("capacity")) || 0 })),
          ],
          ["who", t("languages"), parts(...labels("languages"))],
          ["who", t("trainers"), parts(...labels("trainerIds"))],
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
  }, [locale, t, today]);
  return (
    <>
      <dl ref={list} className="grid">
        {said.rows.map(([step, label, value]) => (
          <div key={label} className="flex gap-3 items-start justify-between border-t border-line py-2">
            <div className="min-w-0">
              <dt className="quiet">{label}</dt>
              <dd className="break-words">
                <bdi>{value || "–"}</bdi>
              </dd>
            </div>
            <dd>
              <a href={`#${step}`} className="min-h-11 inline-flex items-center">
                {t("change")}
                <span className="sr-only"> {label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
      {said.held ? (
        <p className="rounded-card bg-attention-tint text-attention p-3">{t("heldAlready")}</p>
      ) : null}
    </>
  );
}
