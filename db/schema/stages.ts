import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { type Gates, gatePresets, type Rubric, stageAwaits, stageEventKinds, stages } from "../values/stages";
import { certificates } from "./certificates";
import { flag, instant, isDay, isFilled, isJson, isOneOf, json, key } from "./columns";
import { courses } from "./courses";
import { modules, tools } from "./curriculum";
import { persons } from "./people";
import { programmes } from "./programmes";
import { registrations } from "./registrations";

/**
 * Earlier learning: a module that somebody completed where no course here says so, recognised on evidence. Only added to and
 * taken back, which triggers hold.
 */
export const recognisedLearning = sqliteTable(
  "recognised_learning",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    /** In whichever version it is named; it counts for the tool's module of that code. */
    moduleId: integer()
      .notNull()
      .references(() => modules.id),
    /** In whose scope it was recognised; it counts everywhere. */
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    /** Civil day on which it was learnt, as the evidence says; null where that is not known. */
    day: text(),
    /** What it was recognised by: a document, a list, somebody's word. */
    evidence: text().notNull(),
    recognisedBy: integer().references(() => persons.id),
    recognisedAt: instant().notNull(),
    takenBackAt: instant(),
    takenBackBy: integer().references(() => persons.id),
    takenBackReason: text(),
  },
  (t) => [
    uniqueIndex("recognised_learning_once")
      .on(t.personId, t.moduleId, t.programmeId)
      .where(sql`taken_back_at is null`),
    index("recognised_learning_person").on(t.personId),
    isDay("recognised_learning_day", t.day),
    isFilled("recognised_learning_evidence", t.evidence, 500),
    check("recognised_learning_taken_back", sql`(${t.takenBackAt} is null) = (${t.takenBackReason} is null)`),
  ],
);

/**
 * What a programme asks of trainers on their way, from a civil day on. A change is another row: a person is judged by what was
 * in force when they entered. Never changed and never deleted, which triggers hold (`db/migrations/0041_gates.sql`).
 */
export const gateVersions = sqliteTable(
  "gate_versions",
  {
    id: key(),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    /** Counts the versions of a programme, from 1. */
    number: integer().notNull(),
    /** The scheme that it was begun with; its numbers may be others. */
    preset: text({ enum: gatePresets }).notNull(),
    /** Civil day from which whoever enters is judged by it. */
    inForceFrom: text().notNull(),
    gates: json<Gates>().notNull(),
    /** By which it is drawn which workshops are to be confirmed; nobody reads it. Null in versions from before. */
    drawKey: text(),
    createdAt: instant().notNull(),
    createdBy: integer().references(() => persons.id),
  },
  (t) => [
    uniqueIndex("gate_versions_number").on(t.programmeId, t.number),
    isOneOf("gate_versions_preset", t.preset, gatePresets),
    isDay("gate_versions_in_force", t.inForceFrom),
    isJson("gate_versions_gates", t.gates),
  ],
);

/** The first workshops that somebody in a training of trainers plans. Changed, a row ends and another one begins, which triggers hold: its place in the plan alone may be another. `madeAt` is since when the tool is in the plan. */
export const actionPlans = sqliteTable(
  "action_plans",
  {
    id: key(),
    registrationId: integer()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    /** Counts the workshops of a plan, from 1. */
    number: integer().notNull(),
    toolId: integer()
      .notNull()
      .references(() => tools.id),
    /** Civil day on which the workshop is to begin. */
    day: text().notNull(),
    /** Where, in the words of whoever plans it. */
    place: text().notNull(),
    /** For which organisation, cooperative or people; null where that is not known yet. */
    audience: text(),
    madeAt: instant().notNull(),
    changedAt: instant().notNull(),
    /** Who wrote it; null for whoever had the address of the own page and was not signed in. */
    changedBy: integer().references(() => persons.id),
    /** When another plan took its place; null while it holds. */
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex("action_plans_number").on(t.registrationId, t.number).where(sql`ended_at is null`),
    index("action_plans_ever").on(t.registrationId),
    index("action_plans_when").on(t.day),
    isDay("action_plans_day", t.day),
    isFilled("action_plans_place", t.place, 120),
    isFilled("action_plans_audience", t.audience, 160),
    check("action_plans_order", sql`${t.number} > 0 and ${t.madeAt} <= ${t.changedAt}`),
    check("action_plans_ended", sql`${t.changedAt} <= ${t.endedAt}`),
  ],
);

/** What somebody was told of their action plan, so that each is told once: that none is planned, that one of two is, that one is overdue. */
export const planChases = sqliteTable(
  "plan_chases",
  {
    id: key(),
    registrationId: integer()
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    /** The workshop that was planned and is not scheduled, by its tool and civil day; both null where the plan itself was missing. */
    toolId: integer().references(() => tools.id),
    day: text(),
    /** How many workshops they had planned or held when they were asked for two; 0 of a workshop that is overdue. */
    planned: integer().notNull().default(0),
    chasedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("plan_chases_asked").on(t.registrationId, t.planned).where(sql`tool_id is null`),
    uniqueIndex("plan_chases_overdue").on(t.registrationId, t.toolId, t.day).where(sql`tool_id is not null`),
    isDay("plan_chases_day", t.day),
    check("plan_chases_of_what", sql`(${t.toolId} is null) = (${t.day} is null)`),
  ],
);

/**
 * What was entered of somebody on their way with one tool in one programme: observations, examinations, decisions. Only added
 * to, which triggers hold (`db/migrations/0043_stage_events.sql`): what was entered by mistake is struck out by another row.
 */
export const stageEvents = sqliteTable(
  "stage_events",
  {
    id: key(),
    personId: integer()
      .notNull()
      .references(() => persons.id),
    toolId: integer()
      .notNull()
      .references(() => tools.id),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    kind: text({ enum: stageEventKinds }).notNull(),
    /** Civil day that it is about; a later entry of an earlier day shows when it was entered. */
    day: text().notNull(),
    /** What it answers, signs, ends or strikes out. */
    ofId: integer().references((): AnySQLiteColumn => stageEvents.id),
    /**
     * What somebody else is yet to decide of it; null for what holds as it was entered, as all did before this was asked, and for a
     * recommendation of a first certification. Of an observation that whoever was observed is to sign it, before it counts.
     */
    awaits: text({ enum: stageAwaits }),
    /** The workshop that it is about. */
    courseId: integer().references(() => courses.id),
    /** Codes of the tool's modules that were recommended or approved; null for whatever is the whole tool's. */
    modules: json<string[]>(),
    /** Last civil day on which what was approved or renewed holds. */
    until: text(),
    /** True where an approver certified though gates were missing; `words` says why. */
    exception: flag().notNull().default(false),
    /** Reason, question, evidence or notes, in the words of whoever entered it. */
    words: text(),
    rubric: json<Rubric>(),
    /** The document that came of an approval. */
    certificateId: integer().references(() => certificates.id),
    enteredAt: instant().notNull(),
    /** Who observed, visited, recommended or decided; null for the process itself. */
    enteredBy: integer().references(() => persons.id),
  },
  (t) => [
    index("stage_events_way").on(t.personId, t.toolId, t.programmeId),
    index("stage_events_course").on(t.courseId).where(sql`course_id is not null`),
    index("stage_events_of").on(t.ofId).where(sql`of_id is not null`),
    index("stage_events_programme").on(t.programmeId, t.kind, t.day),
    index("stage_events_entered_by").on(t.enteredBy),
    isOneOf("stage_events_kind", t.kind, stageEventKinds),
    isOneOf("stage_events_awaits", t.awaits, stageAwaits),
    isDay("stage_events_day", t.day),
    isDay("stage_events_until", t.until),
    isFilled("stage_events_words", t.words, 2000),
    isJson("stage_events_modules", t.modules),
    isJson("stage_events_rubric", t.rubric),
    check(
      "stage_events_of_what",
      sql`(${t.kind} in ('signed', 'returned', 'refused', 'resumed', 'struck')) <= (${t.ofId} is not null)`,
    ),
    check(
      "stage_events_of_course",
      sql`(${t.kind} in ('workshop_confirmed', 'observation')) <= (${t.courseId} is not null)`,
    ),
    check("stage_events_observed", sql`(${t.kind} = 'observation') = (${t.rubric} is not null)`),
    check(
      "stage_events_holds_until",
      sql`(${t.kind} in ('approved', 'certified_before', 'renewed', 'master_approved')) = (${t.until} is not null)`,
    ),
    check(
      "stage_events_reason",
      sql`(${t.exception} or ${t.kind} in ('returned', 'refused', 'certified_before', 'not_continued', 'suspended', 'withdrawn', 'struck')) <= (${t.words} is not null)`,
    ),
  ],
);

/**
 * Whose work somebody answers for: who decides on a certification, or observes, is neither the candidate nor above them. At most
 * one of each person; going up never leads back, which commands hold.
 */
export const superiors = sqliteTable(
  "superiors",
  {
    personId: integer()
      .primaryKey()
      .references(() => persons.id),
    superiorId: integer()
      .notNull()
      .references(() => persons.id),
    setAt: instant().notNull(),
    setBy: integer().references(() => persons.id),
  },
  (t) => [
    index("superiors_superior").on(t.superiorId),
    check("superiors_not_oneself", sql`${t.personId} <> ${t.superiorId}`),
  ],
);

/**
 * Where somebody is with one tool in one programme, kept beside their history for lists and numbers: whoever judges them anew
 * on `judgedOn` finds the same.
 */
export const standings = sqliteTable(
  "standings",
  {
    personId: integer()
      .notNull()
      .references(() => persons.id),
    toolId: integer()
      .notNull()
      .references(() => tools.id),
    programmeId: integer()
      .notNull()
      .references(() => programmes.id),
    stage: text({ enum: stages }).notNull(),
    /** Civil day since when. */
    since: text().notNull(),
    /** Codes of the tool's modules in which they are certified, or would be. */
    modules: json<string[]>().notNull(),
    validUntil: text(),
    /** The first gate that is missing, or the decision that comes next, and how many are missing. */
    nextStep: text().notNull(),
    nextMissing: integer().notNull(),
    byException: flag().notNull().default(false),
    /** Civil day on which it was judged: time alone changes a stage. */
    judgedOn: text().notNull(),
    /** What was said last of each of their ends, while anything is (`remindersOf`); null where nothing is. */
    reminded: text(),
    /** The person's `sortName`, kept by triggers: lists in the order of names are read, not sorted. */
    sortName: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.toolId, t.programmeId] }),
    index("standings_programme").on(t.programmeId, t.toolId, t.stage),
    index("standings_stage").on(t.stage, t.validUntil),
    index("standings_judged").on(t.judgedOn),
    index("standings_people").on(t.programmeId, t.personId, t.stage),
    index("standings_next").on(t.nextStep, t.programmeId, t.stage, t.personId),
    index("standings_lapsed").on(t.reminded, t.personId, t.toolId).where(sql`reminded like '%lapsed%'`),
    index("standings_names").on(t.sortName, t.personId, t.programmeId, t.toolId, t.stage),
    isOneOf("standings_stage_known", t.stage, stages),
    isDay("standings_since", t.since),
    isDay("standings_valid_until", t.validUntil),
    isDay("standings_judged_on", t.judgedOn),
    isJson("standings_modules", t.modules),
  ],
);
