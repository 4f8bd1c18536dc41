import { useLocale, useTranslations } from "next-intl";
import { Hidden, Submit } from "@/app/_ui/form/fields";
import { publishedCodes } from "@/lib/curriculum/rules";
import type { CountryChoices } from "@/lib/places/queries";
import { VersionFields, versionDefaults } from "../fields";
import { VersionForm, VersionRetirementForm } from "../forms";
import { ModuleRows } from "../ModuleRows";
import { VersionName } from "../parts";
import type { Tool } from "./Texts";

/** One version of a tool with its modules, to be changed or retired. */
export function Version({
  tool,
  version,
  countries,
  accountId,
  saved,
}: {
  tool: Tool;
  version: Tool["versions"][number];
  countries: CountryChoices;
  accountId: number | null;
  /** True where it was just saved. */
  saved: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations("tools");
  const published = publishedCodes(tool.versions.filter(({ id }) => id !== version.id));
  return (
    <div className="grid gap-4 border-t border-line pt-4">
      <h3 className="text-lg">
        <VersionName version={version} />
      </h3>
      <p role="status" className="rounded-card bg-ok-tint text-ok p-3 empty:hidden">
        {saved ? t("saved") : null}
      </p>
      <VersionForm
        defaults={versionDefaults(tool, version)}
        // With its version: what was typed has been taken on once there is a newer one.
        draft={{ of: `${accountId} version ${version.id} ${tool.version}` }}
        label={t("versions")}
      >
        <Hidden name="toolVersionId" value={version.id} />
        <Hidden name="ownLanguage" value={locale} />
        <VersionFields countries={countries} />
        {published.length > 0 ? <p className="quiet">{t("publishedHint")}</p> : null}
        <ModuleRows published={published} />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("saveVersion")}
          </Submit>
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
  );
}
