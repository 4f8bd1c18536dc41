import { getTranslations } from "next-intl/server";
import { DayField } from "@/app/_ui/form/days";
import { ChoiceField, TextArea, TextField } from "@/app/_ui/form/fields";
import { admissionModes } from "@/lib/courses/rules";
import { QuestionRows } from "../PlanRows";
import { Completion } from "./Completion";

/** How many come and how they come in, what they are asked, and what it takes to get a certificate. */
export async function Places() {
  const t = await getTranslations("plan");
  const g = await getTranslations("goAhead");
  const admissions = await getTranslations("admissionMode");
  return (
    <>
      <div className="fields fields-2">
        <TextField
          name="capacity"
          inputMode="numeric"
          label={t("capacity")}
          hint={t("capacityHint")}
          dir="ltr"
        />
        <DayField name="applyBy" label={t("applyBy")} optional={t("optional")} />
      </div>
      <div className="fields fields-2">
        <TextField
          name="minimumPeople"
          inputMode="numeric"
          label={g("minimum")}
          hint={g("minimumHint")}
          optional={t("optional")}
          dir="ltr"
        />
        <DayField name="decideBy" label={g("decideBy")} optional={t("optional")} />
      </div>
      <ChoiceField
        name="admission"
        label={t("admission")}
        options={admissionModes.map((m) => ({ value: m, label: admissions(m) }))}
      />
      <TextArea name="costs" label={t("costs")} optional={t("optional")} rows={2} />
      <section className="grid gap-3">
        <h3>{t("questions")}</h3>
        <p className="quiet">{t("questionsHint")}</p>
        <QuestionRows />
      </section>
      <Completion />
    </>
  );
}
