import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, SelectField, TextArea } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { courseKinds } from "@/lib/courses/rules";
import { languageName } from "@/lib/i18n/format";
import { courseLanguages } from "@/lib/i18n/rules";
import { TitleFields } from "../TitleFields";

/** What a course is about: its programme, kind, languages, title and description. */
export async function What({
  course,
  programmes,
}: {
  course: Course | undefined;
  programmes: readonly { id: number; code: string }[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const kinds = await getTranslations("courseKind");
  return (
    <>
      <SelectField
        name="programmeId"
        label={t("programme")}
        empty={course || programmes.length === 1 ? undefined : t("whichProgramme")}
        options={programmes.map((p) => ({ value: String(p.id), label: p.code }))}
      />
      <ChoiceField
        name="kind"
        label={t("kind")}
        options={courseKinds.map((k) => ({ value: k, label: kinds(k) }))}
      />
      <ChoiceField
        name="languages"
        many
        columns
        label={t("languages")}
        options={courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) }))}
      />
      <TitleFields />
      <TextArea
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        optional={t("optional")}
        rows={4}
      />
    </>
  );
}
