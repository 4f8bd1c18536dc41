import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { modules, tools, toolVersions } from "@/db/schema/curriculum";
import type { Context } from "../acts/context";
import type { Translated } from "../i18n/rules";

export type ToolRow = typeof tools.$inferSelect;

/** A tool as it is within the open transaction. */
export const toolRow = (cx: Context, toolId: number): ToolRow | undefined =>
  cx.db.select().from(tools).where(eq(tools.id, toolId)).get();

/** Modules with their version and tool: the one join of the three, for whoever teaches or names them. */
export const moduleView = new QueryBuilder({ casing: "snake_case" })
  .select({
    id: modules.id,
    code: modules.code,
    title: modules.title,
    minutes: modules.minutes,
    position: modules.position,
    versionId: sql<number>`${toolVersions.id}`.as("version_id"),
    version: sql<string>`${toolVersions.label}`.as("version_label"),
    /** ISO country of a national variant, or empty. */
    country: toolVersions.country,
    toolId: sql<number>`${tools.id}`.as("tool_id"),
    toolCode: sql<string>`${tools.code}`.as("tool_code"),
    toolTitle: sql<Translated>`${tools.title}`.mapWith(tools.title).as("tool_title"),
    otherNames: tools.otherNames,
    manualUrl: tools.manualUrl,
    /** True where module, version or tool is no longer offered for new courses. */
    retired:
      sql<boolean>`coalesce(${modules.retiredAt}, ${toolVersions.retiredAt}, ${tools.retiredAt}) is not null`
        .mapWith(Boolean)
        .as("retired"),
  })
  .from(modules)
  .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
  .innerJoin(tools, eq(tools.id, toolVersions.toolId))
  .as("module");

/** These modules in the order of the catalogue, with their tools. */
export const modulesAmong = (cx: Context, moduleIds: readonly number[]) =>
  cx.db
    .select()
    .from(moduleView)
    .where(inArray(moduleView.id, [...moduleIds]))
    .orderBy(asc(moduleView.toolId), asc(moduleView.versionId), asc(moduleView.position))
    .all();

/** Keys of the modules that are taught of these versions. */
export const modulesOfVersions = (cx: Context, versionIds: readonly number[]): number[] =>
  cx.db
    .select({ id: modules.id })
    .from(modules)
    .where(and(inArray(modules.toolVersionId, [...versionIds]), isNull(modules.retiredAt)))
    .all()
    .map((module) => module.id);
