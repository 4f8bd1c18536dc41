import { getLocale, getTranslations } from "next-intl/server";
import { countryOptions } from "@/app/_ui/countryOptions";
import { ChoiceField, SelectField } from "@/app/_ui/form/choices";
import { Submit, TextField } from "@/app/_ui/form/fields";
import { MoreMessages } from "@/app/_ui/MoreMessages";
import { Notice } from "@/app/_ui/Notice";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import type { Course } from "@/lib/courses/queries";
import { toolCatalogue } from "@/lib/curriculum/queries";
import { moduleName, modulesOffered } from "@/lib/curriculum/rules";
import { countryName, hours, languageName, list } from "@/lib/i18n/format";
import { courseLanguages, isolate, type Locale, shownIn, type Translated, textFor } from "@/lib/i18n/rules";
import { countryChoices, countryList, venueList } from "@/lib/places/queries";
import { stillOffered } from "@/lib/programmes/rules";
import type { Session } from "@/lib/timetable/queries";
import { hoursOf, isUntouched } from "@/lib/timetable/rules/sessions";
import { trainersOf } from "@/lib/trainers/queries";
import { PlaceFields } from "../courses/PlaceFields";
import { Steps } from "./Steps";
import { type OfferedTool, ToolFields } from "./ToolFields";

/** Every field of a trainer's workshop, in four steps of one form. */
export async function WorkshopFields({
  cx,
  programmes,
  send,
  note,
  today,
  course,
  withHours = true,
}: {
  cx: Context;
  /** Programmes to choose from; of one alone nothing is asked. */
  programmes: readonly { id: number; code: string }[];
  send: string;
  /** What happens when it is sent. */
  note: string | null;
  today: string;
  /** The workshop whose plan is changed, or nothing for a new one. */
  course?: Course;
  /** False where its timetable no longer follows the plan. */
  withHours?: boolean;
}) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("workshop");
  const plan = await getTranslations("plan");
  const tools = await getTranslations("tools");
  const inUse = await getTranslations("countries");
  const say = (text: Translated) => shownIn(text, locale);
  const taught = new Set(course?.tools.flatMap((tool) => tool.modules.map((m) => m.id)));
  const offered = modulesOffered(toolCatalogue(cx), taught).flatMap((tool) =>
    tool.versions.map((version): OfferedTool => {
      const name = say(tool.title);
      const several = tool.versions.length > 1;
      const where = version.country
        ? tools("variant", { country: countryName(version.country, locale) })
        : several
          ? plan("version", { label: version.label })
          : "";
      const minutes = version.modules.reduce((sum, m) => sum + m.minutes, 0);
      return {
        id: String(version.id),
        title: name,
        name: where ? `${isolate(name, locale)} (${where})` : name,
        note: [
          where,
          hours(minutes, locale),
          list(version.modules.map((m) => m.code).filter(Boolean), locale),
        ]
          .filter(Boolean)
          .join(" · "),
        modules: version.modules.map((m) => ({
          id: String(m.id),
          name: `${moduleName(m, say(m.title))} · ${hours(m.minutes, locale)}`,
        })),
      };
    }),
  );
  const own = course?.scheduledBy ?? cx.viewer.personId;
  const others = [
    ...new Map(
      [
        ...trainersOf(
          cx,
          gate.planningIn(
            cx,
            programmes.map((p) => p.id),
          ),
        ),
        ...(course?.trainers ?? []),
      ]
        .filter((p) => p.id !== own)
        .map((p) => [p.id, p.name]),
    ),
  ];
  const zones = new Map(countryList(cx).map((c) => [c.code, c.zone]));
  const venues = stillOffered(venueList(cx), [course?.venueId ?? null]);
  const countries = countryOptions(countryChoices(cx), locale, {
    inUse: inUse("inUse"),
    others: inUse("others"),
  }).map((option) => ({ ...option, zone: zones.get(option.value) ?? "" }));
  const optional = t("optional");
  return (
    <MoreMessages of={["workshop"]}>
      <Steps
        today={today}
        names={{
          wholeIds: Object.fromEntries(offered.map((tool) => [tool.id, tool.name])),
          // A tool of one module is read back by its own name.
          moduleIds: Object.fromEntries(
            offered.flatMap((tool) =>
              tool.modules.map((m) => [m.id, tool.modules.length === 1 ? tool.name : m.name]),
            ),
          ),
          wholeOf: Object.fromEntries(offered.flatMap((tool) => tool.modules.map((m) => [m.id, tool.id]))),
          country: Object.fromEntries(countries.map((c) => [c.value, c.label])),
          venueId: Object.fromEntries(venues.map((v) => [String(v.id), v.name])),
          languages: Object.fromEntries(courseLanguages.map((l) => [l, languageName(l, locale)])),
          trainerIds: Object.fromEntries(others.map(([id, name]) => [String(id), name])),
        }}
        sections={{
          what: (
            <>
              {programmes.length > 1 && !course ? (
                <SelectField
                  name="programmeId"
                  label={t("programme")}
                  options={programmes.map((p) => ({ value: String(p.id), label: p.code }))}
                />
              ) : null}
              <ToolFields tools={offered} />
            </>
          ),
          where: (
            <>
              <div className="grid gap-5 sm:grid-cols-2">
                <TextField name="startsOn" type="date" label={t("startsOn")} />
                <TextField
                  name="endsOn"
                  type="date"
                  label={t("endsOn")}
                  hint={t("endsOnHint")}
                  optional={optional}
                />
              </div>
              <TextField name="place" label={t("place")} hint={t("placeHint")} />
              {withHours ? (
                <details>
                  <summary className="min-h-11 content-center">{t("hours")}</summary>
                  <div className="grid gap-5 grid-cols-2 mt-2">
                    <TextField name="startsAt" type="time" label={t("startsAt")} dir="ltr" />
                    <TextField name="endsAt" type="time" label={t("endsAt")} dir="ltr" />
                    <TextField name="breakFrom" type="time" label={t("breakFrom")} dir="ltr" />
                    <TextField name="breakMinutes" inputMode="numeric" label={t("breakMinutes")} dir="ltr" />
                  </div>
                </details>
              ) : (
                <p className="quiet">{t("hoursByHand")}</p>
              )}
              <details>
                <summary className="min-h-11 content-center">{t("countryAndVenue")}</summary>
                <div className="grid gap-5 mt-2">
                  <PlaceFields
                    countries={countries}
                    venues={venues.map((v) => ({
                      value: String(v.id),
                      label: v.name,
                      group: countryName(v.country, locale),
                      country: v.country,
                    }))}
                    between={null}
                  />
                </div>
              </details>
            </>
          ),
          who: (
            <>
              <TextField name="audience" label={t("audience")} hint={t("audienceHint")} optional={optional} />
              <TextField name="capacity" inputMode="numeric" label={t("capacity")} dir="ltr" />
              <ChoiceField
                name="languages"
                many
                columns
                label={t("languages")}
                options={courseLanguages.map((l) => ({ value: l, label: languageName(l, locale) }))}
              />
              {others.length > 0 ? (
                <ChoiceField
                  name="trainerIds"
                  many
                  columns
                  label={t("trainers")}
                  hint={t("trainersHint")}
                  optional={optional}
                  options={others.map(([id, name]) => ({ value: String(id), label: name }))}
                />
              ) : null}
            </>
          ),
        }}
        send={
          <>
            {note ? <Notice>{note}</Notice> : null}
            <div className="grid sm:justify-start">
              <Submit busy={t("saving")}>{send}</Submit>
            </div>
          </>
        }
      />
    </MoreMessages>
  );
}

/** A workshop's plan as its fields hold it, and whether its timetable still follows it. */
export function workshopDefaults(course: Course, sessions: readonly Session[]) {
  const own = course.title.own;
  const shown = hoursOf(sessions);
  const withHours = shown !== null && isUntouched(sessions) && sessions.every((s) => s.entries === 0);
  return {
    withHours,
    defaults: {
      version: String(course.version),
      moduleIds: course.tools.flatMap((tool) => tool.modules.map((m) => String(m.id))),
      country: course.country,
      place: textFor(course.place, own),
      venueId: course.venueId === null ? "" : String(course.venueId),
      zone: course.zone,
      startsOn: course.startsOn ?? "",
      endsOn: course.endsOn === course.startsOn ? "" : (course.endsOn ?? ""),
      audience: course.audience ?? "",
      capacity: String(course.capacity),
      languages: course.languages,
      trainerIds: course.trainers.filter((p) => p.id !== course.scheduledBy).map((p) => String(p.id)),
      ...(withHours ? { ...shown, breakMinutes: String(shown.breakMinutes) } : {}),
    },
  };
}
