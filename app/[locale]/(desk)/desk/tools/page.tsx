import { getLocale, getTranslations } from "next-intl/server";
import { requireViewer } from "@/app/_server/viewer";
import { SelectField, Submit, TextArea, TextField } from "@/app/_ui/Form";
import { countryName, hours } from "@/app/_ui/format";
import { PageHead, Say } from "@/app/_ui/parts";
import { mayAnywhere } from "@/lib/access/rules";
import { toolCatalogue } from "@/lib/curriculum/queries";
import { localeNames, locales } from "@/lib/i18n/rules";
import { countryList, programmeList } from "@/lib/programmes/queries";
import { ToolForm } from "./ToolForm";

export const generateMetadata = async () => ({ title: (await getTranslations("tools"))("title") });

/** The catalogue of tools with versions, national variants and modules; a programme adds its own. */
export default async function Tools() {
  const viewer = await requireViewer("tools.read", "/desk/tools");
  const locale = await getLocale();
  const t = await getTranslations("tools");
  return (
    <div className="grid gap-6 max-w-4xl">
      <PageHead title={t("title")} under={t("lead")} />
      {toolCatalogue(viewer).map((tool) => (
        <section key={tool.id} className="card grid gap-2">
          <h2 className="text-base">
            <bdi>
              <Say text={tool.title} />
            </bdi>
          </h2>
          <p>
            <Say text={tool.description} />
          </p>
          <p className="quiet">
            <Say text={tool.audience} />
            {tool.programme ? (
              <>
                {" · "}
                <bdi>{tool.programme}</bdi>
              </>
            ) : null}
          </p>
          {tool.manualUrl ? (
            <p>
              <a href={tool.manualUrl} target="_blank" rel="noreferrer">
                {t("manual")}
              </a>
            </p>
          ) : null}
          {tool.versions.map((version) => (
            <details key={version.id}>
              <summary className="min-h-11 content-center">
                {t("version", { label: version.label })}
                {version.country
                  ? ` · ${t("variant", { country: countryName(version.country, locale) })}`
                  : ""}
              </summary>
              <ul className="grid gap-1 ps-4">
                {version.modules.map((m) => (
                  <li key={m.id}>
                    <bdi>{m.code}</bdi> <Say text={m.title} />{" "}
                    <span className="quiet">
                      {hours(m.minutes, locale)} · {t("usedIn", { count: m.courses })}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ))}
      {mayAnywhere(viewer, "tools.edit") ? (
        <details className="card">
          <summary className="font-semibold min-h-11 content-center">{t("add")}</summary>
          <ToolForm
            className="grid gap-4 mt-3"
            done={t("added")}
            draft={{ of: `${viewer.accountId} new tool` }}
            defaults={{ ownLanguage: locale }}
          >
            <TextField name="title" label={t("name")} />
            <SelectField
              name="ownLanguage"
              label={t("language")}
              options={locales.map((l) => ({ value: l, label: localeNames[l] }))}
            />
            <TextArea name="description" label={t("description")} />
            <TextArea name="audience" label={t("audience")} optional={t("optional")} rows={2} />
            <TextField name="manualUrl" label={t("manual")} optional={t("optional")} dir="ltr" />
            <SelectField
              name="programmeId"
              label={t("programme")}
              empty={viewer.administrator ? t("forAll") : t("chooseProgramme")}
              options={programmeList(viewer).map((p) => ({ value: String(p.id), label: p.code }))}
            />
            <TextField name="version" label={t("versionLabel")} initial="1" />
            <SelectField
              name="country"
              label={t("variantOf")}
              empty={t("noVariant")}
              options={countryList(viewer).map((c) => ({
                value: c.code,
                label: countryName(c.code, locale),
              }))}
            />
            <TextArea name="modules" label={t("modules")} hint={t("modulesHint")} rows={5} />
            <div>
              <Submit busy={t("saving")}>{t("add")}</Submit>
            </div>
          </ToolForm>
        </details>
      ) : null}
    </div>
  );
}
