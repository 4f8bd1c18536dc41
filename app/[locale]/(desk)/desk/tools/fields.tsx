import { useLocale, useTranslations } from "next-intl";
import { countryOptions } from "@/app/_ui/countryOptions";
import { SelectField, TextArea, TextField } from "@/app/_ui/form/fields";
import { withReady } from "@/app/_ui/form/withReady";
import type { Tool } from "@/lib/curriculum/queries";
import { type Locale, localeNames, locales, readersFirst } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import type { CountryChoices } from "@/lib/places/queries";
import { newModule } from "./newModule";

type Version = Tool["versions"][number];

/** What a tool is called and what it is, in each language, the reader's first. */
export function ToolTexts() {
  const locale = useLocale() as Locale;
  const t = useTranslations("tools");
  const optional = t("optional");
  const unless = (l: Locale) => (l === locale ? undefined : optional);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        {readersFirst(locale).map((l) => (
          <TextField
            key={l}
            name={fieldIn("title", l)}
            label={t("titleIn", { language: localeNames[l] })}
            optional={unless(l)}
          />
        ))}
      </div>
      {readersFirst(locale).map((l) => (
        <TextArea
          key={l}
          name={fieldIn("description", l)}
          label={t("descriptionIn", { language: localeNames[l] })}
          optional={unless(l)}
        />
      ))}
      {readersFirst(locale).map((l) => (
        <TextArea
          key={l}
          name={fieldIn("audience", l)}
          label={t("audienceIn", { language: localeNames[l] })}
          optional={optional}
          rows={2}
        />
      ))}
      <SelectField
        name="ownLanguage"
        label={t("ownLanguage")}
        hint={t("ownLanguageHint")}
        options={locales.map((l) => ({ value: l, label: localeNames[l] }))}
      />
      <TextArea
        name="otherNames"
        label={t("otherNames")}
        hint={t("otherNamesHint")}
        optional={optional}
        rows={2}
      />
      <TextField name="manualUrl" label={t("manual")} optional={optional} dir="ltr" />
    </>
  );
}

/** The texts of a tool as those fields hold them. */
export const toolDefaults = (tool: Tool): Record<string, string> => ({
  version: String(tool.version),
  ownLanguage: tool.title.own,
  otherNames: tool.otherNames.join("\n"),
  manualUrl: tool.manualUrl ?? "",
  ...Object.fromEntries(
    (["title", "description", "audience"] as const).flatMap((name) =>
      locales.map((l) => [fieldIn(name, l), tool[name][l] ?? ""]),
    ),
  ),
});

/** Label and country of a version. */
export function VersionFields({ countries }: { countries: CountryChoices }) {
  const locale = useLocale();
  const t = useTranslations("tools");
  const groups = useTranslations("countries");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="versionLabel" label={t("versionLabel")} />
      <SelectField
        name="country"
        label={t("variantOf")}
        empty={t("noVariant")}
        options={countryOptions(countries, locale, {
          inUse: groups("inUse"),
          others: groups("others"),
        })}
      />
    </div>
  );
}

/** Modules as their rows hold them, and some empty rows for what is added. */
export const moduleDefaults = (modules: Version["modules"], ready: number) =>
  withReady(
    modules.map((m) => ({
      id: m.id,
      code: m.code,
      minutes: m.minutes,
      publishedCode: m.publishedCode ?? "",
      position: m.position,
      retired: m.retiredAt !== null,
      ...Object.fromEntries(locales.map((l) => [fieldIn("title", l), m.title[l] ?? ""])),
    })),
    newModule,
    ready,
  );

/** A version and its modules as their fields hold them. */
export const versionDefaults = (tool: Tool, version: Version) => ({
  version: tool.version,
  versionLabel: version.label,
  country: version.country,
  modules: moduleDefaults(version.modules, 2),
});
