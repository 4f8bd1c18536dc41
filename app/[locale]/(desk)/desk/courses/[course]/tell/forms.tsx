"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ErrorLine, Form, type FormProps, useField } from "@/app/_ui/Form";
import { toldSchema } from "@/lib/messages/schema";
import { markTold, markUntold } from "./actions";

/** The list of people to tell as a form: who is ticked, or whose own button is pressed, was told. */
export function ToldForm(props: FormProps) {
  const t = useTranslations("outcome");
  return (
    <Form
      schema={toldSchema}
      action={markTold}
      resets
      result={({ count }) => <p>{t("told", { count })}</p>}
      {...props}
    />
  );
}

export const UntoldForm = (props: FormProps) => (
  <Form schema={toldSchema} action={markUntold} resets {...props} />
);

/** Ticks everybody, or nobody. Needs JavaScript, so it comes with it. */
export function TickAll({ label }: { label: string }) {
  const box = useRef<HTMLInputElement>(null);
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  if (!works) return null;
  return (
    <label className="flex gap-2 items-center min-h-11">
      <input
        ref={box}
        type="checkbox"
        className="size-5 accent-accent"
        onChange={({ target }) => {
          const ticks = box.current?.form?.querySelectorAll<HTMLInputElement>("[name=noticeIds]") ?? [];
          for (const tick of ticks) tick.checked = target.checked;
        }}
      />
      {label}
    </label>
  );
}

/** Says beside the button that nobody is ticked. */
export function NobodyTicked() {
  const { id, error } = useField("noticeIds", null);
  return <ErrorLine id={id} error={error} />;
}
