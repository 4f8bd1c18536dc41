"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckField, SelectField, TextField } from "@/app/_ui/form/fields";
import { type Row, Rows } from "@/app/_ui/form/rows";
import { Written } from "@/app/_ui/Written";
import { moduleName } from "@/lib/curriculum/rules";
import { type Locale, localeNames, readersFirst } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import { newModule } from "./newModule";

/** The modules of a version as rows. One that is there is retired, not taken out: courses may rest on it. */
export function ModuleRows({
  published = [],
}: {
  /** Codes of the modules of the tool as published, of which a module here may be one. */
  published?: readonly string[];
}) {
  const t = useTranslations("rows.modules");
  return (
    <Rows
      name="modules"
      blank={newModule}
      label={t("modules")}
      rowName={(number) => t("module", { number })}
      most={80}
      staysOnceKept
    >
      {(row) => <ModuleRow {...row} published={published} />}
    </Rows>
  );
}

function ModuleRow({ field, kept, published }: Row & { published: readonly string[] }) {
  const locale = useLocale() as Locale;
  const t = useTranslations("rows.modules");
  const optional = useTranslations("rows")("optional");
  const code = useWatch({ name: field("code") });
  const title = useWatch({ name: field(fieldIn("title", locale)) });
  return (
    <fieldset className="card grid gap-3">
      <legend className="font-semibold px-1">
        <Written>
          {kept ? moduleName({ code: String(code ?? "") }, String(title ?? "")) : t("newModule")}
        </Written>
      </legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {readersFirst(locale).map((l) => (
          <TextField
            key={l}
            name={field(fieldIn("title", l))}
            label={t("titleIn", { language: localeNames[l] })}
            optional={l === locale ? undefined : optional}
          />
        ))}
      </div>
      <div className="grid gap-3 grid-cols-2 sm:grid-cols-5 items-start">
        <TextField name={field("code")} label={t("code")} optional={optional} dir="ltr" />
        <TextField name={field("minutes")} label={t("minutes")} inputMode="numeric" dir="ltr" />
        <TextField
          name={field("position")}
          label={t("place")}
          optional={kept ? undefined : optional}
          inputMode="numeric"
          dir="ltr"
        />
        {published.length > 0 ? (
          <SelectField
            name={field("publishedCode")}
            label={t("publishedCode")}
            optional={optional}
            empty={t("ownCode")}
            options={published.map((value) => ({ value, label: value }))}
          />
        ) : null}
        {kept ? (
          <div className="sm:mt-6">
            <CheckField name={field("retired")} label={t("retire")} />
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}
