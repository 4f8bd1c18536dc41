import { and, asc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { activities, modules, tools, toolVersions } from "@/db/schema/curriculum";
import type { Context } from "../acts/context";
import { type Locale, type Translated, textFor } from "../i18n/rules";
import { programmeView } from "../programmes/store";

export type ToolRow = typeof tools.$inferSelect;
export type ToolVersionRow = typeof toolVersions.$inferSelect;
export type ModuleRow = typeof modules.$inferSelect;

/**
 * A module with its version and tool: the one place where the three are joined. For other stores to join. Columns of one
 * name in two of the tables have names of their own.
 */
export const moduleView = new QueryBuilder({ casing: "snake_case" })
  .select({
    moduleId: modules.id,
    moduleCode: modules.code,
    moduleTitle: modules.title,
    moduleMinutes: modules.minutes,
    modulePosition: modules.position,
    toolVersionId: sql<number>`${toolVersions.id}`.as("tool_version_key"),
    versionLabel: toolVersions.label,
    versionCountry: toolVersions.country,
    toolId: sql<number>`${tools.id}`.as("tool_key"),
    toolCode: sql<string>`${tools.code}`.as("tool_code"),
    toolTitle: sql<Translated>`${tools.title}`.mapWith(tools.title).as("tool_title"),
    toolOtherNames: tools.otherNames,
    manualUrl: tools.manualUrl,
    /** True where module, version or tool is no longer offered for new courses. */
    retired:
      sql<boolean>`coalesce(${modules.retiredAt}, ${toolVersions.retiredAt}, ${tools.retiredAt}) is not null`
        .mapWith(Boolean)
        .as("taught_retired"),
    /** Since when another curriculum is there in place of its version; null while none is. */
    supersededAt: toolVersions.supersededAt,
  })
  .from(modules)
  .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
  .innerJoin(tools, eq(tools.id, toolVersions.toolId))
  .as("module");

/** A tool as it is within the open transaction. */
export const toolRow = (cx: Context, toolId: number): ToolRow | undefined =>
  cx.db.select().from(tools).where(eq(tools.id, toolId)).get();

/** Every tool with the short name of the programme whose own it is. */
export const allTools = (cx: Context) =>
  cx.db
    .select({
      id: tools.id,
      code: tools.code,
      title: tools.title,
      otherNames: tools.otherNames,
      description: tools.description,
      audience: tools.audience,
      manualUrl: tools.manualUrl,
      programmeId: tools.programmeId,
      programmeTitle: programmeView.programmeTitle,
      retiredAt: tools.retiredAt,
      version: tools.version,
    })
    .from(tools)
    .leftJoin(programmeView, eq(programmeView.programmeId, tools.programmeId))
    .orderBy(asc(tools.id))
    .all();

/** Every version of every tool. */
export const allVersions = (cx: Context): ToolVersionRow[] =>
  cx.db.select().from(toolVersions).orderBy(asc(toolVersions.id)).all();

/** Every module of every version, in the order in which a version teaches them. */
export const allModules = (cx: Context): ModuleRow[] =>
  cx.db.select().from(modules).orderBy(asc(modules.toolVersionId), asc(modules.position)).all();

/** A version of a tool as it is within the open transaction. */
export const versionRow = (cx: Context, toolVersionId: number): ToolVersionRow | undefined =>
  cx.db.select().from(toolVersions).where(eq(toolVersions.id, toolVersionId)).get();

/** The modules of a version in their order. */
export const modulesOf = (cx: Context, toolVersionId: number): ModuleRow[] =>
  cx.db
    .select()
    .from(modules)
    .where(eq(modules.toolVersionId, toolVersionId))
    .orderBy(asc(modules.position))
    .all();

/** Keys of all modules of all versions of a tool. */
export const moduleKeysOf = (cx: Context, toolId: number): number[] =>
  cx.db
    .select({ id: modules.id })
    .from(modules)
    .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
    .where(eq(toolVersions.toolId, toolId))
    .all()
    .map(({ id }) => id);

/** Puts in a tool; gives its key. */
export const insertTool = (cx: Context, row: typeof tools.$inferInsert): number =>
  cx.db.insert(tools).values(row).returning({ id: tools.id }).get().id;

/** Changes a tool, and counts that it or what belongs to it was changed. */
export function setTool(cx: Context, toolId: number, row: Partial<ToolRow>): void {
  cx.db
    .update(tools)
    .set({ ...row, version: sql`${tools.version} + 1` })
    .where(eq(tools.id, toolId))
    .run();
}

/** True where another version of the tool has this label for this country. */
export const isVersionTaken = (
  cx: Context,
  { toolId, label, country }: Pick<ToolVersionRow, "toolId" | "label" | "country">,
  except: number | null,
): boolean =>
  cx.db
    .select({ id: toolVersions.id })
    .from(toolVersions)
    .where(
      and(
        eq(toolVersions.toolId, toolId),
        eq(toolVersions.label, label),
        eq(toolVersions.country, country),
        isNull(toolVersions.supersededAt),
        ne(toolVersions.id, except ?? 0),
      ),
    )
    .get() !== undefined;

/** Puts in a version; gives its key. */
export const insertVersion = (cx: Context, row: typeof toolVersions.$inferInsert): number =>
  cx.db.insert(toolVersions).values(row).returning({ id: toolVersions.id }).get().id;

/** Changes a version. */
export function setVersion(cx: Context, toolVersionId: number, row: Partial<ToolVersionRow>): void {
  cx.db.update(toolVersions).set(row).where(eq(toolVersions.id, toolVersionId)).run();
}

/** Frees the places of a version's modules, which are taken one by one. */
export function clearPositions(cx: Context, toolVersionId: number): void {
  cx.db
    .update(modules)
    .set({ position: sql`${modules.position} + 1000` })
    .where(eq(modules.toolVersionId, toolVersionId))
    .run();
}

/** The version that came in place of another one; undefined where none did. */
export const versionAfter = (cx: Context, toolVersionId: number): ToolVersionRow | undefined =>
  cx.db.select().from(toolVersions).where(eq(toolVersions.formerId, toolVersionId)).get();

/** Puts in a module. */
export function insertModule(cx: Context, row: typeof modules.$inferInsert): void {
  cx.db.insert(modules).values(row).run();
}

/** Changes a module. */
export function setModule(cx: Context, moduleId: number, row: Partial<ModuleRow>): void {
  cx.db.update(modules).set(row).where(eq(modules.id, moduleId)).run();
}

/** The modules of a version that are taught today, in their order. */
export const modulesTaught = (cx: Context, toolVersionId: number): ModuleRow[] =>
  cx.db
    .select()
    .from(modules)
    .where(and(eq(modules.toolVersionId, toolVersionId), isNull(modules.retiredAt)))
    .orderBy(asc(modules.position))
    .all();

/** True where a module can be taught. */
export const someModule = (cx: Context): boolean =>
  cx.db.select({ id: modules.id }).from(modules).limit(1).get() !== undefined;

/** These modules in the order of the catalogue, with their tools. */
export const modulesAmong = (cx: Context, moduleIds: readonly number[]) =>
  cx.db
    .select()
    .from(moduleView)
    .where(inArray(moduleView.moduleId, [...moduleIds]))
    .orderBy(asc(moduleView.toolId), asc(moduleView.toolVersionId), asc(moduleView.modulePosition))
    .all();

/** Keys of the modules that are taught of these versions. */
export const modulesOfVersions = (cx: Context, versionIds: readonly number[]): number[] =>
  cx.db
    .select({ id: modules.id })
    .from(modules)
    .where(and(inArray(modules.toolVersionId, [...versionIds]), isNull(modules.retiredAt)))
    .all()
    .map((module) => module.id);

/** The tool of every module, in whichever version, by their keys. */
export const toolOfEachModule = (cx: Context): ReadonlyMap<number, number> =>
  new Map(
    cx.db
      .select({ moduleId: moduleView.moduleId, toolId: moduleView.toolId })
      .from(moduleView)
      .all()
      .map(({ moduleId, toolId }) => [moduleId, toolId]),
  );

/** The tools of these modules by key and title. */
export const toolsAmong = (cx: Context, moduleIds: readonly number[]) =>
  cx.db
    .selectDistinct({ id: moduleView.toolId, title: moduleView.toolTitle })
    .from(moduleView)
    .where(inArray(moduleView.moduleId, [...moduleIds]))
    .orderBy(asc(moduleView.toolId))
    .all();

/** Code and title of the tools of these modules. */
export const toolsOfModules = (cx: Context, moduleIds: SQL) =>
  cx.db
    .selectDistinct({ code: moduleView.toolCode, title: moduleView.toolTitle })
    .from(moduleView)
    .where(sql`${moduleView.moduleId} in (${moduleIds})`)
    .orderBy(asc(moduleView.toolId))
    .all();

/** Select of the keys of the modules of a tool, by its code; for a condition. */
export const modulesOfTool = (code: string) =>
  new QueryBuilder({ casing: "snake_case" })
    .select({ id: moduleView.moduleId })
    .from(moduleView)
    .where(eq(moduleView.toolCode, code));

/**
 * These modules in this order, with the minutes that they take and their activities in their order, called as this language
 * calls them.
 */
export function modulesToPlan(cx: Context, moduleIds: readonly number[], language: Locale) {
  const minutes = new Map(modulesAmong(cx, moduleIds).map((m) => [m.moduleId, m.moduleMinutes]));
  const found = cx.db
    .select()
    .from(activities)
    .where(inArray(activities.moduleId, [...moduleIds]))
    .orderBy(asc(activities.moduleId), asc(activities.position))
    .all();
  return moduleIds.map((id) => ({
    id,
    minutes: minutes.get(id) ?? 0,
    activities: found
      .filter(({ moduleId }) => moduleId === id)
      .map((a) => ({ id: a.id, title: textFor(a.title, language), minutes: a.minutes })),
  }));
}
