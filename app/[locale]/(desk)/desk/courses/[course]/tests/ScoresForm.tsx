"use client";

import { useTranslations } from "next-intl";
import { CheckedForm } from "@/app/_ui/form/CheckedForm";
import type { FormProps } from "@/app/_ui/form/Form";
import { scoresSchema } from "@/lib/assessments/schema";
import { enterScores } from "./actions";

/** The form of scores. Where those of one person were saved it says whose: on a phone somebody else is shown by then. */
export function ScoresForm({ names, ...props }: FormProps & { names: Record<number, string> }) {
  const t = useTranslations("tests");
  return (
    <CheckedForm
      schema={scoresSchema}
      action={enterScores}
      result={({ of }) => {
        const name = of.length === 1 ? names[of[0]!] : undefined;
        return <p>{name ? t("savedOf", { name }) : t("saved")}</p>;
      }}
      {...props}
    />
  );
}
