import type Database from "better-sqlite3";
import type { Translated } from "../../../lib/i18n/rules";

/** A tool as courses teach it. */
export type Tool = {
  title: Translated;
  otherNames: string[];
  modules: { id: number; code: string; title: Translated; minutes: number }[];
};

/** The shipped tools that have modules, as the database has them. */
export function toolsOf(sqlite: Database.Database): Tool[] {
  const rows = sqlite
    .prepare(
      `SELECT v.id AS version, t.title AS tool, t.other_names AS names, m.id, m.code, m.title, m.minutes
       FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id JOIN tools t ON t.id = v.tool_id
       WHERE v.country = '' ORDER BY v.id, m.position`,
    )
    .all() as {
    version: number;
    tool: string;
    names: string;
    id: number;
    code: string;
    title: string;
    minutes: number;
  }[];
  const found = new Map<number, Tool>();
  for (const row of rows) {
    const tool = found.get(row.version) ?? {
      title: JSON.parse(row.tool) as Translated,
      otherNames: JSON.parse(row.names) as string[],
      modules: [],
    };
    tool.modules.push({
      id: row.id,
      code: row.code,
      title: JSON.parse(row.title) as Translated,
      minutes: row.minutes,
    });
    found.set(row.version, tool);
  }
  return [...found.values()];
}
