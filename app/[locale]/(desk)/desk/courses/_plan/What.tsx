import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, SelectField, TextArea } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { courseKinds } from "@/lib/courses/rules";
import { moduleOptions } from "../offered";
import { TitleFields } from "../TitleFields";

/** What a course is about: its programme, kind, modules, title and description. */
export async function What({
  cx,
  course,
  programmes,
}: {
  cx: Context;
  course: Course | undefined;
  programmes: readonly { id: number; code: string }[];
}) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const kinds = await getTranslations("courseKind");
  const modules = moduleOptions(cx, course, locale, (label) => t("version", { label }));
  return (
    <section className="grid gap-5">
      <h2>{t("what")}</h2>
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
      {modules.length > 0 ? null : (
        <Notice tone="attention" title={t("noTools")}>
          <a href="/desk/tools">{t("toTools")}</a>
        </Notice>
      )}
      <ChoiceField
        name="moduleIds"
        many
        columns
        label={t("modules")}
        hint={t("modulesHint")}
        options={modules}
      />
      <TitleFields />
      <TextArea
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        optional={t("optional")}
        rows={4}
      />
    </section>
  );
}
