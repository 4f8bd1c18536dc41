import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, TextArea, TextField } from "@/app/_ui/form/fields";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { admissionModes } from "@/lib/courses/rules";
import { languageName } from "@/lib/i18n/format";
import { courseLanguages } from "@/lib/i18n/rules";
import { trainerOptions } from "../offered";
import { QuestionRows } from "../PlanRows";

/** For whom a course is, how they come in and what they are asked, and who trains. */
export async function Who({
  cx,
  course,
  programmeIds,
}: {
  cx: Context;
  course: Course | undefined;
  /** Programmes whose trainers are offered. */
  programmeIds: number[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const admissions = await getTranslations("admissionMode");
  const trainers = trainerOptions(cx, programmeIds, course);
  return (
    <section className="grid gap-5">
      <h2>{t("who")}</h2>
      <ChoiceField
        name="languages"
        many
        columns
        label={t("languages")}
        options={courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) }))}
      />
      <TextField
        name="capacity"
        inputMode="numeric"
        label={t("capacity")}
        hint={t("capacityHint")}
        dir="ltr"
      />
      <ChoiceField
        name="admission"
        label={t("admission")}
        options={admissionModes.map((m) => ({ value: m, label: admissions(m) }))}
      />
      {trainers.length > 0 ? (
        <ChoiceField name="trainerIds" many columns label={t("trainers")} options={trainers} />
      ) : (
        <p className="quiet">{t("noTrainers")}</p>
      )}
      <TextArea name="costs" label={t("costs")} optional={t("optional")} rows={2} />
      <div className="grid gap-3">
        <h3>{t("questions")}</h3>
        <p className="quiet">{t("questionsHint")}</p>
        <QuestionRows />
      </div>
    </section>
  );
}
