import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, SelectField, TextArea } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { courseKinds } from "@/lib/courses/rules";
import { languageName } from "@/lib/i18n/format";
import { courseLanguages, shownIn, type Translated } from "@/lib/i18n/rules";
import { programmeCalled } from "@/lib/programmes/rules";
import { TitleFields } from "../TitleFields";

/** What a course is about: its programme, kind, languages, title and description. */
export async function What({
  course,
  programmes,
  sharers,
}: {
  course: Course | undefined;
  programmes: readonly { id: number; title: Translated }[];
  /** Programmes that may pay for a new course too. */
  sharers: readonly { id: number; title: Translated }[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const kinds = await getTranslations("courseKind");
  const s = await getTranslations("sharing");
  return (
    <>
      <SelectField
        name="programmeId"
        label={t("programme")}
        empty={course || programmes.length === 1 ? undefined : t("whichProgramme")}
        options={programmes.map((p) => ({
          value: String(p.id),
          label: shownIn(programmeCalled(p.title), locale),
        }))}
      />
      {sharers.length > 1 ? (
        <details>
          <summary className="min-h-11 content-center font-semibold">{s("alsoPaid")}</summary>
          <ChoiceField
            name="sharerIds"
            many
            columns
            label={s("sharers")}
            hint={s("sharersHint")}
            optional={t("optional")}
            options={sharers.map((p) => ({
              value: String(p.id),
              label: shownIn(programmeCalled(p.title), locale),
            }))}
          />
        </details>
      ) : null}
      {course ? (
        <p>
          <a href={`/desk/courses/${course.id}/sharing`} className="inline-flex items-center min-h-11">
            {s("title")}
          </a>
        </p>
      ) : null}
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
