import { getLocale, getTranslations } from "next-intl/server";
import { keyIn } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { courseOfDesk } from "@/app/_server/course";
import { Hidden, SelectField, Submit, TextField } from "@/app/_ui/form/fields";
import * as gate from "@/lib/access/gate";
import { shownIn } from "@/lib/i18n/rules";
import { programmeTemplates } from "@/lib/templates/queries";
import { longestTemplateName } from "@/lib/templates/rules";
import { KeepTemplateForm } from "../../../programmes/[programme]/templates/forms";

export const generateMetadata = async () => ({ title: (await getTranslations("templates"))("keep") });

/** Keeping a course as a template of its programme. */
export default async function KeepTemplate({ params }: { params: Promise<{ course: string }> }) {
  const { course: key } = await params;
  const cx = await requireContext("course.create", `/desk/courses/${encodeURIComponent(key)}/template`);
  const course = courseOfDesk(cx, keyIn(key));
  granted(() => gate.courseFor(cx, "course.create", course));
  const t = await getTranslations("templates");
  const templates = programmeTemplates(
    cx,
    granted(() => gate.programme(cx, "programmes.read", course.programmeId)),
  );
  return (
    <KeepTemplateForm
      className="grid gap-4 max-w-2xl"
      defaults={{
        name: shownIn(course.title, await getLocale()).slice(0, longestTemplateName),
        templateId: "",
      }}
    >
      <Hidden name="courseId" value={course.id} />
      <p>{t("keepLead")}</p>
      <TextField name="name" label={t("name")} hint={t("nameHint")} />
      {templates.length > 0 ? (
        <SelectField
          name="templateId"
          label={t("renew")}
          hint={t("renewHint")}
          empty={t("renewNothing")}
          options={templates.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : (
        <Hidden name="templateId" value="" />
      )}
      <div>
        <Submit busy={t("saving")}>{t("keepNow")}</Submit>
      </div>
    </KeepTemplateForm>
  );
}
