"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { FormState } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { type Draft, forgetDraft, keepDraft, readDraft } from "./draft";
import { type Frame, noteKept, unfold, useFrame } from "./frame";

/** A copy, for the form changes its own values in place. What is said in a form is text, lists and groups of it. */
const copyOf = (values: Values): Values => JSON.parse(JSON.stringify(values));

/** What is kept of a form until it is sent, and put back into it when it comes again. */
export function useDraft<T>(
  form: UseFormReturn,
  draft: Draft | undefined,
  { formId, unkept, before, kept }: Pick<Frame, "formId" | "unkept" | "before" | "kept">,
  state: FormState<T>,
) {
  const [restored, setRestored] = useState<{ version: string | null } | null>(null);
  /** Where the reader was when it was sent: who is elsewhere at the answer has been taken on. */
  const sentFrom = useRef<string>(null);
  const sentAlready = useRef(state.status === "done");
  /** What the form came with, or holds of what is there since somebody else changed it. */
  const first = useRef<Values>({});
  const at = useRef(draft);
  at.current = draft;
  useEffect(() => {
    // What was typed ahead of the scripts is said again: whatever watches it listens only now, and has just been told of the
    // values that the form came with.
    for (const name of before.keys()) form.setValue(name, form.getValues(name));
    const draft = at.current;
    if (!draft) return;
    // A form that is empty again for the next one: what was kept has been sent.
    if (sentAlready.current) forgetDraft(draft);
    first.current = copyOf({ ...form.getValues(), ...Object.fromEntries(before) });
    const there = readDraft(draft, form.getValues(), first.current);
    for (const [name, value] of Object.entries(there?.values ?? {})) {
      form.setValue(name, value);
      for (const field of document.querySelectorAll(`[id^="${formId}-${name}"]`)) unfold(field);
    }
    setRestored(there && { version: there.version });
    noteKept(kept, there?.at ?? null);
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => noteKept(kept, keepDraft(draft, values, first.current, unkept)),
    });
  }, [form, formId, before, unkept, kept]);
  useEffect(() => {
    if (state.status !== "new") sentFrom.current = null;
    if (at.current && state.status === "done") {
      forgetDraft(at.current);
      setRestored(null);
    }
  }, [state]);
  useEffect(
    () => () => {
      if (at.current && sentFrom.current && sentFrom.current !== window.location.href)
        forgetDraft(at.current);
    },
    [],
  );
  return {
    restored,
    sent: () => {
      sentFrom.current = window.location.href;
    },
    /** Called where the form is now over another state of its row: what it holds of that was not typed. */
    moved: useCallback((now: Values) => {
      first.current = { ...first.current, ...copyOf(now) };
    }, []),
    forget: () => {
      if (draft) forgetDraft(draft);
    },
  };
}

/** That what was typed is there again, with the way to begin anew. */
export function RestoredNotice({ anew }: { anew: () => void }) {
  const { labels } = useFrame();
  const t = useTranslations("form");
  return (
    <div className="form-restored">
      <p>
        {t("restored")}{" "}
        {labels.has("sex")
          ? t("restoredWithoutAnswers")
          : labels.has("phone") || labels.has("email")
            ? t("restoredWithout")
            : null}
      </p>
      <button type="button" className="button" onClick={anew}>
        {t("startAnew")}
      </button>
    </div>
  );
}
