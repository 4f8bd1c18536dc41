"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { useFormState } from "react-hook-form";
import type { Fault } from "@/lib/result";
import { listed } from "./errorText";
import { unfold, useFrame, useKeptAt } from "./frame";
import type { Overtaken } from "./overtaken";
import { useErrorText } from "./useErrorText";
import { asText } from "./useField";

/** Everything that is to be mended, with a link to each field; what else stood in the way in a sentence. */
export function Summary({
  fault,
  overtaken,
  asks,
  turn,
}: {
  fault: Fault | null;
  /** What was typed and is another one now, with what it is. */
  overtaken: readonly Overtaken[];
  asks: boolean;
  /** Another one with every refusal, which takes the reader here. */
  turn: string;
}) {
  const t = useTranslations("form");
  const text = useErrorText();
  const { labels } = useFrame();
  const kept = useKeptAt();
  const { errors } = useFormState();
  const order = [...labels.keys()];
  const rank = (name: string) => (labels.has(name) ? order.indexOf(name) : order.length);
  const toMend = listed(errors).sort((a, b) => rank(a.name) - rank(b.name));
  const said = fault && (fault.code !== "invalid" || !fault.fields) ? fault : null;
  const shown = toMend.length > 0 || said !== null;
  const container = useRef<HTMLDivElement>(null);
  const taken = useRef("");
  useEffect(() => {
    // The sentences beside the fields come a moment after the answer itself.
    if (!shown || turn === "" || taken.current === turn) return;
    taken.current = turn;
    container.current?.scrollIntoView({ block: "start" });
    container.current?.focus({ preventScroll: true });
  }, [shown, turn]);
  useTitleMark(shown, t("titleFault"));
  if (!shown) return null;
  return (
    <div ref={container} role="alert" tabIndex={-1} className="form-faults">
      {said ? <p>{text(said)}</p> : null}
      <Changed overtaken={overtaken} />
      {said?.code === "signInNeeded" ? (
        <p>
          <a href="/sign-in?back=/signed-in" target="_blank" rel="noreferrer" className="text-stop">
            {t("signInInNewTab")}
          </a>
        </p>
      ) : null}
      {toMend.length > 0 ? (
        <>
          <h2 className="text-base">
            {t("faults", { count: toMend.length })}
            {/* Where what was typed is kept, the form says that. */}
            {asks || kept !== null ? null : ` ${t("nothingSaved")}`}
          </h2>
          <ul className="grid gap-1">
            {toMend.map(({ name, text: sentence }) => (
              <li key={name}>
                <Named name={name} sentence={sentence} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** Marks the page's title while something is to be mended. */
function useTitleMark(marked: boolean, mark: string) {
  useEffect(() => {
    if (!marked) return;
    const title = document.title;
    document.title = `${mark} ${title}`;
    return () => {
      if (document.title === `${mark} ${title}`) document.title = title;
    };
  }, [marked, mark]);
}

/** What the fields that were written in are now. */
function Changed({ overtaken }: { overtaken: readonly Overtaken[] }) {
  const t = useTranslations("form");
  const { labels, spoken } = useFrame();
  const named = overtaken.filter(({ name }) => labels.has(name));
  if (named.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {named.map(({ name, now }) => (
        <li key={name}>
          {labels.get(name)}
          {t("colon")}
          <bdi>{(spoken.get(name) ?? asText)(now) || "–"}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Takes the reader to the field itself, not only to its place: folded parts open, the cursor is in it. */
export function ToField({
  name,
  className,
  children,
}: {
  name: string;
  className?: string;
  children: ReactNode;
}) {
  const { formId, reveal } = useFrame();
  return (
    <a
      href={`#${formId}-${name}`}
      className={className}
      onClick={(event) => {
        const field = document.getElementById(`${formId}-${name}`);
        if (!field) return;
        event.preventDefault();
        for (const show of reveal) show(field);
        unfold(field);
        field.focus({ preventScroll: true });
        (field.closest("fieldset, .form-field") ?? field).scrollIntoView({ block: "start" });
      }}
    >
      {children}
    </a>
  );
}

function Named({ name, sentence }: { name: string; sentence: string }) {
  const { labels } = useFrame();
  if (!labels.has(name)) return sentence;
  return (
    <ToField name={name} className="text-stop">
      {labels.get(name)} – {sentence}
    </ToField>
  );
}
