import { useTranslations } from "next-intl";
import { Needs, SensitiveFields } from "@/app/_ui/AboutPerson";
import { ChoiceField } from "@/app/_ui/form/fields";

/** Needs that are offered, beside what somebody writes. */
const offered = ["stepFree", "signLanguage", "largePrint", "companion", "childCare"] as const;

/** What somebody needs: in boxes and in words; what is asked for the totals alone comes last. */
export function WhatYouNeed({ own }: { own: boolean }) {
  const t = useTranslations("register");
  const p = useTranslations("public");
  return (
    <>
      <ChoiceField
        name="needed"
        many
        label={t("needs")}
        optional={t("optional")}
        // In the words of the form, as it is read by whoever prepares the course.
        options={offered.map((need) => ({ value: p(`need.${need}`), label: p(`need.${need}`) }))}
      />
      <Needs label={p("needsElse")} />
      <SensitiveFields own={own} heading="h3" />
    </>
  );
}
