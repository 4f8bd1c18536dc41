import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { admissionModes, countedBy, courseKinds, courseModes, courseStates } from "../values/courses";
import type { CourseLanguage, Translated } from "../values/languages";
import { flag, instant, isDay, isJson, isOneOf, json, key, translated } from "./columns";
import { modules } from "./curriculum";
import { organisations, persons } from "./people";
import { countries, venues } from "./places";
import { programmes } from "./programmes";

export const courses = sqliteTable(
  "courses",
  {
    id: key(),
    /** Part of the public address; never changes once the course has been open. */
    slug: text().notNull(),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    /** What the leading programme pays where others pay too, in per cent of the whole (1-100); null where nobody said. */
    leadPercent: integer(),
    kind: text({ enum: courseKinds }).notNull(),
    title: translated().notNull(),
    /** True while the title follows kind, tools and place. */
    titleGenerated: flag().notNull().default(true),
    description: translated(),
    /** Title, place, tools and programme in all languages, folded for search. */
    search: text().notNull(),
    country: text()
      .notNull()
      .references(() => countries.code),
    /** Town or region, in the three languages where known. */
    place: translated().notNull(),
    mode: text({ enum: courseModes }).notNull(),
    venueId: integer().references(() => venues.id),
    /** IANA zone of what is agreed on: the sessions. */
    zone: text().notNull(),
    /** Null where the dates are not known; `year` and `datesNote` say what is. */
    startsOn: text(),
    endsOn: text(),
    year: integer(),
    datesNote: translated(),
    /** By what lists of courses are ordered: the first day, or as much of it as is known (`2020-00-00`, `0000-00-00`). */
    listedOn: text()
      .notNull()
      .generatedAlwaysAs(sql`coalesce(starts_on, year || '-00-00', '0000-00-00')`, { mode: "virtual" }),
    /** Last day to apply, or null: until the course begins. */
    applyBy: text(),
    languages: json<CourseLanguage[]>().notNull(),
    capacity: integer().notNull(),
    /** It takes place only if so many people have a place by a day, on which a coordinator decides; both null where it takes place in any case. */
    minimumPeople: integer(),
    decideBy: text(),
    /** When a coordinator said that it takes place; null before. */
    confirmedAt: instant(),
    /** The day to decide by on which its coordinators were asked by mail last, so that they are asked once. */
    askedForDay: text(),
    admission: text({ enum: admissionModes }).notNull().default("selection"),
    countedBy: text({ enum: countedBy }).notNull().default("people"),
    state: text({ enum: courseStates }).notNull().default("draft"),
    stateReason: text(),
    /** Per cent of the planned minutes. */
    minAttendance: integer().notNull(),
    /** Per cent, or null: no post-test asked for. */
    minPostTest: integer(),
    microTeaching: flag().notNull(),
    /** True: sessions at which somebody was excused are left out of their planned minutes; false: they count as missed. */
    excusedLeftOut: flag().notNull().default(false),
    /** True: sessions before somebody joined count as missed; false: counting begins with the first one after joining. */
    joinersFromStart: flag().notNull().default(false),
    /** What it costs the participant, in the coordinator's words. */
    costs: translated(),
    /** Who signs certificates: name and function. */
    signatories: json<{ name: string; role: Translated }[]>().notNull(),
    /** The trainer whose own workshop it is: they edit its plan, register people and end it; null where a coordinator planned it. */
    scheduledBy: integer().references(() => persons.id),
    /** Since when it counts and may be public: as it was made, or as a coordinator approved it; null while a trainer's workshop awaits that. */
    approvedAt: instant(),
    /** The coordinator who approved it; null where nobody had to. */
    approvedBy: integer().references(() => persons.id),
    /** The expected number as a coordinator last approved it, for what was approved to be compared with; null where none did. */
    approvedCapacity: integer(),
    /** Where the trainer's own change ended the last approval: in what the workshop is another one; null where it did not. */
    changedSinceApproval: json<string[]>(),
    /** For whom a workshop is besides the organisations chosen (`courseOrganisations`), in its trainer's words. */
    audience: text(),
    /** True where it was recorded after it had been held. */
    enteredAfterwards: flag().notNull().default(false),
    /** People and rolls are invented for demonstration. */
    fictional: flag().notNull().default(false),
    /** The form that it was made with and what that said, so that pressing twice makes one; null for what came without. */
    formKey: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull().default(0),
    version: integer().notNull().default(1),
    /** Counts changes of the plan and of the dates, not of who comes or of room made for them. */
    planVersion: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("courses_slug").on(t.slug),
    uniqueIndex("courses_form").on(t.formKey).where(sql`form_key is not null`),
    index("courses_state").on(t.state, t.startsOn),
    index("courses_programme").on(t.programmeId, t.startsOn),
    index("courses_ends").on(t.state, t.endsOn),
    // What the public may see of what is to come: few of many.
    index("courses_coming")
      .on(t.startsOn, t.id)
      .where(sql`state in ('open', 'running') and approved_at is not null`),
    index("courses_awaiting").on(t.programmeId, t.startsOn).where(sql`approved_at is null`),
    index("courses_tentative").on(t.decideBy).where(sql`decide_by is not null and confirmed_at is null`),
    index("courses_scheduled").on(t.scheduledBy, t.endsOn).where(sql`scheduled_by is not null`),
    index("courses_venue").on(t.venueId).where(sql`venue_id is not null`),
    index("courses_newest").on(t.listedOn, t.id),
    index("courses_state_newest").on(t.state, t.listedOn, t.id),
    index("courses_programme_newest").on(t.programmeId, t.listedOn, t.id),
    index("courses_programme_state_newest").on(t.programmeId, t.state, t.listedOn, t.id),
    isOneOf("courses_kind", t.kind, courseKinds),
    isOneOf("courses_mode", t.mode, courseModes),
    isOneOf("courses_state_known", t.state, courseStates),
    isOneOf("courses_admission", t.admission, admissionModes),
    isOneOf("courses_counted_by", t.countedBy, countedBy),
    isDay("courses_starts", t.startsOn),
    isDay("courses_ends", t.endsOn),
    isDay("courses_apply_by", t.applyBy),
    isJson("courses_title", t.title),
    isJson("courses_languages", t.languages),
    isJson("courses_signatories", t.signatories),
    check(
      "courses_dates",
      sql`(${t.startsOn} is null) = (${t.endsOn} is null) and (${t.startsOn} is null or ${t.endsOn} >= ${t.startsOn})`,
    ),
    check(
      "courses_apply_in_time",
      sql`${t.applyBy} is null or ${t.endsOn} is null or ${t.applyBy} <= ${t.endsOn}`,
    ),
    check("courses_planned", sql`${t.state} not in ('open', 'running') or ${t.startsOn} is not null`),
    check("courses_cancelled", sql`${t.state} <> 'cancelled' or length(trim(${t.stateReason})) > 0`),
    check("courses_capacity", sql`${t.capacity} between 1 and 1000`),
    check("courses_attendance", sql`${t.minAttendance} between 0 and 100`),
    check("courses_post_test", sql`${t.minPostTest} is null or ${t.minPostTest} between 1 and 100`),
    check("courses_year", sql`${t.year} is null or ${t.year} between 1950 and 2199`),
  ],
);

export const courseModules = sqliteTable(
  "course_modules",
  {
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    moduleId: integer()
      .notNull()
      .references(() => modules.id),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.moduleId] }), index("course_modules_module").on(t.moduleId)],
);

export const courseTrainers = sqliteTable(
  "course_trainers",
  {
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    personId: integer()
      .notNull()
      .references(() => persons.id),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.personId] }), index("course_trainers_person").on(t.personId)],
);

/** The cooperatives and other organisations for which a workshop is planned; who came is said by its registrations. */
export const courseOrganisations = sqliteTable(
  "course_organisations",
  {
    courseId: integer()
      .notNull()
      .references(() => courses.id, { onDelete: "cascade" }),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.organisationId] }),
    index("course_organisations_organisation").on(t.organisationId),
  ],
);
