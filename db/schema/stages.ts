import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type Gates, gatePresets } from "../values/stages";
import { instant, isDay, isFilled, isJson, isOneOf, json, key } from "./columns";
import { modules, tools } from "./curriculum";
import { persons } from "./people";
import { programmes } from "./programmes";
import { registrations } from "./registrations";

/**
 * Earlier learning: a module that somebody completed where no course here says so, recognised on evidence. Only added to and
 * taken back.
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

/**
 * What somebody in a training of trainers plans to do with it: a row for each of the first workshops. Who changes a plan puts
 * its rows anew; `madeAt` stays that of the first which named the tool.
 */
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
  },
  (t) => [
    uniqueIndex("action_plans_number").on(t.registrationId, t.number),
    isDay("action_plans_day", t.day),
    isFilled("action_plans_place", t.place, 120),
    isFilled("action_plans_audience", t.audience, 160),
    check("action_plans_order", sql`${t.number} > 0 and ${t.madeAt} <= ${t.changedAt}`),
  ],
);
