import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import "./path-of-stages.css";

export type Stage = {
  state: "done" | "here" | "stopped" | "skipped" | "toCome";
  name: string;
  /** The date, or what stands in its place. */
  under?: ReactNode;
  /** What became of it, in words. */
  said?: ReactNode;
};

/** Where something is on its way: a tick is done, the ring is here, the bar is where it stopped, broken was passed over, hollow is to come; each with its date. */
export function PathOfStages({ label, stages }: { label: string; stages: readonly Stage[] }) {
  const t = useTranslations("pictures");
  return (
    <ol className="path-of-stages" data-long={stages.length > 5 ? "" : undefined} aria-label={label}>
      {stages.map(({ state, name, under, said }) => (
        <li
          key={name}
          data-state={state}
          aria-current={state === "here" || state === "stopped" ? "step" : undefined}
        >
          <StageMark state={state} />
          <span className="path-of-stages-name">
            {name}
            <span className="sr-only"> {t(`stage.${state}`)}</span>
          </span>
          {under ? <span className="path-of-stages-under">{under}</span> : null}
          {said ? <span className="path-of-stages-said">{said}</span> : null}
        </li>
      ))}
    </ol>
  );
}

function StageMark({ state }: { state: Stage["state"] }) {
  return (
    <svg aria-hidden width="18" height="18" viewBox="0 0 18 18">
      {state === "done" ? (
        <>
          <circle cx="9" cy="9" r="8" className="stage-filled" />
          <path d="M5.5 9.2l2.4 2.4 4.6-4.8" fill="none" strokeWidth="1.75" className="stage-tick" />
        </>
      ) : state === "stopped" ? (
        <>
          <circle cx="9" cy="9" r="7" strokeWidth="2" className="stage-ring" />
          <path d="M5.5 9h7" fill="none" strokeWidth="2.5" className="stage-ring" />
        </>
      ) : (
        <circle
          cx="9"
          cy="9"
          r={state === "here" ? 6.5 : 6}
          strokeWidth={state === "here" ? 4 : 1.5}
          className={state === "here" ? "stage-ring" : "stage-hollow"}
          strokeDasharray={state === "skipped" ? "2.5 2.5" : undefined}
        />
      )}
    </svg>
  );
}
