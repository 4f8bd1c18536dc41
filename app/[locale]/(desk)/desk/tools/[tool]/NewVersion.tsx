import { useLocale, useTranslations } from "next-intl";
import { Hidden, SelectField, Submit } from "@/app/_ui/form/fields";
import { countryName } from "@/lib/i18n/format";
import { dotBetween } from "@/lib/i18n/rules";
import type { CountryChoices } from "@/lib/places/queries";
import { VersionFields } from "../fields";
import { NewVersionForm } from "../forms";
import type { Tool } from "./Texts";

/** Adds a version to a tool, as a copy of one or empty. */
export function NewVersion({
  tool,
  version,
  countries,
}: {
  tool: Tool;
  /** The one to begin from. */
  version: Tool["versions"][number] | undefined;
  countries: CountryChoices;
}) {
  const locale = useLocale();
  const t = useTranslations("tools");
  return (
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
            ].join(dotBetween),
          }))}
        />
        <div>
          <Submit tone="quiet" busy={t("saving")}>
            {t("addVersion")}
          </Submit>
        </div>
      </NewVersionForm>
    </section>
  );
}
