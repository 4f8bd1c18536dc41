"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import { Form, type FormProps } from "@/app/_ui/form/Form";
import { Ticks, useTicked } from "@/app/_ui/form/ticks";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { confirmationSchema, decisionSchema, undoWithdrawalSchema } from "@/lib/registrations/schema";
import { confirmRegistrations, decideRegistrations, registerPerson, undoWithdrawal } from "./actions";

/** One decision on one registration or several. */
export function DecisionForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <CheckedForm
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
  <CheckedForm schema={undoWithdrawalSchema} action={undoWithdrawal} {...props} />
);

/** Confirms what came at once from one address. */
export function ConfirmForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <CheckedForm
      schema={confirmationSchema}
      action={confirmRegistrations}
      result={({ moved }) => <p>{t("decided", { count: moved })}</p>}
      {...props}
    />
  );
}

/** Registers somebody on their behalf. The server alone checks it, for it knows the phones of each country. */
export const RegisterPersonForm = (props: FormProps) => <Form action={registerPerson} resets {...props} />;

/** The list of registrations as such a form: what is ticked is decided together. */
export const TickedForm = ({ children, ...props }: FormProps) => (
  <DecisionForm {...props}>
    <Ticks name="registrationIds">{children}</Ticks>
  </DecisionForm>
);

/** Appears with the first tick and says how many are ticked. Without JavaScript it is always there. */
export function BulkBar({ children }: { children: ReactNode }) {
  const t = useTranslations("form");
  const inBrowser = useInBrowser();
  const count = useTicked("registrationIds").length;
  return (
    <div
      className={`sticky bottom-20 md:bottom-4 card grid gap-3 shadow-lg ${inBrowser && count === 0 ? "hidden" : ""}`}
    >
      <p aria-live="polite" className="font-semibold">
        {inBrowser ? t("ticked", { count }) : null}
      </p>
      {children}
    </div>
  );
}
