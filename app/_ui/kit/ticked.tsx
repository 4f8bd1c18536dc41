"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Tick, useTicksAround } from "@/app/_ui/form/ticks";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { useDock } from "./dock";
import { sayTicked } from "./tickedNow";
import "./bulk.css";

/** The box of one row, within `Ticks`. */
export function RowTick({ value, label }: { value: string; label: string }) {
  return (
    <label>
      <Tick value={value} className="size-5 accent-accent" />
      <span className="sr-only">{label}</span>
    </label>
  );
}

/** The box in the head that ticks everybody on this page. Before the scripts are there it is a link to the page so ticked. */
export function TickAll({ page, href }: { page: readonly string[]; href: string }) {
  const t = useTranslations("list");
  const { ticked, put } = useTicksAround();
  const inBrowser = useInBrowser();
  const box = useRef<HTMLInputElement>(null);
  const here = page.filter((value) => ticked.has(value)).length;
  const some = here > 0 && here < page.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  if (page.length === 0) return null;
  if (!inBrowser)
    return (
      <a href={href} className="tbl-box">
        {t("all")}
      </a>
    );
  return (
    <label className="tbl-box">
      <input
        ref={box}
        type="checkbox"
        className="size-5 accent-accent"
        checked={here === page.length}
        onChange={({ target }) => put(page, target.checked)}
      />
      <span className="sr-only">{t("tickPage", { count: page.length })}</span>
    </label>
  );
}

/**
 * With the first tick: how many are ticked, who they are in a word, what can be done with them; stuck to the bottom of the
 * list. Where the list has more pages, it offers all that match. Without JavaScript it is always there.
 */
export function BulkBar({
  page,
  matching,
  who,
  children,
}: {
  /** What can be ticked on this page. */
  page: readonly string[];
  /** Everything that matches, on all pages; the same as `page` where there is one. */
  matching: readonly string[];
  /** Says in a few words who they are. */
  who?: (ticked: readonly string[]) => ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("list");
  const { name, ticked, put } = useTicksAround();
  const inBrowser = useInBrowser();
  const bar = useRef<HTMLElement>(null);
  const count = ticked.size;
  const shown = !inBrowser || count > 0;
  useDock(bar, inBrowser && shown);
  useEffect(() => {
    sayTicked([...ticked]);
    return () => sayTicked([]);
  }, [ticked]);
  useEffect(() => {
    // However many rows are between: Enter on a box does nothing else.
    const toBar = (event: KeyboardEvent) => {
      const { target, key } = event;
      const section = bar.current;
      if (key !== "Enter" || !section || section.hidden || !(target instanceof HTMLInputElement)) return;
      if (target.type !== "checkbox" || section.contains(target)) return;
      if (!section.parentElement?.contains(target)) return;
      event.preventDefault();
      const acts = section.querySelectorAll<HTMLElement>(".bulk-acts :is(summary, button:not(.bulk-clear))");
      [...acts].find((act) => act.offsetParent !== null)?.focus();
    };
    document.addEventListener("keydown", toBar);
    return () => document.removeEventListener("keydown", toBar);
  }, []);
  const beyond = [...ticked].filter((value) => !page.includes(value));
  const wholePage = page.length > 0 && page.every((value) => ticked.has(value));
  return (
    <section ref={bar} aria-label={t("bulk")} className="bulk" hidden={!shown}>
      {beyond.map((value) => (
        <input key={value} type="hidden" name={`${name}[]`} value={value} />
      ))}
      <p role="status" className="bulk-count">
        {count > 0 || inBrowser ? <b>{t("ticked", { count })}</b> : null}{" "}
        {count > 0 && who ? <span className="bulk-who">{who([...ticked])}</span> : null}
        {count > 0 && inBrowser ? <span className="bulk-key">{t("toActs")}</span> : null}
      </p>
      <div className="bulk-acts">
        {inBrowser ? (
          <button type="button" className="button-plain bulk-clear" onClick={() => put([...ticked], false)}>
            <X size={18} aria-hidden />
            <span>{t("clear")}</span>
          </button>
        ) : null}
        {inBrowser && wholePage && matching.length > count ? (
          <button type="button" className="button" onClick={() => put(matching, true)}>
            {t("tickMatching", { count: matching.length })}
          </button>
        ) : null}
        {children}
      </div>
    </section>
  );
}
