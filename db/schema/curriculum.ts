import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { instant, isFilled, isJson, json, key, translated } from "./columns";
import { programmes } from "./programmes";

/** Training tools. Open: a programme adds its own. */
export const tools = sqliteTable(
  "tools",
  {
    id: key(),
    code: text().notNull(),
    /** Never translated for Think.Coop, Start.Coop and My.Coop. */
    title: translated().notNull(),
    /** Published names in other scripts, by which it is found too. */
    otherNames: json<string[]>().notNull().default([]),
    description: translated().notNull(),
    audience: translated().notNull(),
    /** Where the published manual is; manuals are linked, never bundled. */
    manualUrl: text(),
    /** The programme that added it, or null for all. */
    programmeId: integer().references(() => programmes.id),
    createdAt: instant().notNull(),
    /** Since when it is no longer offered for new courses; null while it is. */
    retiredAt: instant(),
    /** Counts changes of the tool, its versions and modules. */
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("tools_code").on(t.code),
    isFilled("tools_code_filled", t.code, 60),
    isJson("tools_title", t.title),
    isJson("tools_description", t.description),
    isJson("tools_audience", t.audience),
    check("tools_manual", sql`${t.manualUrl} is null or ${t.manualUrl} like 'https://%'`),
  ],
);

/**
 * A version of a tool, or a country's variant of it. Once a course teaches it, another curriculum (modules, their order, their
 * minutes) is a row of its own under the same label, which comes in place of this one; courses keep the one they were planned with.
 */
export const toolVersions = sqliteTable(
  "tool_versions",
  {
    id: key(),
    toolId: integer()
      .notNull()
      .references(() => tools.id),
    label: text().notNull(),
    /** ISO country of a national variant, or empty: the tool as published. */
    country: text().notNull().default(""),
    /** As of a tool. */
    retiredAt: instant(),
    /** The one that it came in place of, and since when another one has come in place of it; null while none has. */
    formerId: integer().references((): AnySQLiteColumn => toolVersions.id),
    supersededAt: instant(),
  },
  (t) => [
    uniqueIndex("tool_versions_label").on(t.toolId, t.label, t.country).where(sql`superseded_at is null`),
    uniqueIndex("tool_versions_former").on(t.formerId).where(sql`former_id is not null`),
    isFilled("tool_versions_label_filled", t.label, 60),
  ],
);

export const modules = sqliteTable(
  "modules",
  {
    id: key(),
    toolVersionId: integer()
      .notNull()
      .references(() => toolVersions.id),
    /** Order in the version, from 1. */
    position: integer().notNull(),
    /** As people quote it: M1. Empty where the module is the whole tool. */
    code: text().notNull(),
    title: translated().notNull(),
    /** Minutes that a course plans for it until the timetable says otherwise. */
    minutes: integer().notNull(),
    /** As of a tool. */
    retiredAt: instant(),
    /** The module that it was in the version before; null where it came new. */
    formerId: integer().references((): AnySQLiteColumn => modules.id),
    /** The code of the module of the tool as published that it is, where its own code is another; null: as its own code says. */
    publishedCode: text(),
  },
  (t) => [
    uniqueIndex("modules_former").on(t.formerId).where(sql`former_id is not null`),
    uniqueIndex("modules_position").on(t.toolVersionId, t.position),
    isJson("modules_title", t.title),
    check("modules_minutes", sql`${t.minutes} between 15 and 6000`),
  ],
);

export const activities = sqliteTable(
  "activities",
  {
    id: key(),
    moduleId: integer()
      .notNull()
      .references(() => modules.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    title: translated().notNull(),
    minutes: integer().notNull(),
  },
  (t) => [
    uniqueIndex("activities_position").on(t.moduleId, t.position),
    isJson("activities_title", t.title),
    check("activities_minutes", sql`${t.minutes} between 5 and 6000`),
  ],
);
