"use client";

import { useTranslations } from "next-intl";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { ErrorLine } from "@/app/_ui/form/Labelled";
import { Ticks, useTicksAround } from "@/app/_ui/form/ticks";
import { useField } from "@/app/_ui/form/useField";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { toldSchema, untoldSchema } from "@/lib/messages/schema";
import { markTold, markUntold } from "./actions";

/** The list of people to tell as a form: who is ticked, or whose own button is pressed, was told. */
export function ToldForm({ children, ...props }: FormProps) {
  const t = useTranslations("outcome");
  return (
    <CheckedForm
      schema={toldSchema}
      action={markTold}
      resets
      result={({ count }) => <p>{t("told", { count })}</p>}
      {...props}
    >
      <Ticks name="noticeIds">{children}</Ticks>
    </CheckedForm>
  );
}

export const UntoldForm = (props: FormProps) => (
  <CheckedForm schema={untoldSchema} action={markUntold} resets {...props} />
);

/** Ticks everybody, or nobody. Needs JavaScript, so it comes with it. */
export function TickAll({ label, values }: { label: string; values: string[] }) {
  const inBrowser = useInBrowser();
  const { put, ticked } = useTicksAround();
  if (!inBrowser) return null;
  return (
    <label className="flex gap-2 items-center min-h-11">
      <input
        type="checkbox"
        className="size-5 accent-accent"
        checked={values.every((value) => ticked.has(value))}
        onChange={({ target }) => put(values, target.checked)}
      />
      {label}
    </label>
  );
}

/** Says beside the button that nobody is ticked. */
export function NobodyTicked() {
  const { id, error } = useField("noticeIds");
  return <ErrorLine id={id} error={error} />;
}
