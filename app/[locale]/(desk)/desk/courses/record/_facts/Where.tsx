import { getLocale, getTranslations } from "next-intl/server";
import { countryOptions } from "@/app/_ui/countryOptions";
import { ChoiceField, TextField } from "@/app/_ui/form/fields";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { courseModes } from "@/lib/courses/rules";
import { placeFields } from "@/lib/courses/schema";
import { localeNames, readersFirst } from "@/lib/i18n/rules";
import { countryChoices } from "@/lib/places/queries";
import { venueOptions } from "../../offered";
import { PlaceFields } from "../../PlaceFields";
import { SourceWithNote } from "./Sources";

/** Where a recorded course was held: country, place, mode and venue. */
export async function Where({ cx, course }: { cx: Context; course: Course | undefined }) {
  const locale = await getLocale();
  const plan = await getTranslations("plan");
  const modes = await getTranslations("courseMode");
  const inUse = await getTranslations("countries");
  return (
    <>
      <PlaceFields
        recorded
        fresh={!course}
        countries={countryOptions(countryChoices(cx), locale, {
          inUse: inUse("inUse"),
          others: inUse("others"),
        })}
        venues={venueOptions(cx, course, locale)}
        between={
          <>
            <div className="fields fields-3">
              {readersFirst(locale).map((l) => (
                <TextField
                  key={l}
                  name={placeFields[l]}
                  label={plan("placeIn", { language: localeNames[l] })}
                  optional={plan("optional")}
                />
              ))}
            </div>
            <ChoiceField
              name="mode"
              label={plan("mode")}
              options={courseModes.map((m) => ({ value: m, label: modes(m) }))}
            />
          </>
        }
      />
      <SourceWithNote fact="place" course={course} />
    </>
  );
}
