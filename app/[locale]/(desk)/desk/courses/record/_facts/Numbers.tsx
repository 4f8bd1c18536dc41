import { getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { headcountGroups, headcountMeasures } from "@/lib/courses/rules";
import { countField, countSourceField, type Group, type Measure } from "@/lib/records/rules";
import { SourceWithNote, sourceOptions } from "./Sources";

/** How many people a recorded course had, each number with what it rests on. */
export async function Numbers({ course }: { course: Course | undefined }) {
  const t = await getTranslations("recordForm");
  const record = await getTranslations("record");
  const sources = await sourceOptions();
  const countLabel = (measure: Measure, group: Group) =>
    t("countOf", { measure: record(`measure.${measure}`), group: record(`grouping.${group}`) });
  return (
    <>
      <p className="quiet">{t("numbersHint")}</p>
      {headcountMeasures.map((measure) => (
        <div key={measure} className="card grid gap-4">
          {headcountGroups.map((group) => (
            <div key={group} className="fields fields-2">
              <TextField
                name={countField(measure, group)}
                inputMode="numeric"
                dir="ltr"
                label={countLabel(measure, group)}
              />
              <SelectField
                name={countSourceField(measure, group)}
                label={t("sourceOf", { what: countLabel(measure, group) })}
                empty={t(group === "total" ? "notSaid" : "asTotal")}
                options={sources}
              />
            </div>
          ))}
        </div>
      ))}
      <SourceWithNote fact="headcount" course={course} />
    </>
  );
}
