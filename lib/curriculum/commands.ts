import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { countries, modules, tools, toolVersions } from "@/db/schema";
import { demand } from "../access/demand";
import type { Viewer } from "../access/rules";
import { audit, change } from "../audit/commands";
import { newToken } from "../crypto/tokens";
import type { Translated } from "../i18n/rules";
import { type Result, refuse } from "../result";
import { fold } from "../text";
import { readModules } from "./rules";
import type { toolSchema } from "./schema";

/** Adds a tool to the catalogue: a programme's own, or for all where an administrator adds it without one. */
export function createTool(
  viewer: Viewer,
  input: z.output<typeof toolSchema>,
  now: number,
): Result<{ toolId: number }> {
  return change((db) => {
    if (input.programmeId === null && !viewer.administrator)
      refuse("invalid", { fields: { programmeId: "choose" } });
    demand(viewer, "tools.edit", { programmeId: input.programmeId ?? undefined });
    if (input.country && !db.select().from(countries).where(eq(countries.code, input.country)).get())
      refuse("invalid", { fields: { country: "choose" } });
    const read = readModules(input.modules);
    if ("wrongLine" in read) refuse("invalid", { fields: { modules: `moduleLine?line=${read.wrongLine}` } });
    const own = input.ownLanguage;
    const text = (value: string): Translated => ({ own, [own]: value });
    const tool = db
      .insert(tools)
      .values({
        code: `${
          fold(input.title)
            .replace(/[^a-z0-9]+/g, "-")
            .slice(0, 40) || "tool"
        }-${newToken().slice(0, 4).toLowerCase()}`,
        title: text(input.title),
        description: text(input.description),
        audience: text(input.audience ?? ""),
        manualUrl: input.manualUrl,
        programmeId: input.programmeId,
        createdAt: now,
      })
      .returning({ id: tools.id })
      .get();
    const version = db
      .insert(toolVersions)
      .values({ toolId: tool.id, label: input.version, country: input.country ?? "" })
      .returning({ id: toolVersions.id })
      .get();
    db.insert(modules)
      .values(
        read.modules.map((m, i) => ({
          toolVersionId: version.id,
          position: i + 1,
          code: m.code,
          title: text(m.title),
          minutes: m.minutes,
        })),
      )
      .run();
    audit(db, viewer, now, "tool.create", "tool", tool.id);
    return { toolId: tool.id };
  });
}
