import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormProps } from "@/app/_ui/form/Form";
import { Submit, TextArea } from "@/app/_ui/form/fields";
import "./fold.css";

/** What stands as evidence or reason on a way: how much of it is asked for is said before anybody writes. */
export function Words({
  name = "words",
  label,
  hint,
  rows,
}: {
  name?: string;
  label: string;
  hint?: string;
  rows?: number;
}) {
  const t = useTranslations("stageEntry");
  return (
    <TextArea name={name} label={label} hint={[hint, t("sentence")].filter(Boolean).join(" ")} rows={rows} />
  );
}

/** A form behind a button that asks for nothing but words: a reason for which something is struck out, stopped, sent back. */
export function WithReason({
  title,
  form: Form,
  keys,
  name,
  label,
  hint,
  now,
  busy,
  tone = "stop",
}: {
  title: ReactNode;
  form: (props: FormProps) => ReactNode;
  /** What it is about, as hidden fields. */
  keys: ReactNode;
  name?: string;
  label: string;
  hint?: string;
  now: string;
  busy: string;
  tone?: "stop" | "quiet";
}) {
  return (
    <details>
      <summary className="button">{title}</summary>
      <Form className="grid gap-3 pt-3">
        {keys}
        <Words name={name} label={label} hint={hint} />
        <div>
          <Submit tone={tone} busy={busy}>
            {now}
          </Submit>
        </div>
      </Form>
    </details>
  );
}
