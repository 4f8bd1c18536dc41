import { getLocale, getTranslations } from "next-intl/server";
import type { Values } from "@/app/_actions/readPost";
import { countryOptions } from "@/app/_ui/countryOptions";
import { CheckField, ChoiceField, SelectField } from "@/app/_ui/form/choices";
import { Submit, TextArea, TextField } from "@/app/_ui/form/fields";
import { withReady } from "@/app/_ui/form/withReady";
import { Notice } from "@/app/_ui/Notice";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { mostQuestions, mostSignatories, questionRows, signatoryRows } from "@/lib/courses/rows";
import { admissionModes, courseKinds, courseModes } from "@/lib/courses/rules";
import { placeFields } from "@/lib/courses/schema";
import { toolCatalogue } from "@/lib/curriculum/queries";
import { moduleName, modulesOffered } from "@/lib/curriculum/rules";
import { countryName, languageName } from "@/lib/i18n/format";
import {
  courseLanguages,
  localeNames,
  readersFirst,
  shownIn,
  type Translated,
  textFor,
} from "@/lib/i18n/rules";
import { countryChoices, countryList, venueList } from "@/lib/places/queries";
import { programmeList } from "@/lib/programmes/queries";
import { stillOffered } from "@/lib/programmes/rules";
import { trainersOf } from "@/lib/trainers/queries";
import { newQuestion, newSignatory } from "./newRows";
import { PlaceFields } from "./PlaceFields";
import { QuestionRows, SignatoryRows } from "./PlanRows";
import { TitleFields } from "./TitleFields";

/** Of so many programmes the trainers are offered together; whoever has more chooses the programme first. */
export const programmesTogether = 5;

/** Every field of a course's plan, in the order in which people plan. */
export async function CourseFields({
  cx,
  send,
  course,
  programmeId,
}: {
  cx: Context;
  send: string;
  /** The course whose plan is changed, or nothing for a new one: what it has is offered, retired or not. */
  course?: Course;
  /** The programme that was chosen beforehand, where the viewer has more than are offered together. */
  programmeId?: number;
}) {
  const locale = await getLocale();
  const t = await getTranslations("plan");
  const kinds = await getTranslations("courseKind");
  const modes = await getTranslations("courseMode");
  const admissions = await getTranslations("admissionMode");
  const inUse = await getTranslations("countries");
  const all = programmeList(cx, gate.reach(cx, "course.create"));
  const together = all.length <= programmesTogether;
  const programmes =
    together || course || programmeId === undefined ? all : all.filter((p) => p.id === programmeId);
  const concerned = together ? all.map((p) => p.id) : [course?.programmeId ?? programmeId ?? 0];
  const zones = new Map(countryList(cx).map((c) => [c.code, c.zone]));
  const venues = stillOffered(venueList(cx), [course?.venueId ?? null]);
  const taught = new Set(course?.tools.flatMap((tool) => tool.modules.map((m) => m.id)));
  const tools = modulesOffered(toolCatalogue(cx), taught);
  // Who trains in the course already can stay, also after their role in the programme has ended.
  const trainers = [
    ...new Map(
      [...trainersOf(cx, gate.planningIn(cx, concerned)), ...(course?.trainers ?? [])].map((p) => [
        p.id,
        p.name,
      ]),
    ),
  ];
  const optional = t("optional");
  const say = (text: Translated) => shownIn(text, locale);
  return (
    <>
      <section className="grid gap-5">
        <h2>{t("what")}</h2>
        <SelectField
          name="programmeId"
          label={t("programme")}
          empty={course || programmes.length === 1 ? undefined : t("whichProgramme")}
          options={programmes.map((p) => ({ value: String(p.id), label: p.code }))}
        />
        <ChoiceField
          name="kind"
          label={t("kind")}
          options={courseKinds.map((k) => ({ value: k, label: kinds(k) }))}
        />
        {tools.some((tool) => tool.versions.some((version) => version.modules.length > 0)) ? null : (
          <Notice tone="attention" title={t("noTools")}>
            <a href="/desk/tools">{t("toTools")}</a>
          </Notice>
        )}
        <ChoiceField
          name="moduleIds"
          many
          columns
          label={t("modules")}
          hint={t("modulesHint")}
          options={tools.flatMap((tool) =>
            tool.versions.flatMap((version) =>
              version.modules.map((m) => ({
                value: String(m.id),
                label: moduleName(m, say(m.title)),
                group: [
                  say(tool.title),
                  version.country
                    ? countryName(version.country, locale)
                    : t("version", { label: version.label }),
                ].join(" · "),
              })),
            ),
          )}
        />
        <TitleFields />
        <TextArea
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          optional={optional}
          rows={4}
        />
      </section>
      <section className="grid gap-5">
        <h2>{t("where")}</h2>
        <PlaceFields
          fresh={!course}
          countries={countryOptions(countryChoices(cx), locale, {
            inUse: inUse("inUse"),
            others: inUse("others"),
          }).map((option) => ({ ...option, zone: zones.get(option.value) ?? "" }))}
          venues={venues.map((v) => ({
            value: String(v.id),
            label: v.name,
            group: countryName(v.country, locale),
            country: v.country,
          }))}
          between={
            <>
              <div className="grid gap-5 sm:grid-cols-3">
                {readersFirst(locale).map((l) => (
                  <TextField
                    key={l}
                    name={placeFields[l]}
                    label={t("placeIn", { language: localeNames[l] })}
                    optional={l === locale ? undefined : optional}
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
      <section className="grid gap-5">
        <h2>{t("when")}</h2>
        <p className="quiet">{t("datesHint")}</p>
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField name="startsOn" type="date" label={t("startsOn")} />
          <TextField name="endsOn" type="date" label={t("endsOn")} />
          <TextField name="applyBy" type="date" label={t("applyBy")} optional={optional} />
        </div>
      </section>
      <section className="grid gap-5">
        <h2>{t("who")}</h2>
        <ChoiceField
          name="languages"
          many
          columns
          label={t("languages")}
          options={courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) }))}
        />
        <TextField
          name="capacity"
          inputMode="numeric"
          label={t("capacity")}
          hint={t("capacityHint")}
          dir="ltr"
        />
        <ChoiceField
          name="admission"
          label={t("admission")}
          options={admissionModes.map((m) => ({ value: m, label: admissions(m) }))}
        />
        {trainers.length > 0 ? (
          <ChoiceField
            name="trainerIds"
            many
            columns
            label={t("trainers")}
            options={trainers.map(([id, name]) => ({ value: String(id), label: name }))}
          />
        ) : (
          <p className="quiet">{t("noTrainers")}</p>
        )}
        <TextArea name="costs" label={t("costs")} optional={optional} rows={2} />
        <div className="grid gap-3">
          <h3>{t("questions")}</h3>
          <p className="quiet">{t("questionsHint")}</p>
          <QuestionRows />
        </div>
      </section>
      <section className="grid gap-5">
        <h2>{t("completion")}</h2>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="minAttendance" inputMode="numeric" label={t("minAttendance")} dir="ltr" />
          <TextField
            name="minPostTest"
            inputMode="numeric"
            label={t("minPostTest")}
            hint={t("minPostTestHint")}
            optional={optional}
            dir="ltr"
          />
        </div>
        <CheckField name="microTeaching" label={t("microTeaching")} />
        <CheckField name="excusedLeftOut" label={t("excusedLeftOut")} hint={t("excusedLeftOutHint")} />
        <CheckField name="joinersFromStart" label={t("joinersFromStart")} hint={t("joinersFromStartHint")} />
        <div className="grid gap-3">
          <h3>{t("signatories")}</h3>
          <p className="quiet">{t("signatoriesHint")}</p>
          <SignatoryRows />
        </div>
      </section>
      <div>
        <Submit busy={t("saving")}>{send}</Submit>
      </div>
    </>
  );
}

/** Questions and signatories as their rows hold them, with empty ones for what is added. */
export const listDefaults = (
  questions: Course["questions"] = [],
  signatories: Course["signatories"] = [],
) => ({
  questions: withReady(
    questionRows(questions).map((q) => ({ ...q, options: q.options.join("\n") })),
    newQuestion,
    Math.min(2, mostQuestions - questions.length),
  ),
  signatories: withReady(signatoryRows(signatories), newSignatory, mostSignatories - signatories.length),
});

/** A course's plan as its fields hold it. */
export function courseDefaults(course: Course): Values {
  const own = course.title.own;
  const text = (value: Course["costs"]) => textFor(value, own);
  return {
    version: String(course.version),
    programmeId: String(course.programmeId),
    kind: course.kind,
    moduleIds: course.tools.flatMap((tool) => tool.modules.map((m) => String(m.id))),
    titleEn: course.titleGenerated ? "" : (course.title.en ?? ""),
    titleFr: course.titleGenerated ? "" : (course.title.fr ?? ""),
    titleAr: course.titleGenerated ? "" : (course.title.ar ?? ""),
    ownLanguage: own,
    description: text(course.description),
    country: course.country,
    placeEn: course.place.en ?? "",
    placeFr: course.place.fr ?? "",
    placeAr: course.place.ar ?? "",
    mode: course.mode,
    venueId: course.venueId === null ? "" : String(course.venueId),
    zone: course.zone,
    startsOn: course.startsOn ?? "",
    endsOn: course.endsOn ?? "",
    applyBy: course.applyBy ?? "",
    languages: course.languages,
    capacity: String(course.capacity),
    admission: course.admission,
    trainerIds: course.trainers.map((p) => String(p.id)),
    costs: text(course.costs),
    ...listDefaults(course.questions, course.signatories),
    minAttendance: String(course.minAttendance),
    minPostTest: course.minPostTest === null ? "" : String(course.minPostTest),
    microTeaching: course.microTeaching,
    excusedLeftOut: course.excusedLeftOut,
    joinersFromStart: course.joinersFromStart,
  };
}
