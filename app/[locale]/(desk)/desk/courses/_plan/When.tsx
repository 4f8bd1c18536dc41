import { getTranslations } from "next-intl/server";
import { TextField } from "@/app/_ui/form/fields";

/** When a course is held, and until when people apply. */
export async function When() {
  const t = await getTranslations("plan");
  return (
    <section className="grid gap-5">
      <h2>{t("when")}</h2>
      <p className="quiet">{t("datesHint")}</p>
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField name="startsOn" type="date" label={t("startsOn")} />
        <TextField name="endsOn" type="date" label={t("endsOn")} />
        <TextField name="applyBy" type="date" label={t("applyBy")} optional={t("optional")} />
      </div>
    </section>
  );
}
