import { getLocale, getTranslations } from "next-intl/server";
import { Hidden, SelectField, Submit, TextField } from "@/app/_ui/form/fields";
import { Notice } from "@/app/_ui/kit/Notice";
import { Written } from "@/app/_ui/Written";
import type { Course } from "@/lib/courses/queries";
import type { Group } from "@/lib/groups/queries";
import { languageName, list } from "@/lib/i18n/format";
import { dotBetween, nameInSentence, type PersonsNames } from "@/lib/i18n/rules";
import { venueAndTown } from "../timetable/venueAndTown";
import { GroupDeleteForm, GroupForm } from "./forms";

type Venue = { id: number; name: string; town: string | null };

/** The groups of a course, each with how many people and sessions are of it, and the forms that change it. */
export async function GroupList({
  course,
  groups,
  venues,
  asked,
}: {
  course: Course;
  groups: readonly Group[];
  venues: readonly Venue[];
  /** Trainers who were asked for one of them and have not answered. */
  asked: readonly (PersonsNames & { groupId: number | null })[];
}) {
  const t = await getTranslations("groups");
  const locale = await getLocale();
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {groups.map((group) => (
        <li key={group.id} className="card grid gap-2 content-start" id={`group-${group.id}`}>
          <h2 className="text-base">
            <Written>{group.name}</Written>
          </h2>
          <p className="quiet">
            {[
              group.language ? languageName(group.language, locale) : null,
              ...venues.flatMap((venue) => (venue.id === group.venueId ? [venue.name] : [])),
              t("people", { count: group.people }),
              t("sessions", { count: group.sessions }),
            ]
              .filter(Boolean)
              .join(dotBetween)}
          </p>
          {group.people === 0 && group.sessions > 0 ? (
            <Notice tone="attention">{t("nobodyIn")}</Notice>
          ) : null}
          <details>
            <summary className="min-h-11 content-center font-semibold">
              {t("change")}
              <span className="sr-only">
                {" "}
                <Written>{group.name}</Written>
              </span>
            </summary>
            <div className="grid gap-4 mt-2">
              <GroupFields course={course} group={group} venues={venues} />
              <GroupDeleteForm className="grid gap-2" label={t("deleteOf", { group: group.name })}>
                <Hidden name="courseId" value={course.id} />
                <Hidden name="groupId" value={group.id} />
                <Hidden name="people" value={group.people} />
                {group.people > 0 ? (
                  <p className="quiet">{t("deleteMeans", { count: group.people })}</p>
                ) : null}
                <AskedFor people={asked.filter(({ groupId }) => groupId === group.id)} />
                <div>
                  <Submit tone="stop" busy={t("saving")}>
                    {t("delete")}
                  </Submit>
                </div>
              </GroupDeleteForm>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Whose request is taken back where a group is deleted. */
async function AskedFor({ people }: { people: readonly PersonsNames[] }) {
  const t = await getTranslations("groups");
  const locale = await getLocale();
  const names = list(
    people.map((person) => nameInSentence(person, locale)),
    locale,
  );
  return people.length > 0 ? <p className="quiet">{t("askedFor", { count: people.length, names })}</p> : null;
}

/** What a group is called and in which language it is taught: of a new one, or of the one that is changed. */
export async function GroupFields({
  course,
  group,
  venues,
}: {
  course: Course;
  group: Group | null;
  /** Where it may have its place, beside where the course is. */
  venues: readonly Venue[];
}) {
  const o = await getTranslations("online");
  const t = await getTranslations("groups");
  const locale = await getLocale();
  // In a course that is held in one language, it tells no group from another.
  const languages = [...new Set([...course.languages, ...(group?.language ? [group.language] : [])])];
  return (
    <GroupForm
      className="grid gap-4"
      label={group ? t("changeOf", { group: group.name }) : t("add")}
      done={group ? t("saved") : t("added")}
      resets={group === null}
      defaults={
        group
          ? {
              ...{ version: String(group.version), name: group.name, language: group.language ?? "" },
              venueId: group.venueId === null ? "" : String(group.venueId),
            }
          : {}
      }
    >
      <Hidden name="courseId" value={course.id} />
      {group ? <Hidden name="groupId" value={group.id} /> : null}
      <TextField name="name" label={t("name")} hint={group ? undefined : t("nameHint")} />
      {languages.length > 1 ? (
        <SelectField
          name="language"
          label={t("language")}
          empty={t("anyLanguage")}
          options={languages.map((code) => ({ value: code, label: languageName(code, locale) }))}
        />
      ) : null}
      {venues.length > 0 ? (
        <SelectField
          name="venueId"
          label={o("groupPlace")}
          hint={o("groupPlaceHint")}
          empty={o("asCourse")}
          options={venues.map(({ id, name, town }) => ({
            value: String(id),
            label: venueAndTown(name, town),
          }))}
        />
      ) : null}
      <div>
        <Submit tone={group ? "quiet" : "main"} busy={t("saving")}>
          {group ? t("save") : t("addNow")}
        </Submit>
      </div>
    </GroupForm>
  );
}
