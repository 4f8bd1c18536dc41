"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { Ticks, useTicked } from "@/app/_ui/form/ticks";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import type { FieldFault } from "@/lib/faults";
import { phoneLike } from "@/lib/fields";
import {
  type AskedQuestion,
  confirmationSchema,
  decisionSchema,
  registerPersonSchema,
  undoWithdrawalSchema,
} from "@/lib/registrations/schema";
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

/** Registers somebody on their behalf, with the course's own questions. */
export function RegisterPersonForm({
  questions,
  wrongPhone,
  ...props
}: FormProps & { questions: AskedQuestion[]; wrongPhone: FieldFault }) {
  const schema = useMemo(
    () => registerPersonSchema(questions, phoneLike(wrongPhone)),
    [questions, wrongPhone],
  );
  return <CheckedForm schema={schema} action={registerPerson} resets {...props} />;
}

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
