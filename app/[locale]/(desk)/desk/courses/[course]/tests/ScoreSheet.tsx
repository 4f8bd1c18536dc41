"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { useDock } from "@/app/_ui/kit/dock";
import { FirstName } from "@/app/_ui/PersonName";
import { Written } from "@/app/_ui/Written";
import { holds } from "@/lib/text";
import { ScoreRows } from "./ScoreRows";
import type { ScoredPerson } from "./scoreDefaults";
import { useScoreSheet } from "./useScoreSheet";
import "./scores.css";

/** So many people are offered for what is looked for. */
const mostOffered = 8;

/**
 * The scores of a course. On a phone one person at a time, sent as one goes on to the next; wider, and without JavaScript,
 * all of them in a table that is saved at its end.
 */
export function ScoreSheet({
  people,
  send,
}: {
  people: readonly ScoredPerson[];
  /** The button that saves all of it. */
  send: ReactNode;
}) {
  const t = useTranslations("tests");
  const inBrowser = useInBrowser();
  const { at, pending, goTo, keep } = useScoreSheet(people.length);
  const last = at === people.length - 1;
  const all = useRef<HTMLDivElement>(null);
  useDock(all);
  return (
    <div className="score-sheet">
      {inBrowser ? <Finder people={people} goTo={goTo} /> : null}
      <p className={inBrowser ? "score-place" : "hidden"} role="status">
        {t("placeOf", { at: at + 1, count: people.length })}
      </p>
      <ScoreRows people={people} open shown={inBrowser ? at : null} />
      {inBrowser ? (
        <div className="score-foot">
          <button type="button" className="button" disabled={at === 0} onClick={() => void goTo(at - 1)}>
            <ChevronLeft size={18} className="mirrored" aria-hidden />
            {t("previous")}
          </button>
          <button
            type="button"
            className="button-main"
            aria-disabled={pending}
            onClick={() => void (last ? keep() : goTo(at + 1))}
          >
            {last ? t("saveOne") : t("saveAndNext")}
            {last ? null : <ChevronRight size={18} className="mirrored" aria-hidden />}
          </button>
        </div>
      ) : null}
      <div ref={all} className={inBrowser ? "score-all score-save" : "score-save"}>
        {send}
      </div>
    </div>
  );
}

/** Looks for somebody by a part of their name, in any spelling, and goes there. */
function Finder({ people, goTo }: { people: readonly ScoredPerson[]; goTo: (to: number) => Promise<void> }) {
  const t = useTranslations("tests");
  const id = useId();
  const [sought, setSought] = useState("");
  const found = sought.trim()
    ? people
        .map((person, at) => ({ ...person, at }))
        .filter((p) => holds([p.name, p.latinName, p.organisation].filter(Boolean).join(" "), sought))
    : [];
  return (
    <div className="score-finder">
      <label htmlFor={id} className="field-above">
        {t("findPerson")}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        autoComplete="off"
        className="input"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter here looks for somebody, it does not send the form.
          event.preventDefault();
          if (found[0]) void goTo(found[0].at).then(() => setSought(""));
        }}
      />
      <p role="status" className="sr-only">
        {sought.trim() ? t("found", { count: found.length }) : null}
      </p>
      {found.length > 0 ? (
        <ul className="score-found">
          {found.slice(0, mostOffered).map((person) => (
            <li key={person.registrationId}>
              <button type="button" onClick={() => void goTo(person.at).then(() => setSought(""))}>
                <FirstName of={person} />
                {person.organisation ? (
                  <span className="quiet block">
                    <Written>{person.organisation}</Written>
                  </span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      ) : sought.trim() ? (
        <p className="quiet">{t("nobodyFound")}</p>
      ) : null}
    </div>
  );
}
