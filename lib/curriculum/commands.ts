import { and, eq, ne, sql } from "drizzle-orm";
import type * as z from "zod/mini";
import { countries, courseModules, modules, tools, toolVersions } from "@/db/schema";
import { demand } from "../access/demand";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { audit } from "../audit/commands";
import { searchAgain } from "../courses/commands/plan";
import { newToken } from "../crypto/tokens";
import { eachLanguage, fieldIn } from "../fields";
import { edited } from "../i18n/rules";
import { type Result, refuse } from "../result";
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
function toolFor(cx: Context, toolId: number) {
  const tool = cx.db.select().from(tools).where(eq(tools.id, toolId)).get() ?? refuse("notFound");
  demand(cx.viewer, "tools.edit", { programmeId: tool.programmeId ?? undefined });
  return tool;
}

function versionFor(cx: Context, toolVersionId: number) {
  const version =
    cx.db.select().from(toolVersions).where(eq(toolVersions.id, toolVersionId)).get() ?? refuse("notFound");
  return { version, tool: toolFor(cx, version.toolId) };
}

/** Counts a change of the tool or of what belongs to it. */
const countChange = (cx: Context, toolId: number) =>
  cx.db
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
  cx: Context,
  toolId: number,
  input: { versionLabel: string; country: string | null },
  toolVersionId: number | null,
): number {
  const country = input.country ?? "";
  if (country && !cx.db.select().from(countries).where(eq(countries.code, country)).get())
    refuse("invalid", { fields: { country: "choose" } });
  const same = cx.db
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
  if (same) refuse("invalid", { fields: { versionLabel: "versionTaken" } });
  const columns = { toolId, label: input.versionLabel, country };
  if (toolVersionId === null)
    return cx.db.insert(toolVersions).values(columns).returning({ id: toolVersions.id }).get().id;
  cx.db.update(toolVersions).set(columns).where(eq(toolVersions.id, toolVersionId)).run();
  return toolVersionId;
}

/** Puts the rows of a form into a version, in their order. What the form does not name stays behind them. */
function putModules(cx: Context, toolVersionId: number, rows: readonly ModuleRow[]): void {
  const kept = cx.db
    .select()
    .from(modules)
    .where(eq(modules.toolVersionId, toolVersionId))
    .orderBy(modules.position)
    .all();
  const known = new Map(kept.map((m) => [m.id, m]));
  if (rows.some(({ id }) => id !== null && !known.has(id))) refuse("notFound");
  const given = rows.map(({ id, row }) => ({
    id,
    row,
    was: id === null ? null : known.get(id)!.position,
    place: row.position,
  }));
  const named = new Set(rows.map(({ id }) => id));
  const rest = kept
    .filter((m) => !named.has(m.id))
    .map((m) => ({ id: m.id, row: null, was: null, place: null }));
  // Places are taken one by one, so all are freed first.
  cx.db
    .update(modules)
    .set({ position: sql`${modules.position} + 1000` })
    .where(eq(modules.toolVersionId, toolVersionId))
    .run();
  for (const [i, { id, row }] of [...inOrder(given), ...rest].entries()) {
    const position = i + 1;
    const before = id === null ? null : known.get(id)!;
    const columns = row && {
      code: row.code ?? "",
      title: edited(before?.title ?? null, row.ownLanguage, eachLanguage(row, "title")),
      minutes: row.minutes,
      retiredAt: row.retired ? (before?.retiredAt ?? cx.now) : null,
    };
    if (before)
      cx.db
        .update(modules)
        .set({ position, ...columns })
        .where(eq(modules.id, before.id))
        .run();
    else if (columns)
      cx.db
        .insert(modules)
        .values({ toolVersionId, position, ...columns })
        .run();
  }
}

/** Adds a tool to the catalogue: a programme's own, or for all where an administrator adds it without one. */
export function createTool(cx: Context, input: z.output<typeof toolSchema>): Result<{ toolId: number }> {
  return change(cx, () => {
    if (input.programmeId === null && !cx.viewer.administrator)
      refuse("invalid", { fields: { programmeId: "choose" } });
    demand(cx.viewer, "tools.edit", { programmeId: input.programmeId ?? undefined });
    const own = input.ownLanguage;
    if (input.modules.length === 0)
      refuse("invalid", { fields: { [`module_new1_${fieldIn("title", own)}`]: "moduleNeeded" } });
    const texts = textsOf(null, input);
    const tool = cx.db
      .insert(tools)
      .values({
        ...texts,
        code: `${
          fold(texts.title[texts.title.own] ?? "")
            .replace(/[^a-z0-9]+/g, "-")
            .slice(0, 40) || "tool"
        }-${newToken().slice(0, 4).toLowerCase()}`,
        programmeId: input.programmeId,
        createdAt: cx.now,
      })
      .returning({ id: tools.id })
      .get();
    putModules(cx, putVersion(cx, tool.id, input, null), input.modules);
    audit(cx, "tool.create", "tool", tool.id);
    return { toolId: tool.id };
  });
}

/** Changes the texts of a tool. A form that was opened before somebody else's change is told what changed. */
export function editTool(cx: Context, input: z.output<typeof toolEditSchema>): Result<{ toolId: number }> {
  return change(cx, () => {
    const tool = toolFor(cx, input.toolId);
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
    cx.db.update(tools).set(textsOf(tool, input)).where(eq(tools.id, tool.id)).run();
    countChange(cx, tool.id);
    const taught = cx.db
      .selectDistinct({ id: courseModules.courseId })
      .from(courseModules)
      .innerJoin(modules, eq(modules.id, courseModules.moduleId))
      .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
      .where(eq(toolVersions.toolId, tool.id))
      .all();
    for (const { id } of taught) searchAgain(cx, id);
    audit(cx, "tool.edit", "tool", tool.id);
    return { toolId: tool.id };
  });
}

/** Adds a version or a national variant; its modules begin as those of another version that are taught today. */
export function addToolVersion(
  cx: Context,
  input: z.output<typeof toolVersionSchema>,
): Result<{ toolId: number; toolVersionId: number }> {
  return change(cx, () => {
    const tool = toolFor(cx, input.toolId);
    const source =
      input.copyFrom === null
        ? null
        : (cx.db
            .select()
            .from(toolVersions)
            .where(and(eq(toolVersions.id, input.copyFrom), eq(toolVersions.toolId, tool.id)))
            .get() ?? refuse("notFound"));
    const toolVersionId = putVersion(cx, tool.id, input, null);
    const copied = source
      ? cx.db
          .select()
          .from(modules)
          .where(and(eq(modules.toolVersionId, source.id), sql`${modules.retiredAt} is null`))
          .orderBy(modules.position)
          .all()
      : [];
    for (const [i, { code, title, minutes }] of copied.entries())
      cx.db
        .insert(modules)
        .values({ toolVersionId, position: i + 1, code, title, minutes })
        .run();
    countChange(cx, tool.id);
    audit(cx, "tool.version.create", "tool", tool.id, { toolVersionId });
    return { toolId: tool.id, toolVersionId };
  });
}

/** Changes a version of a tool and its modules: adds, renames, reorders, retires, brings back. */
export function editToolVersion(
  cx: Context,
  input: z.output<typeof toolVersionEditSchema>,
): Result<{ toolId: number; toolVersionId: number }> {
  return change(cx, () => {
    const { version, tool } = versionFor(cx, input.toolVersionId);
    if (tool.version !== input.version) refuse("stale", { changed: { version: String(tool.version) } });
    putVersion(cx, tool.id, input, version.id);
    putModules(cx, version.id, input.modules);
    countChange(cx, tool.id);
    audit(cx, "tool.version.edit", "tool", tool.id, { toolVersionId: version.id });
    return { toolId: tool.id, toolVersionId: version.id };
  });
}

/** Retires a tool, or brings it back. Courses that teach it keep it; new ones are not offered it. */
export function setToolRetired(
  cx: Context,
  input: z.output<typeof toolRetirementSchema>,
): Result<{ toolId: number }> {
  return change(cx, () => {
    const tool = toolFor(cx, input.toolId);
    const retired = input.retired === "yes";
    cx.db
      .update(tools)
      .set({ retiredAt: retired ? (tool.retiredAt ?? cx.now) : null })
      .where(eq(tools.id, tool.id))
      .run();
    countChange(cx, tool.id);
    audit(cx, retired ? "tool.retire" : "tool.restore", "tool", tool.id);
    return { toolId: tool.id };
  });
}

/** The same for one version of a tool. */
export function setToolVersionRetired(
  cx: Context,
  input: z.output<typeof toolVersionRetirementSchema>,
): Result<{ toolId: number }> {
  return change(cx, () => {
    const { version, tool } = versionFor(cx, input.toolVersionId);
    const retired = input.retired === "yes";
    cx.db
      .update(toolVersions)
      .set({ retiredAt: retired ? (version.retiredAt ?? cx.now) : null })
      .where(eq(toolVersions.id, version.id))
      .run();
    countChange(cx, tool.id);
    audit(cx, retired ? "tool.version.retire" : "tool.version.restore", "tool", tool.id, {
      toolVersionId: version.id,
    });
    return { toolId: tool.id };
  });
}
