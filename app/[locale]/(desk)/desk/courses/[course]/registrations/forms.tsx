"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Form, type FormProps } from "@/app/_ui/Form";
import { decisionSchema, registerPersonSchema } from "@/lib/registrations/schema";
import { decideRegistrations, registerPerson } from "./actions";

/** The list of registrations as a form: what is ticked is decided together. */
export function DecisionForm(props: FormProps) {
  const t = useTranslations("errors");
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

export const RegisterPersonForm = (props: FormProps) => (
  <Form schema={registerPersonSchema} action={registerPerson} resets {...props} />
);

/** Appears with the first tick and says how many are ticked. Without JavaScript it is always there. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useTranslations("errors");
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
