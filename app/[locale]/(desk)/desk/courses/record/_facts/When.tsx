import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { DayField } from "@/app/_ui/form/days";
import { TextField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { localeNames, readersFirst } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import { FactInWords, SourceWithNote } from "./Sources";

/** When a recorded course was held, as far as that is known, and how long it was. */
export async function When({ course }: { course: Course | undefined }) {
  const locale = await getLocale();
  const t = await getTranslations("recordForm");
  const plan = await getTranslations("plan");
  const optional = plan("optional");
  return (
    <>
      <p className="quiet">
        {t("whenHint")} {t("toCome")}{" "}
        <Link href="/desk/courses/new" prefetch={false}>
          {t("planInstead")}
        </Link>
      </p>
      <div className="fields fields-3">
        <DayField name="startsOn" label={plan("startsOn")} optional={optional} />
        <DayField name="endsOn" near="startsOn" label={plan("endsOn")} optional={optional} />
        <TextField name="year" inputMode="numeric" dir="ltr" label={t("year")} optional={optional} />
      </div>
      <div className="grid gap-2">
        <p className="quiet">{t("datesNoteHint")}</p>
        <div className="fields fields-3">
          {readersFirst(locale).map((l) => (
            <TextField
              key={l}
              name={fieldIn("datesNote", l)}
              label={t("datesNoteIn", { language: localeNames[l] })}
              optional={optional}
            />
          ))}
        </div>
      </div>
      <SourceWithNote fact="dates" course={course} />
      <FactInWords fact="length" label={(language) => t("lengthIn", { language })} />
    </>
  );
}
