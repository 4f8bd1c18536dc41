"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent as ReactKey, useEffect, useRef, useState } from "react";
import type { Finds } from "@/app/_server/finds";
import { FinderResults } from "./FinderResults";
import "./finder.css";

/** How long one rests between two letters before it is searched. */
const restMs = 150;

type Answer = { of: string; finds: Finds | "none" };

/** Asks what is found; `none` where no answer came. */
async function ask(q: string, language: string, signal: AbortSignal): Promise<Finds | "none"> {
  try {
    const answer = await fetch(`/api/finds?${new URLSearchParams({ q, language })}`, { signal });
    return answer.ok ? ((await answer.json()) as Finds) : "none";
  } catch {
    return "none";
  }
}

/** Steps from the field through what is found, and back. */
function step(event: ReactKey<HTMLElement>) {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (by === 0) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, .finder-link")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[Math.min(stops.length - 1, Math.max(0, at + by))];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/**
 * The search over everything, in a dialog that is open from when it is there.
 * @param opened counts how often it was asked for: once more opens it again, with what was typed chosen.
 */
export function FinderDialog({ opened }: { opened: number }) {
  const t = useTranslations("finder");
  const language = useLocale();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (opened === 0) return;
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector("input")?.select();
  }, [opened]);
  const wanted = typed.trim();
  useEffect(() => {
    if (!wanted) return;
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      const finds = await ask(wanted, language, asked.signal);
      if (!asked.signal.aborted) setAnswer({ of: wanted, finds });
    }, restMs);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [wanted, language]);
  return (
    <dialog ref={dialog} className="finder" aria-label={t("title")}>
      <search
        onKeyDown={(event) => {
          // A field of search would keep the first Escape for itself, and empty itself.
          if (event.key === "Escape") {
            event.preventDefault();
            dialog.current?.close();
          } else step(event);
        }}
        className="grid gap-2 p-3"
      >
        <form action="/desk/search" className="flex items-end gap-2">
          <label className="field grow">
            <span>{t("label")}</span>
            <input
              name="q"
              type="search"
              dir="auto"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              aria-describedby="finder-hint"
              className="input"
            />
          </label>
          <button
            type="button"
            className="button-plain"
            aria-label={t("close")}
            onClick={() => dialog.current?.close()}
          >
            <X size={20} />
          </button>
        </form>
        <p id="finder-hint" className="finder-hint quiet">
          {t("hint")}
        </p>
        {wanted ? <FinderResults typed={wanted} finds={answer ? answer.finds : null} /> : null}
      </search>
    </dialog>
  );
}
