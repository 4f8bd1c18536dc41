import { getLocale, getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/app/_ui/form/fields";
import type { Course } from "@/lib/courses/queries";
import { type FactKind, sourceKinds } from "@/lib/courses/rules";
import { localeNames, readersFirst } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import { factNoteField, factSourceField } from "@/lib/records/rules";

/** What a fact can rest on, to choose from. */
export async function sourceOptions() {
  const t = await getTranslations("record");
  return sourceKinds.map((s) => ({ value: s, label: t(`sources.${s}`) }));
}

/** What a fact rests on. */
async function Source({ fact }: { fact: FactKind }) {
  const t = await getTranslations("recordForm");
  const plan = await getTranslations("plan");
  const record = await getTranslations("record");
  return (
    <SelectField
      name={factSourceField(fact)}
      label={t("sourceOf", { what: record(`facts.${fact}`) })}
      optional={plan("optional")}
      empty={t("notSaid")}
      options={await sourceOptions()}
    />
  );
}

/** What is said of a fact in words, in each language. */
async function Notes({ fact, label }: { fact: FactKind; label: (language: string) => string }) {
  const locale = await getLocale();
  const plan = await getTranslations("plan");
  return (
    <div className="fields fields-3">
      {readersFirst(locale).map((l) => (
        <TextField
          key={l}
          name={fieldIn(factNoteField(fact), l)}
          label={label(localeNames[l])}
          optional={plan("optional")}
        />
      ))}
    </div>
  );
}

/** A fact that is said in words alone, with what it rests on. */
export function FactInWords(props: { fact: FactKind; label: (language: string) => string }) {
  return (
    <div className="grid gap-2">
      <Notes {...props} />
      <Source fact={props.fact} />
    </div>
  );
}

/** What a fact of the fields above rests on, with a note folded away. */
export async function SourceWithNote({ fact, course }: { fact: FactKind; course: Course | undefined }) {
  const t = await getTranslations("recordForm");
  const record = await getTranslations("record");
  const what = record(`facts.${fact}`);
  return (
    <div className="grid gap-2">
      <Source fact={fact} />
      <details open={course?.facts.some((f) => f.fact === fact && f.note) ?? false}>
        <summary className="min-h-11 content-center">{t("noteOn", { what })}</summary>
        <div className="mt-2">
          <Notes fact={fact} label={(language) => t("noteIn", { what, language })} />
        </div>
      </details>
    </div>
  );
}
