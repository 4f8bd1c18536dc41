import { eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { modules, tools, toolVersions } from "@/db/schema/curriculum";
import type { Translated } from "@/db/values/languages";

/** A module by its code and title, with the tool that it is of. For other stores to join. */
export const moduleView = new QueryBuilder({ casing: "snake_case" })
  .select({
    moduleId: modules.id,
    moduleCode: modules.code,
    moduleTitle: modules.title,
    // Two columns of one name, which the view tells apart.
    toolTitle: sql<Translated>`${tools.title}`.mapWith(tools.title).as("tool_title"),
  })
  .from(modules)
  .innerJoin(toolVersions, eq(toolVersions.id, modules.toolVersionId))
  .innerJoin(tools, eq(tools.id, toolVersions.toolId))
  .as("module");
