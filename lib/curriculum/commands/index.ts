import type * as z from "zod";
import * as gate from "../../access/gate";
import { command } from "../../acts/command";
import type { Context } from "../../acts/context";
import { happened } from "../../acts/happened";
import { searchAgain } from "../../courses/commands/search";
import { coursesTeaching } from "../../courses/store";
import { newToken } from "../../crypto/tokens";
import { fault } from "../../faults";
import { edited } from "../../i18n/rules";
import { eachLanguage, fieldIn } from "../../languageFields";
import { refuse, refuseAt } from "../../result";
import { fold } from "../../text";
import { renamedModules } from "../../timetable/store/renamed";
import { toolToEdit } from "../queries";
import { publishedCodes } from "../rules";
import {
  toolEditSchema,
  toolRetirementSchema,
  toolSchema,
  toolVersionEditSchema,
  toolVersionRetirementSchema,
  toolVersionSchema,
} from "../schema";
import {
  insertModule,
  insertTool,
  moduleKeysOf,
  modulesTaught,
  setTool,
  setVersion,
  type ToolRow,
  versionRow,
} from "../store";
import { needsEdition, putEdition, putModules, putVersion } from "./versions";

/** A version with its tool, to be changed. */
function versionToEdit(cx: Context, toolVersionId: number) {
  const version = versionRow(cx, toolVersionId) ?? refuse("notFound");
  if (version.supersededAt !== null) refuse("stale");
  return { version, tool: gate.tool(cx, "tools.edit", version.toolId) };
}

/** Refuses a module that is said to be one which the tool as published does not have. */
function demandPublished(
  cx: Context,
  tool: gate.Granted<ToolRow, "tools.edit">,
  { modules }: z.output<typeof toolVersionEditSchema>,
): void {
  const codes = publishedCodes(toolToEdit(cx, tool).versions);
  const wrong = modules.find(({ publishedCode }) => publishedCode !== null && !codes.includes(publishedCode));
  if (wrong) refuseAt({ [`modules.${wrong.index}.publishedCode`]: fault("choose") });
}

/** The texts of a tool as its columns; those that were not changed keep their marks. */
function textsOf(kept: ToolRow | null, input: Omit<z.output<typeof toolEditSchema>, "toolId" | "version">) {
  const text = (name: "title" | "description" | "audience") =>
    edited(kept?.[name] ?? null, input.ownLanguage, eachLanguage(input, name));
  return {
    title: text("title"),
    description: text("description"),
    audience: text("audience"),
    otherNames: [...new Set(input.otherNames)],
    manualUrl: input.manualUrl,
  };
}

/** A code for a tool's address, of its title and a few letters that make it one. */
const codeOf = (title: string): string =>
  `${
    fold(title)
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 40) || "tool"
  }-${newToken().slice(0, 4).toLowerCase()}`;

/** Adds a tool to the catalogue: a programme's own, or for all where an administrator adds it without one. */
export const createTool = command("tools.edit", toolSchema, (cx, input) => {
  const { programmeId } = input;
  if (!gate.mayInProgramme(cx, "tools.edit", programmeId)) {
    if (programmeId === null) refuseAt({ programmeId: fault("choose") });
    refuse("notFound");
  }
  if (input.modules.length === 0)
    refuseAt({ [`modules.0.${fieldIn("title", input.ownLanguage)}`]: fault("moduleNeeded") });
  const texts = textsOf(null, input);
  const code = codeOf(texts.title[texts.title.own] ?? "");
  const toolId = insertTool(cx, { ...texts, code, programmeId, createdAt: cx.now });
  // The tool as published is this one: there is no other whose modules they could be.
  const modules = input.modules.map((row) => ({ ...row, publishedCode: null }));
  putModules(cx, putVersion(cx, toolId, input, null), { ...input, modules });
  happened(cx, { kind: "tool.created", toolId });
  return { toolId };
});

/** Changes the texts of a tool. A form that was opened before somebody else's change is refused as stale. */
export const editTool = command("tools.edit", toolEditSchema, (cx, input) => {
  const tool = gate.tool(cx, "tools.edit", input.toolId);
  if (tool.version !== input.version) refuse("stale");
  const texts = textsOf(tool, input);
  const moduleIds = moduleKeysOf(cx, tool.id);
  setTool(cx, tool.id, texts);
  if (JSON.stringify(texts.title) !== JSON.stringify(tool.title)) renamedModules(cx, moduleIds);
  for (const courseId of coursesTeaching(cx, moduleIds)) searchAgain(cx, courseId);
  happened(cx, { kind: "tool.edited", toolId: tool.id });
  return { toolId: tool.id };
});

/** Adds a version or a national variant; its modules begin as those of another version that are taught today. */
export const addToolVersion = command("tools.edit", toolVersionSchema, (cx, input) => {
  const tool = gate.tool(cx, "tools.edit", input.toolId);
  const source = input.copyFrom === null ? null : (versionRow(cx, input.copyFrom) ?? refuse("notFound"));
  if (source && source.toolId !== tool.id) refuse("notFound");
  const toolVersionId = putVersion(cx, tool.id, input, null);
  const copied = source ? modulesTaught(cx, source.id) : [];
  for (const [i, { code, title, minutes, publishedCode }] of copied.entries())
    insertModule(cx, { toolVersionId, position: i + 1, code, title, minutes, publishedCode });
  setTool(cx, tool.id, {});
  happened(cx, { kind: "tool.version-created", toolId: tool.id, toolVersionId });
  return { toolId: tool.id, toolVersionId };
});

/**
 * Changes a version of a tool and its modules: adds, renames, reorders, retires, brings back. Where courses teach it, another
 * curriculum comes in its place, and they keep the one they were planned with.
 */
export const editToolVersion = command("tools.edit", toolVersionEditSchema, (cx, input) => {
  const { version, tool } = versionToEdit(cx, input.toolVersionId);
  if (tool.version !== input.version) refuse("stale");
  demandPublished(cx, tool, input);
  const apart = needsEdition(cx, version.id, input);
  const toolVersionId = apart ? putEdition(cx, version, input) : putVersion(cx, tool.id, input, version.id);
  if (!apart) putModules(cx, toolVersionId, input);
  setTool(cx, tool.id, {});
  happened(cx, { kind: "tool.version-edited", toolId: tool.id, toolVersionId });
  return { toolId: tool.id, toolVersionId, apart };
});

/** Retires a tool, or brings it back. Courses that teach it keep it; new ones are not offered it. */
export const setToolRetired = command("tools.edit", toolRetirementSchema, (cx, input) => {
  const tool = gate.tool(cx, "tools.edit", input.toolId);
  const retired = input.retired === "yes";
  setTool(cx, tool.id, { retiredAt: retired ? (tool.retiredAt ?? cx.now) : null });
  happened(cx, { kind: retired ? "tool.retired" : "tool.restored", toolId: tool.id });
  return { toolId: tool.id, retired };
});

/** The same for one version of a tool. */
export const setToolVersionRetired = command("tools.edit", toolVersionRetirementSchema, (cx, input) => {
  const { version, tool } = versionToEdit(cx, input.toolVersionId);
  const retired = input.retired === "yes";
  setVersion(cx, version.id, { retiredAt: retired ? (version.retiredAt ?? cx.now) : null });
  setTool(cx, tool.id, {});
  happened(cx, {
    kind: retired ? "tool.version-retired" : "tool.version-restored",
    toolId: tool.id,
    toolVersionId: version.id,
  });
  return { toolId: tool.id, toolVersionId: version.id, retired };
});
