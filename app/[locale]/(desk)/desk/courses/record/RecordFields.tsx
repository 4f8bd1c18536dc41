import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { countryOptions } from "@/app/_ui/countryOptions";
import { ChoiceField, SelectField } from "@/app/_ui/form/choices";
import { Submit, TextArea, TextField } from "@/app/_ui/form/fields";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import {
  courseKinds,
  courseModes,
  type FactKind,
  headcountGroups,
  headcountMeasures,
  sourceKinds,
} from "@/lib/courses/rules";
import { placeFields } from "@/lib/courses/schema";
import { toolCatalogue } from "@/lib/curriculum/queries";
import { moduleName, modulesOffered } from "@/lib/curriculum/rules";
import { countryName, languageName } from "@/lib/i18n/format";
import { courseLanguages, localeNames, readersFirst, shownIn, type Translated } from "@/lib/i18n/rules";
import { fieldIn } from "@/lib/languageFields";
import { countryChoices, venueList } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { stillOffered } from "@/lib/programmes/rules";
import {
  countField,
  countSourceField,
  factNoteField,
  factSourceField,
  type Group,
  type Measure,
} from "@/lib/records/rules";
import { PlaceFields } from "../PlaceFields";
import { TitleFields } from "../TitleFields";

/** Every field of a recorded course. Each fact has what it rests on beside it; people are never asked for by name. */
export async function RecordFields({
  cx,
  send,
  course,
}: {
  cx: Context;
  send: string;
  /** The course whose record is corrected, or nothing for a new one: what it has is offered, retired or not. */
  course?: Course;
}) {
  const locale = await getLocale();
  const t = await getTranslations("recordForm");
  const plan = await getTranslations("plan");
  const record = await getTranslations("record");
  const kinds = await getTranslations("courseKind");
  const modes = await getTranslations("courseMode");
  const inUse = await getTranslations("countries");
  const programmes = programmeList(cx, gate.reach(cx, "course.create"));
  const venues = stillOffered(venueList(cx), [course?.venueId ?? null]);
  const taught = new Set(course?.tools.flatMap((tool) => tool.modules.map((m) => m.id)));
  const tools = modulesOffered(toolCatalogue(cx), taught);
  const optional = plan("optional");
  const say = (text: Translated) => shownIn(text, locale);
  const sources = sourceKinds.map((s) => ({ value: s, label: record(`sources.${s}`) }));
  const noted = (fact: FactKind) => course?.facts.some((f) => f.fact === fact && f.note) ?? false;
  const notes = (fact: FactKind, label: (language: string) => string) => (
    <div className="grid gap-5 sm:grid-cols-3 items-end">
      {readersFirst(locale).map((l) => (
        <TextField
          key={l}
          name={fieldIn(factNoteField(fact), l)}
          label={label(localeNames[l])}
          optional={optional}
        />
      ))}
    </div>
  );
  const source = (fact: FactKind) => (
    <SelectField
      name={factSourceField(fact)}
      label={t("sourceOf", { what: record(`facts.${fact}`) })}
      optional={optional}
      empty={t("notSaid")}
      options={sources}
    />
  );
  /** What a fact of the fields above rests on, with a note folded away. */
  const sourceWithNote = (fact: FactKind) => (
    <div className="grid gap-2">
      {source(fact)}
      <details open={noted(fact)}>
        <summary className="min-h-11 content-center">
          {t("noteOn", { what: record(`facts.${fact}`) })}
        </summary>
        <div className="mt-2">
          {notes(fact, (language) => t("noteIn", { what: record(`facts.${fact}`), language }))}
        </div>
      </details>
    </div>
  );
  const countLabel = (measure: Measure, group: Group) =>
    t("countOf", { measure: record(`measure.${measure}`), group: record(`grouping.${group}`) });
  return (
    <>
      <section className="grid gap-5">
        <h2>{plan("what")}</h2>
        <SelectField
          name="programmeId"
          label={plan("programme")}
          empty={course || programmes.length === 1 ? undefined : plan("whichProgramme")}
          options={programmes.map((p) => ({ value: String(p.id), label: p.code }))}
        />
        <ChoiceField
          name="kind"
          label={plan("kind")}
          options={courseKinds.map((k) => ({ value: k, label: kinds(k) }))}
        />
        <ChoiceField
          name="moduleIds"
          many
          columns
          label={plan("modules")}
          hint={t("modulesHint")}
          optional={optional}
          options={tools.flatMap((tool) =>
            tool.versions.flatMap((version) =>
              version.modules.map((m) => ({
                value: String(m.id),
                label: moduleName(m, say(m.title)),
                group: [
                  say(tool.title),
                  version.country
                    ? countryName(version.country, locale)
                    : plan("version", { label: version.label }),
                ].join(" · "),
              })),
            ),
          )}
        />
        {sourceWithNote("tools")}
        <TitleFields open={course !== undefined && !course.titleGenerated} />
        <TextArea
          name="description"
          label={t("description")}
          hint={plan("descriptionHint")}
          optional={optional}
          rows={4}
        />
      </section>
      <section className="grid gap-5">
        <h2>{plan("where")}</h2>
        <PlaceFields
          recorded
          fresh={!course}
          countries={countryOptions(countryChoices(cx), locale, {
            inUse: inUse("inUse"),
            others: inUse("others"),
          })}
          venues={venues.map((v) => ({
            value: String(v.id),
            label: v.name,
            group: countryName(v.country, locale),
            country: v.country,
          }))}
          between={
            <>
              <div className="grid gap-5 sm:grid-cols-3 items-end">
                {readersFirst(locale).map((l) => (
                  <TextField
                    key={l}
                    name={placeFields[l]}
                    label={plan("placeIn", { language: localeNames[l] })}
                    optional={optional}
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
        {sourceWithNote("place")}
      </section>
      <section className="grid gap-5">
        <h2>{plan("when")}</h2>
        <p className="quiet">
          {t("whenHint")} {t("toCome")}{" "}
          <Link href="/desk/courses/new" prefetch={false}>
            {t("planInstead")}
          </Link>
        </p>
        <div className="grid gap-5 sm:grid-cols-3 items-end">
          <TextField name="startsOn" type="date" label={plan("startsOn")} optional={optional} />
          <TextField name="endsOn" type="date" label={plan("endsOn")} optional={optional} />
          <TextField name="year" inputMode="numeric" dir="ltr" label={t("year")} optional={optional} />
        </div>
        <div className="grid gap-2">
          <p className="quiet">{t("datesNoteHint")}</p>
          <div className="grid gap-5 sm:grid-cols-3 items-end">
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
        {sourceWithNote("dates")}
        <div className="grid gap-2">
          {notes("length", (language) => t("lengthIn", { language }))}
          {source("length")}
        </div>
      </section>
      <section className="grid gap-5">
        <h2>{plan("who")}</h2>
        <ChoiceField
          name="languages"
          many
          columns
          label={plan("languages")}
          optional={optional}
          options={courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) }))}
        />
        {sourceWithNote("language")}
        <div className="grid gap-2">
          {notes("partners", (language) => t("partnersIn", { language }))}
          {source("partners")}
        </div>
      </section>
      <section className="grid gap-5">
        <h2>{t("numbers")}</h2>
        <p className="quiet">{t("numbersHint")}</p>
        {headcountMeasures.map((measure) => (
          <div key={measure} className="card grid gap-4">
            {headcountGroups.map((group) => (
              <div key={group} className="grid gap-3 grid-cols-2 items-end">
                <TextField
                  name={countField(measure, group)}
                  inputMode="numeric"
                  dir="ltr"
                  label={countLabel(measure, group)}
                />
                <SelectField
                  name={countSourceField(measure, group)}
                  label={t("sourceOf", { what: countLabel(measure, group) })}
                  empty={t(group === "total" ? "notSaid" : "asTotal")}
                  options={sources}
                />
              </div>
            ))}
          </div>
        ))}
        {sourceWithNote("headcount")}
      </section>
      <div>
        <Submit busy={plan("saving")}>{send}</Submit>
      </div>
    </>
  );
}
