"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Form, type FormProps } from "@/app/_ui/Form";
import {
  type AskedQuestion,
  confirmationSchema,
  decisionSchema,
  registerPersonFormSchema,
  undoWithdrawalSchema,
} from "@/lib/registrations/schema";
import { confirmRegistrations, decideRegistrations, registerPerson, undoWithdrawal } from "./actions";

/** The list of registrations as a form: what is ticked is decided together. */
export function DecisionForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <Form
      schema={decisionSchema}
      action={decideRegistrations}
      resets
      result={({ moved }) => <p>{t("decided", { count: moved })}</p>}
      {...props}
    />
  );
}

/** Brings back whom a coordinator has just withdrawn. */
export const UndoWithdrawalForm = (props: FormProps) => (
  <Form schema={undoWithdrawalSchema} action={undoWithdrawal} {...props} />
);

/** Confirms what came at once from one address. */
export function ConfirmForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <Form
      schema={confirmationSchema}
      action={confirmRegistrations}
      result={({ moved }) => <p>{t("decided", { count: moved })}</p>}
      {...props}
    />
  );
}

/** Registers somebody on their behalf, with the course's own questions. */
export function RegisterPersonForm({ questions, ...props }: FormProps & { questions: AskedQuestion[] }) {
  const schema = useMemo(() => registerPersonFormSchema(questions), [questions]);
  return <Form schema={schema} action={registerPerson} resets {...props} />;
}

/** Appears with the first tick and says how many are ticked. Without JavaScript it is always there. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useTranslations("form");
  const bar = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const form = bar.current?.closest("form");
    if (!form) return;
    const tell = () => setCount(form.querySelectorAll("input[name=registrationIds]:checked").length);
    tell();
    form.addEventListener("change", tell);
    return () => form.removeEventListener("change", tell);
  }, []);
  return (
    <div
      ref={bar}
      className={`sticky bottom-20 md:bottom-4 card grid gap-3 shadow-lg ${count === 0 ? "hidden" : ""}`}
    >
      <p aria-live="polite" className="font-semibold">
        {count === null ? null : t("ticked", { count })}
      </p>
      {children}
    </div>
  );
}
