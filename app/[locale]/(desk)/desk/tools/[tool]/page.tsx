import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { granted, requireContext } from "@/app/_server/context";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/Notice";
import { PageHead } from "@/app/_ui/PageHead";
import { Say } from "@/app/_ui/Say";
import * as gate from "@/lib/access/gate";
import { toolToEdit } from "@/lib/curriculum/queries";
import { countryName } from "@/lib/i18n/format";
import { countryChoices } from "@/lib/places/queries";
import { ToolTexts, toolDefaults, VersionFields, versionDefaults } from "../fields";
import {
  NewVersionForm,
  ToolRetirementForm,
  ToolTextsForm,
  VersionForm,
  VersionRetirementForm,
} from "../forms";
import { ModuleRows } from "../ModuleRows";
import { Retired, VersionName } from "../parts";

type Props = {
  params: Promise<{ tool: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One tool, for whoever may change it: its texts, its versions, and one of them with its modules. */
export default async function EditTool({ params, searchParams }: Props) {
  const { tool: key } = await params;
  const cx = await requireContext("tools.edit", `/desk/tools/${encodeURIComponent(key)}`);
  const tool = toolToEdit(
    cx,
    granted(() => gate.tool(cx, "tools.edit", Number(key))),
  );
  const { version: asked, saved } = await searchParams;
  const version = tool.versions.find((v) => String(v.id) === asked) ?? tool.versions[0];
  const locale = await getLocale();
  const t = await getTranslations("tools");
  const countries = countryChoices(cx);
  const isRetired = tool.retiredAt !== null;
  return (
    <div className="grid gap-8 max-w-4xl">
      <PageHead
        title={
          <bdi>
            <Say text={tool.title} />
          </bdi>
        }
        under={<Link href="/desk/tools">{t("title")}</Link>}
        action={
          <ToolRetirementForm className="">
            <Hidden name="toolId" value={tool.id} />
            <Hidden name="retired" value={isRetired ? "no" : "yes"} />
            <Submit tone="quiet" busy={t("saving")}>
              {isRetired ? t("restoreTool") : t("retireTool")}
            </Submit>
          </ToolRetirementForm>
        }
      />
      {isRetired ? <Notice tone="neutral">{t("retiredHint")}</Notice> : null}
      <section className="grid gap-4">
        <h2>{t("texts")}</h2>
        <ToolTextsForm
          done={t("saved")}
          defaults={toolDefaults(tool)}
          draft={{ of: `${cx.viewer.accountId} tool ${tool.id}` }}
          label={t("texts")}
        >
          <Hidden name="toolId" value={tool.id} />
          <ToolTexts />
          <div>
            <Submit busy={t("saving")}>{t("saveTexts")}</Submit>
          </div>
        </ToolTextsForm>
      </section>
      <section className="grid gap-4" id="versions">
        <h2>{t("versions")}</h2>
        <ul className="grid gap-1">
          {tool.versions.map((v) => (
            <li key={v.id} className="flex flex-wrap gap-x-3 items-center">
              <Link
                href={`/desk/tools/${tool.id}?version=${v.id}#versions`}
                prefetch={false}
                aria-current={v === version ? "true" : undefined}
                className={`min-h-11 inline-flex items-center ${v === version ? "font-semibold" : ""}`}
              >
                <VersionName version={v} />
              </Link>
              <span className="quiet">{t("moduleCount", { count: v.modules.length })}</span>
              {v.retiredAt === null ? null : <Retired />}
            </li>
          ))}
        </ul>
        {version ? (
          <div className="grid gap-4 border-t border-line pt-4" key={version.id}>
            <h3 className="text-lg">
              <VersionName version={version} />
            </h3>
            <p role="status" className="rounded-card bg-ok-tint text-ok p-3 empty:hidden">
              {saved === "yes" ? t("saved") : null}
            </p>
            <VersionForm
              defaults={versionDefaults(tool, version)}
              // With its version: what was typed has been taken on once there is a newer one.
              draft={{ of: `${cx.viewer.accountId} version ${version.id} ${tool.version}` }}
              label={t("versions")}
            >
              <Hidden name="toolVersionId" value={version.id} />
              <Hidden name="ownLanguage" value={locale} />
              <VersionFields countries={countries} />
              <ModuleRows />
              <div>
                <Submit busy={t("saving")}>{t("saveVersion")}</Submit>
              </div>
            </VersionForm>
            <VersionRetirementForm className="">
              <Hidden name="toolVersionId" value={version.id} />
              <Hidden name="retired" value={version.retiredAt === null ? "yes" : "no"} />
              <Submit tone="quiet" busy={t("saving")}>
                {version.retiredAt === null ? t("retireVersion") : t("restoreVersion")}
              </Submit>
            </VersionRetirementForm>
          </div>
        ) : null}
        <section className="card grid gap-3">
          <h3>{t("addVersion")}</h3>
          <NewVersionForm
            className="grid gap-4"
            label={t("addVersion")}
            defaults={{ copyFrom: version ? String(version.id) : "" }}
          >
            <Hidden name="toolId" value={tool.id} />
            <VersionFields countries={countries} />
            <SelectField
              name="copyFrom"
              label={t("copyFrom")}
              empty={t("copyNothing")}
              options={tool.versions.map((v) => ({
                value: String(v.id),
                label: [
                  t("version", { label: v.label }),
                  ...(v.country ? [t("variant", { country: countryName(v.country, locale) })] : []),
                ].join(" · "),
              }))}
            />
            <div>
              <Submit tone="quiet" busy={t("saving")}>
                {t("addVersion")}
              </Submit>
            </div>
          </NewVersionForm>
        </section>
      </section>
    </div>
  );
}
