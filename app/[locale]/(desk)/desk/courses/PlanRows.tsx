"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckField, SelectField, TextArea, TextField } from "@/app/_ui/form/fields";
import { type Row, Rows } from "@/app/_ui/form/rows";
import { useInBrowser } from "@/app/_ui/form/useInBrowser";
import { mostQuestions, mostSignatories } from "@/lib/courses/rows";
import { questionKinds } from "@/lib/courses/rules";
import { newQuestion, newSignatory } from "./newRows";

/** What registering asks beyond name and contact, one row a question. */
export function QuestionRows() {
  const t = useTranslations("rows.questions");
  return (
    <Rows
      name="questions"
      blank={newQuestion}
      label={t("questions")}
      rowName={(number) => t("question", { number })}
      most={mostQuestions}
      moves
      folded
    >
      {(row) => <QuestionRow {...row} />}
    </Rows>
  );
}

function QuestionRow({ field, index }: Row) {
  const t = useTranslations("rows.questions");
  const inBrowser = useInBrowser();
  const kind = useWatch({ name: field("kind") });
  return (
    <fieldset className="card grid gap-3">
      <legend className="font-semibold px-1">{t("question", { number: index + 1 })}</legend>
      <TextField name={field("label")} label={t("label")} />
      <div className="grid gap-3 sm:grid-cols-2 items-start">
        <SelectField
          name={field("kind")}
          label={t("kind")}
          options={questionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <div className="sm:mt-6">
          <CheckField name={field("required")} label={t("required")} />
        </div>
      </div>
      {inBrowser && kind !== "choice" ? null : (
        <TextArea name={field("options")} label={t("options")} hint={t("optionsHint")} />
      )}
    </fieldset>
  );
}

/** Who signs the certificates, in their order. */
export function SignatoryRows() {
  const t = useTranslations("rows.signatories");
  const optional = useTranslations("rows")("optional");
  return (
    <Rows
      name="signatories"
      blank={newSignatory}
      label={t("signatories")}
      rowName={(number) => t("signatory", { number })}
      most={mostSignatories}
      moves
      folded
    >
      {({ field, index }) => (
        <fieldset className="grid gap-3 sm:grid-cols-2 items-start border-t border-line pt-2">
          <legend className="sr-only">{t("signatory", { number: index + 1 })}</legend>
          <TextField name={field("name")} label={t("name")} />
          <TextField name={field("role")} label={t("role")} optional={optional} />
        </fieldset>
      )}
    </Rows>
  );
}
