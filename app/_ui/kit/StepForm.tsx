"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { clockTime } from "@/lib/i18n/format";
import { useKeptAt } from "../form/frame";
import { useInBrowser } from "../form/useInBrowser";
import { useDock } from "./dock";
import { useSteps } from "./useSteps";
import "./steps.css";

/** A section of a form, as a step of it. */
export type FormStep = {
  /** Its name in the address, and the id of its section. */
  key: string;
  title: string;
  /** What it will ask, while it is to come. */
  asks: string;
  /** What was said in it, in a line, once it is done. */
  said?: ReactNode;
  /** What is written on the button that leads to it. */
  go: string;
  /** The fields that it asks for; a fault beside one of them leads to it. */
  fields: readonly string[];
  children: ReactNode;
};

/**
 * The sections of one form as steps, with a summary of what was said beside them. One is open; those that are done are a
 * line with *Change*, later ones name what they will ask. The step is the hash of the address, so Back goes to the one
 * before. Without JavaScript they are one long form.
 */
export function StepForm({
  steps,
  summary,
  send,
  anyOrder = false,
  sendAnywhere = anyOrder,
}: {
  steps: readonly FormStep[];
  /** What the form comes to so far; it changes as one types. */
  summary?: ReactNode;
  /** The button that sends. */
  send: ReactNode;
  /** True where everything is there already: any step can be opened. */
  anyOrder?: boolean;
  /** True where it can be sent from any step; else from the last one alone, which reads everything back. */
  sendAnywhere?: boolean;
}) {
  const t = useTranslations("parts");
  const inBrowser = useInBrowser();
  const { at, reached, passed, heads, go, next, onEnter } = useSteps(steps, anyOrder);
  const step = steps[at]!;
  const last = at === steps.length - 1;
  return (
    <div className={summary ? "steps-form steps-form-summary" : "steps-form"}>
      <fieldset className="steps-main" onKeyDown={onEnter}>
        {/* There from the start, so that nothing moves under a thumb while the page is taken over by the browser. */}
        <div className="steps-count noscript:hidden">
          <p>{t("stepOf", { step: at + 1, count: steps.length, name: step.title })}</p>
          <div aria-hidden className="steps-bar">
            {steps.map(({ key }, i) => (
              <span key={key} data-on={i <= at ? "" : undefined} />
            ))}
          </div>
        </div>
        <ol className="steps">
          {steps.map((one, i) => (
            <StepSection
              key={one.key}
              step={one}
              number={i + 1}
              // Without JavaScript all of them stand open.
              state={!inBrowser ? "plain" : i === at ? "open" : i <= reached ? "done" : "later"}
              // What is read back last is not done before somebody was there.
              passed={(anyOrder && i < steps.length - 1) || i < passed}
              head={(element) => {
                heads.current[i] = element;
              }}
              change={() => go(i)}
            />
          ))}
        </ol>
        <StepFoot>
          {inBrowser && at > 0 ? (
            <button type="button" className="button" onClick={() => go(at - 1)}>
              {t("back")}
            </button>
          ) : null}
          {inBrowser && !last ? (
            <button
              type="button"
              className={sendAnywhere ? "button" : "button-main"}
              onClick={() => void next()}
            >
              {steps[at + 1]!.go}
            </button>
          ) : null}
          {!inBrowser || last || sendAnywhere ? send : null}
        </StepFoot>
      </fieldset>
      {summary ? <aside className="steps-summary">{summary}</aside> : null}
    </div>
  );
}

type StepState = "plain" | "open" | "done" | "later";

/** One step: its head, and its fields or what was said in it. */
function StepSection({
  step,
  number,
  state,
  passed,
  head,
  change,
}: {
  step: FormStep;
  number: number;
  state: StepState;
  passed: boolean;
  head: (element: HTMLHeadingElement | null) => void;
  change: () => void;
}) {
  const t = useTranslations("parts");
  const folded = state === "done" || state === "later";
  return (
    <li className="step" data-state={state} aria-current={state === "open" ? "step" : undefined}>
      <section id={step.key} className="step-section" aria-labelledby={`${step.key}-title`}>
        <div className="step-head">
          <span className="step-mark" aria-hidden>
            {state === "done" && passed ? <Tick /> : number}
          </span>
          <h2 ref={head} id={`${step.key}-title`} tabIndex={-1} className="step-title">
            {step.title}
            {state === "done" && passed ? <span className="sr-only"> {t("stepDone")}</span> : null}
          </h2>
          {state === "done" ? (
            <button type="button" className="step-change" onClick={change}>
              {t("change")}
              <span className="sr-only"> {step.title}</span>
            </button>
          ) : null}
        </div>
        {folded ? (
          <div className="step-line">{state === "done" ? (step.said ?? step.asks) : step.asks}</div>
        ) : null}
        <div className="step-body" data-folded={folded ? "" : undefined}>
          {step.children}
        </div>
      </section>
    </li>
  );
}

/** What stays in reach at the foot: when it was kept, and the ways on. */
function StepFoot({ children }: { children: ReactNode }) {
  const t = useTranslations("parts");
  const locale = useLocale();
  const kept = useKeptAt();
  const foot = useRef<HTMLDivElement>(null);
  useDock(foot);
  return (
    <div ref={foot} className="step-foot">
      <p className="step-kept">
        {kept === null ? null : (
          <>
            <Tick />
            {t("keptAt", { time: clockTime(kept, locale) })}
          </>
        )}
      </p>
      {children}
    </div>
  );
}

/** Drawn here, for a phone loads nothing else with an icon to register. */
function Tick() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="steps-tick">
      <path d="M20 6 9 17l-5-5" />
    </svg>
  );
}
