import { useLocale, useTranslations } from "next-intl";
import { countryOptions } from "@/app/_ui/countryOptions";
import { CheckField, SelectField, TextArea, TextField } from "@/app/_ui/Form";
import type { Tool } from "@/lib/curriculum/queries";
import { moduleName } from "@/lib/curriculum/rules";
import { fieldIn } from "@/lib/fields";
import { inLanguage, type Locale, localeNames, locales, readersFirst } from "@/lib/i18n/rules";
import type { CountryChoices } from "@/lib/places/queries";

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
      <TextField name="otherNames" label={t("otherNames")} hint={t("otherNamesHint")} optional={optional} />
      <TextField name="manualUrl" label={t("manual")} optional={optional} dir="ltr" />
    </>
  );
}

/** The texts of a tool as those fields hold them. */
export const toolDefaults = (tool: Tool): Record<string, string> => ({
  version: String(tool.version),
  ownLanguage: tool.title.own,
  otherNames: tool.otherNames.join(", "),
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

/** The modules of a version as rows, and some empty ones for what is added. */
export function ModuleRows({ modules, empty }: { modules: Version["modules"]; empty: number }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("tools");
  return (
    <div className="grid gap-3">
      <h3>{t("modules")}</h3>
      <p className="quiet">{t("modulesHint")}</p>
      {modules.map((m) => (
        <ModuleRow key={m.id} row={String(m.id)} legend={moduleName(m, inLanguage(m.title, locale).text)} />
      ))}
      {Array.from({ length: empty }, (_, i) => `new${i + 1}`).map((row) => (
        <ModuleRow key={row} row={row} legend={t("newModule")} isNew />
      ))}
    </div>
  );
}

function ModuleRow({ row, legend, isNew = false }: { row: string; legend: string; isNew?: boolean }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("tools");
  const optional = t("optional");
  const field = (name: string) => `module_${row}_${name}`;
  return (
    <fieldset className="card grid gap-3">
      <legend className="font-semibold px-1">
        <bdi>{legend}</bdi>
      </legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {readersFirst(locale).map((l) => (
          <TextField
            key={l}
            name={field(fieldIn("title", l))}
            label={t("moduleTitleIn", { language: localeNames[l] })}
            optional={l === locale ? undefined : optional}
          />
        ))}
      </div>
      <div className="grid gap-3 grid-cols-2 sm:grid-cols-4 items-start">
        <TextField name={field("code")} label={t("code")} optional={optional} dir="ltr" />
        <TextField name={field("minutes")} label={t("minutes")} inputMode="numeric" dir="ltr" />
        <TextField
          name={field("position")}
          label={t("place")}
          optional={isNew ? optional : undefined}
          inputMode="numeric"
          dir="ltr"
        />
        {isNew ? null : (
          <div className="sm:mt-6">
            <CheckField name={field("retired")} label={t("retireModule")} />
          </div>
        )}
      </div>
    </fieldset>
  );
}

/** A version and its modules as their fields hold them. */
export const versionDefaults = (tool: Tool, version: Version): Record<string, string> => ({
  version: String(tool.version),
  versionLabel: version.label,
  country: version.country,
  ...Object.fromEntries(
    version.modules.flatMap((m) =>
      Object.entries({
        code: m.code,
        minutes: String(m.minutes),
        position: String(m.position),
        retired: m.retiredAt === null ? "" : "on",
        ...Object.fromEntries(locales.map((l) => [fieldIn("title", l), m.title[l] ?? ""])),
      }).map(([name, value]) => [`module_${m.id}_${name}`, value]),
    ),
  ),
});
