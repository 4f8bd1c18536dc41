import { and, eq, ne, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "@/db/client";
import { countries, courseModules, modules, tools, toolVersions } from "@/db/schema";
import { demand } from "../access/demand";
import type { Viewer } from "../access/rules";
import { audit, change } from "../audit/commands";
import { searchAgain } from "../courses/commands/plan";
import { newToken } from "../crypto/tokens";
import { fault } from "../faults";
import { edited, type Locale } from "../i18n/rules";
import { eachLanguage, fieldIn } from "../languageFields";
import { type Result, refuse, refuseAt } from "../result";
import { fold } from "../text";
import { inOrder, readNames } from "./rules";
import type {
  ModuleRow,
  toolEditSchema,
  toolRetirementSchema,
  toolSchema,
  toolVersionEditSchema,
  toolVersionRetirementSchema,
  toolVersionSchema,
} from "./schema";

/** A tool that the viewer may edit: their programme's, or one for all where they are an administrator. */
function toolFor(db: Db, viewer: Viewer, toolId: number) {
  const tool = db.select().from(tools).where(eq(tools.id, toolId)).get() ?? refuse("notFound");
  demand(viewer, "tools.edit", { programmeId: tool.programmeId ?? undefined });
  return tool;
}

function versionFor(db: Db, viewer: Viewer, toolVersionId: number) {
  const version =
    db.select().from(toolVersions).where(eq(toolVersions.id, toolVersionId)).get() ?? refuse("notFound");
  return { version, tool: toolFor(db, viewer, version.toolId) };
}

/** Counts a change of the tool or of what belongs to it. */
const countChange = (db: Db, toolId: number) =>
  db
    .update(tools)
    .set({ version: sql`${tools.version} + 1` })
    .where(eq(tools.id, toolId))
    .run();

/** The texts of a tool as its columns; those that were not changed keep their marks. */
function textsOf(
  kept: typeof tools.$inferSelect | null,
  input: Omit<z.output<typeof toolEditSchema>, "toolId" | "version">,
) {
  const text = (name: "title" | "description" | "audience") =>
    edited(kept?.[name] ?? null, input.ownLanguage, eachLanguage(input, name));
  return {
    title: text("title"),
    description: text("description"),
    audience: text("audience"),
    otherNames: readNames(input.otherNames),
    manualUrl: input.manualUrl,
  };
}

/** Checks label and country of a version and puts it in. */
function putVersion(
  db: Db,
  toolId: number,
  input: { versionLabel: string; country: string | null },
  toolVersionId: number | null,
): number {
  const country = input.country ?? "";
  if (country && !db.select().from(countries).where(eq(countries.code, country)).get())
    refuseAt({ country: fault("choose") });
  const same = db
    .select({ id: toolVersions.id })
    .from(toolVersions)
    .where(
      and(
        eq(toolVersions.toolId, toolId),
        eq(toolVersions.label, input.versionLabel),
        eq(toolVersions.country, country),
        ne(toolVersions.id, toolVersionId ?? 0),
      ),
    )
    .get();
  if (same) refuseAt({ versionLabel: fault("versionTaken") });
  const columns = { toolId, label: input.versionLabel, country };
  if (toolVersionId === null)
    return db.insert(toolVersions).values(columns).returning({ id: toolVersions.id }).get().id;
  db.update(toolVersions).set(columns).where(eq(toolVersions.id, toolVersionId)).run();
  return toolVersionId;
}

/** Puts the rows of a form into a version, in their order. What the form does not name stays behind them. */
function putModules(
  db: Db,
  toolVersionId: number,
  { modules: rows, ownLanguage }: { modules: readonly ModuleRow[]; ownLanguage: Locale },
  now: number,
): void {
  const kept = db
    .select()
    .from(modules)
    .where(eq(modules.toolVersionId, toolVersionId))
    .orderBy(modules.position)
    .all();
  const known = new Map(kept.map((m) => [m.id, m]));
  if (rows.some(({ id }) => id !== null && !known.has(id))) refuse("notFound");
  const given = rows.map((row) => ({
    id: row.id,
    row,
    was: row.id === null ? null : known.get(row.id)!.position,
    place: row.position,
  }));
  const named = new Set(rows.map(({ id }) => id));
  const rest = kept
    .filter((m) => !named.has(m.id))
    .map((m) => ({ id: m.id, row: null, was: null, place: null }));
  // Places are taken one by one, so all are freed first.
  db.update(modules)
    .set({ position: sql`${modules.position} + 1000` })
    .where(eq(modules.toolVersionId, toolVersionId))
    .run();
  for (const [i, { id, row }] of [...inOrder(given), ...rest].entries()) {
    const position = i + 1;
    const before = id === null ? null : known.get(id)!;
    const columns = row && {
      code: row.code ?? "",
      title: edited(before?.title ?? null, ownLanguage, eachLanguage(row, "title")),
      minutes: row.minutes,
      retiredAt: row.retired ? (before?.retiredAt ?? now) : null,
    };
    if (before)
      db.update(modules)
        .set({ position, ...columns })
        .where(eq(modules.id, before.id))
        .run();
    else if (columns)
      db.insert(modules)
        .values({ toolVersionId, position, ...columns })
        .run();
  }
}

/** Adds a tool to the catalogue: a programme's own, or for all where an administrator adds it without one. */
export function createTool(
  viewer: Viewer,
  input: z.output<typeof toolSchema>,
  now: number,
): Result<{ toolId: number }> {
  return change((db) => {
    if (input.programmeId === null && !viewer.administrator) refuseAt({ programmeId: fault("choose") });
    demand(viewer, "tools.edit", { programmeId: input.programmeId ?? undefined });
    const own = input.ownLanguage;
    if (input.modules.length === 0)
      refuseAt({ [`modules.0.${fieldIn("title", own)}`]: fault("moduleNeeded") });
    const texts = textsOf(null, input);
    const tool = db
      .insert(tools)
      .values({
        ...texts,
        code: `${
          fold(texts.title[texts.title.own] ?? "")
            .replace(/[^a-z0-9]+/g, "-")
            .slice(0, 40) || "tool"
        }-${newToken().slice(0, 4).toLowerCase()}`,
        programmeId: input.programmeId,
        createdAt: now,
      })
      .returning({ id: tools.id })
      .get();
    putModules(db, putVersion(db, tool.id, input, null), input, now);
    audit(db, viewer, now, "tool.create", "tool", tool.id);
    return { toolId: tool.id };
  });
}

/** Changes the texts of a tool. A form that was opened before somebody else's change is told what changed. */
export function editTool(
  viewer: Viewer,
  input: z.output<typeof toolEditSchema>,
  now: number,
): Result<{ toolId: number }> {
  return change((db) => {
    const tool = toolFor(db, viewer, input.toolId);
    if (tool.version !== input.version) {
      const here: Record<string, string> = { manualUrl: tool.manualUrl ?? "" };
      for (const name of ["title", "description", "audience"] as const)
        for (const locale of ["en", "fr", "ar"] as const)
          here[fieldIn(name, locale)] = tool[name][locale] ?? "";
      const changed = Object.entries(here).filter(
        ([field, value]) => String(input[field as "titleEn"] ?? "") !== value,
      );
      refuse("stale", { changed: { ...Object.fromEntries(changed), version: String(tool.version) } });
    }
    db.update(tools).set(textsOf(tool, input)).where(eq(tools.id, tool.id)).run();
    countChange(db, tool.id);
    const taught = db
      .selectDistinct({ id: courseModules.courseId })
      .from(courseModules)
      .innerJoin(modules, eq(modules.id, courseModules.moduleId))
      .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
      .where(eq(toolVersions.toolId, tool.id))
      .all();
    for (const { id } of taught) searchAgain(db, id);
    audit(db, viewer, now, "tool.edit", "tool", tool.id);
    return { toolId: tool.id };
  });
}

/** Adds a version or a national variant; its modules begin as those of another version that are taught today. */
export function addToolVersion(
  viewer: Viewer,
  input: z.output<typeof toolVersionSchema>,
  now: number,
): Result<{ toolId: number; toolVersionId: number }> {
  return change((db) => {
    const tool = toolFor(db, viewer, input.toolId);
    const source =
      input.copyFrom === null
        ? null
        : (db
            .select()
            .from(toolVersions)
            .where(and(eq(toolVersions.id, input.copyFrom), eq(toolVersions.toolId, tool.id)))
            .get() ?? refuse("notFound"));
    const toolVersionId = putVersion(db, tool.id, input, null);
    const copied = source
      ? db
          .select()
          .from(modules)
          .where(and(eq(modules.toolVersionId, source.id), sql`${modules.retiredAt} is null`))
          .orderBy(modules.position)
          .all()
      : [];
    for (const [i, { code, title, minutes }] of copied.entries())
      db.insert(modules)
        .values({ toolVersionId, position: i + 1, code, title, minutes })
        .run();
    countChange(db, tool.id);
    audit(db, viewer, now, "tool.version.create", "tool", tool.id, { toolVersionId });
    return { toolId: tool.id, toolVersionId };
  });
}

/** Changes a version of a tool and its modules: adds, renames, reorders, retires, brings back. */
export function editToolVersion(
  viewer: Viewer,
  input: z.output<typeof toolVersionEditSchema>,
  now: number,
): Result<{ toolId: number; toolVersionId: number }> {
  return change((db) => {
    const { version, tool } = versionFor(db, viewer, input.toolVersionId);
    if (tool.version !== input.version) refuse("stale", { changed: { version: String(tool.version) } });
    putVersion(db, tool.id, input, version.id);
    putModules(db, version.id, input, now);
    countChange(db, tool.id);
    audit(db, viewer, now, "tool.version.edit", "tool", tool.id, { toolVersionId: version.id });
    return { toolId: tool.id, toolVersionId: version.id };
  });
}

/** Retires a tool, or brings it back. Courses that teach it keep it; new ones are not offered it. */
export function setToolRetired(
  viewer: Viewer,
  input: z.output<typeof toolRetirementSchema>,
  now: number,
): Result<{ toolId: number }> {
  return change((db) => {
    const tool = toolFor(db, viewer, input.toolId);
    const retired = input.retired === "yes";
    db.update(tools)
      .set({ retiredAt: retired ? (tool.retiredAt ?? now) : null })
      .where(eq(tools.id, tool.id))
      .run();
    countChange(db, tool.id);
    audit(db, viewer, now, retired ? "tool.retire" : "tool.restore", "tool", tool.id);
    return { toolId: tool.id };
  });
}

/** The same for one version of a tool. */
export function setToolVersionRetired(
  viewer: Viewer,
  input: z.output<typeof toolVersionRetirementSchema>,
  now: number,
): Result<{ toolId: number }> {
  return change((db) => {
    const { version, tool } = versionFor(db, viewer, input.toolVersionId);
    const retired = input.retired === "yes";
    db.update(toolVersions)
      .set({ retiredAt: retired ? (version.retiredAt ?? now) : null })
      .where(eq(toolVersions.id, version.id))
      .run();
    countChange(db, tool.id);
    audit(db, viewer, now, retired ? "tool.version.retire" : "tool.version.restore", "tool", tool.id, {
      toolVersionId: version.id,
    });
    return { toolId: tool.id };
  });
}
