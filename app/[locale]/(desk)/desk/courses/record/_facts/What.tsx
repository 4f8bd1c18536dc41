import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, SelectField, TextArea } from "@/app/_ui/form/fields";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { courseKinds } from "@/lib/courses/rules";
import { shownIn } from "@/lib/i18n/rules";
import { programmeList } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { moduleOptions } from "../../offered";
import { TitleFields } from "../../TitleFields";
import { SourceWithNote } from "./Sources";

/** What a recorded course was about: its programme, kind, modules, title and description. */
export async function What({ cx, course }: { cx: Context; course: Course | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("recordForm");
  const plan = await getTranslations("plan");
  const kinds = await getTranslations("courseKind");
  const programmes = programmeList(cx, gate.reach(cx, "course.create"));
  const optional = plan("optional");
  return (
    <>
      <SelectField
        name="programmeId"
        label={plan("programme")}
        empty={course || programmes.length === 1 ? undefined : plan("whichProgramme")}
        options={programmes.map((p) => ({
          value: String(p.id),
          label: shownIn(programmeCalled(p.title), locale),
        }))}
      />
      <ChoiceField
        name="kind"
        label={plan("kind")}
        options={courseKinds.map((k) => ({ value: k, label: kinds(k) }))}
      />
      <ChoiceField
        name="moduleIds"
        many
        columns
        label={plan("modules")}
        hint={t("modulesHint")}
        optional={optional}
        options={moduleOptions(cx, course, locale, (label) => plan("version", { label }))}
      />
      <SourceWithNote fact="tools" course={course} />
      <TitleFields open={course !== undefined && !course.titleGenerated} />
      <TextArea
        name="description"
        label={t("description")}
        hint={plan("descriptionHint")}
        optional={optional}
        rows={4}
      />
    </>
  );
}
