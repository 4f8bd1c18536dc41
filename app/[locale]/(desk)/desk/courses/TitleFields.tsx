import { getLocale, getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/app/_ui/form/fields";
import { titleFields } from "@/lib/courses/schema";
import { type Locale, localeNames, locales, readersFirst } from "@/lib/i18n/rules";

/** A title of one's own in each language, folded unless there is one, and the language that is written in. */
export async function TitleFields({ open = false }: { open?: boolean }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("plan");
  return (
    <>
      <details open={open}>
        <summary className="min-h-11 content-center">{t("ownTitle")}</summary>
        <div className="grid gap-5 mt-2">
          <p className="quiet">{t("ownTitleHint")}</p>
          {readersFirst(locale).map((l) => (
            <TextField
              key={l}
              name={titleFields[l]}
              label={t("titleIn", { language: localeNames[l] })}
              optional={t("optional")}
            />
          ))}
        </div>
      </details>
      <SelectField
        name="ownLanguage"
        label={t("ownLanguage")}
        options={locales.map((l) => ({ value: l, label: localeNames[l] }))}
      />
    </>
  );
}
