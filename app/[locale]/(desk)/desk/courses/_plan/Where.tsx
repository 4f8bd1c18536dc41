import { getLocale, getTranslations } from "next-intl/server";
import { ChoiceField, TextField } from "@/app/_ui/form/fields";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { courseModes } from "@/lib/courses/rules";
import { placeFields } from "@/lib/courses/schema";
import { localeNames, readersFirst } from "@/lib/i18n/rules";
import { countriesWithZones, venueOptions } from "../offered";
import { PlaceFields } from "../PlaceFields";

/** Where a course is held: country, place, mode, venue and zone. */
export async function Where({ cx, course }: { cx: Context; course: Course | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const modes = await getTranslations("courseMode");
  const inUse = await getTranslations("countries");
  return (
    <section className="grid gap-5">
      <h2>{t("where")}</h2>
      <PlaceFields
        fresh={!course}
        countries={countriesWithZones(cx, locale, { inUse: inUse("inUse"), others: inUse("others") })}
        venues={venueOptions(cx, course, locale)}
        between={
          <>
            <div className="grid gap-5 sm:grid-cols-3">
              {readersFirst(locale).map((l) => (
                <TextField
                  key={l}
                  name={placeFields[l]}
                  label={t("placeIn", { language: localeNames[l] })}
                  optional={l === locale ? undefined : t("optional")}
                />
              ))}
            </div>
            <ChoiceField
              name="mode"
              label={t("mode")}
              options={courseModes.map((m) => ({ value: m, label: modes(m) }))}
            />
          </>
        }
      />
    </section>
  );
}
