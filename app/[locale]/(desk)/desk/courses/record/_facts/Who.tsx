import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { languageName } from "@/lib/i18n/format";
import { courseLanguages } from "@/lib/i18n/rules";
import { FactInWords, SourceWithNote } from "./Sources";

/** In which languages a recorded course was held, and with which partners. */
export async function Who({ course }: { course: Course | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("recordForm");
  const plan = await getTranslations("plan");
  return (
    <>
      <ChoiceField
        name="languages"
        many
        columns
        label={plan("languages")}
        optional={plan("optional")}
        options={courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) }))}
      />
      <SourceWithNote fact="language" course={course} />
      <FactInWords fact="partners" label={(language) => t("partnersIn", { language })} />
    </>
  );
}
