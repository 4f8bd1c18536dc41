import { getTranslations } from "next-intl/server";
import { CheckField, TextField } from "@/app/_ui/form/fields";
import { SignatoryRows } from "../PlanRows";

/** What it takes to complete a course, and who signs its certificates. */
export async function Completion() {
  const t = await getTranslations("plan");
  return (
    <section className="grid gap-5">
      <h3>{t("completion")}</h3>
      <div className="fields fields-2">
        <TextField name="minAttendance" inputMode="numeric" label={t("minAttendance")} dir="ltr" />
        <TextField
          name="minPostTest"
          inputMode="numeric"
          label={t("minPostTest")}
          hint={t("minPostTestHint")}
          optional={t("optional")}
          dir="ltr"
        />
      </div>
      <CheckField name="microTeaching" label={t("microTeaching")} />
      <CheckField name="excusedLeftOut" label={t("excusedLeftOut")} hint={t("excusedLeftOutHint")} />
      <CheckField name="joinersFromStart" label={t("joinersFromStart")} hint={t("joinersFromStartHint")} />
      <div className="grid gap-3">
        <h4 className="font-semibold">{t("signatories")}</h4>
        <p className="quiet">{t("signatoriesHint")}</p>
        <SignatoryRows />
      </div>
    </section>
  );
}
