import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { asking, key, keyIn, oneOf, type SearchParams } from "@/app/_server/asked";
import { granted, requireContext } from "@/app/_server/context";
import { Hidden, Submit, TextField } from "@/app/_ui/form/fields";
import { Empty } from "@/app/_ui/kit/Empty";
import { PageHead } from "@/app/_ui/kit/PageHead";
import { Toast } from "@/app/_ui/kit/Toast";
import { Say } from "@/app/_ui/Say";
import { Written } from "@/app/_ui/Written";
import * as gate from "@/lib/access/gate";
import { fullDay } from "@/lib/i18n/format";
import { isolate, type Locale, nameInSentence } from "@/lib/i18n/rules";
import { programmeDays } from "@/lib/programmes/queries";
import { programmeCalled } from "@/lib/programmes/rules";
import { programmeTemplates, removedTemplate } from "@/lib/templates/queries";
import { RemoveTemplateForm, RenameTemplateForm, RestoreTemplateForm } from "./forms";

type Props = { params: Promise<{ programme: string }>; searchParams: SearchParams };

const asked = asking({ removed: key, done: oneOf(["kept", "restored"]) });

export const generateMetadata = async () => ({ title: (await getTranslations("templates"))("title") });

/** The templates of a programme: plan from one, rename it, remove it. */
export default async function Templates({ params, searchParams }: Props) {
  const { programme: programmeKey } = await params;
  const path = `/desk/programmes/${encodeURIComponent(programmeKey)}/templates`;
  const cx = await requireContext("programmes.read", path);
  const programme = granted(() => gate.programme(cx, "programmes.read", keyIn(programmeKey)), path);
  const mayPlan = gate.mayInProgramme(cx, "course.create", programme.id);
  const said = await asked(searchParams);
  const removed = mayPlan && said.removed !== null ? removedTemplate(cx, programme, said.removed) : null;
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("templates");
  const templates = programmeTemplates(cx, programme);
  const days = programmeDays(cx);
  return (
    <div className="grid gap-4 max-w-3xl">
      <PageHead
        title={t("title")}
        under={
          <Link href={`/desk/programmes/${programme.id}`}>
            <Say text={programmeCalled(programme.title)} />
          </Link>
        }
      />
      <p className="quiet">{t("lead")}</p>
      {templates.length === 0 ? <Empty title={t("none")} /> : null}
      {templates.map((template) => {
        const day = fullDay(days.of(programme.id, template.keptAt), locale);
        return (
          <section key={template.id} className="card grid gap-2" aria-labelledby={`template-${template.id}`}>
            <h2 id={`template-${template.id}`} className="text-base">
              <Written>{template.name}</Written>
            </h2>
            <p>
              {t("holds", {
                modules: template.modules,
                sessions: template.sessions,
                groups: template.groups,
              })}
            </p>
            <p className="quiet">
              {template.by
                ? t("keptBy", { name: nameInSentence(template.by, locale), day })
                : t("keptOn", { day })}
            </p>
            {mayPlan ? (
              <div className="flex flex-wrap gap-3 items-start">
                <Link href={`/desk/courses/new?template=${template.id}`} prefetch={false} className="button">
                  {t("plan")}
                </Link>
                <details className="min-w-0">
                  <summary className="button">{t("change")}</summary>
                  <div className="grid gap-3 pt-3">
                    <RenameTemplateForm
                      key={template.version}
                      className="grid gap-3"
                      defaults={{ name: template.name, version: String(template.version) }}
                      done={t("renamed")}
                    >
                      <Hidden name="templateId" value={template.id} />
                      <Hidden name="version" value={template.version} />
                      <TextField name="name" label={t("name")} hint={t("nameHint")} />
                      <div>
                        <Submit tone="quiet" busy={t("saving")}>
                          {t("rename")}
                        </Submit>
                      </div>
                    </RenameTemplateForm>
                    <RemoveTemplateForm>
                      <Hidden name="templateId" value={template.id} />
                      <Submit tone="stop" busy={t("saving")}>
                        {t("remove")}
                      </Submit>
                    </RemoveTemplateForm>
                  </div>
                </details>
              </div>
            ) : null}
          </section>
        );
      })}
      {removed ? (
        <Toast
          of={`template ${removed.id}`}
          undo={
            <RestoreTemplateForm>
              <Hidden name="templateId" value={removed.id} />
              <Submit tone="quiet" busy={t("saving")}>
                {t("undo")}
              </Submit>
            </RestoreTemplateForm>
          }
        >
          {t("removed", { name: isolate(removed.name, locale) })}
        </Toast>
      ) : said.done ? (
        <Toast of={said.done}>{t(said.done)}</Toast>
      ) : null}
    </div>
  );
}
