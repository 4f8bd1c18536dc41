import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import { keepTemplate, removeTemplate } from "../../lib/templates/commands";
import { as } from "./as";
import { now, planned, value, type World } from "./world";

/** A programme's own tool, with the keys of its version and module. */
export function toolOf(programmeId: number) {
  const text = JSON.stringify({ own: "en", en: "A tool" });
  const insert = (statement: string, ...values: unknown[]) =>
    Number(
      sqlite()
        .prepare(statement)
        .run(...values).lastInsertRowid,
    );
  const toolId = insert(
    "INSERT INTO tools (code, title, description, audience, programme_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    `tool-${programmeId}`,
    text,
    text,
    text,
    programmeId,
    now,
  );
  const toolVersionId = insert("INSERT INTO tool_versions (tool_id, label) VALUES (?, '1')", toolId);
  const moduleId = insert(
    "INSERT INTO modules (tool_version_id, position, code, title, minutes) VALUES (?, 1, 'M1', ?, 60)",
    toolVersionId,
    text,
  );
  return { toolId, toolVersionId, moduleId };
}

/** A course planned with a curriculum in whose place another came, and what its page says that going on to it does. */
export function courseBefore(
  w: World,
  by: Viewer,
  of: { programmeId: number; trainerIds: number[] },
  tool: Tool,
) {
  const run = (statement: string, ...values: unknown[]) =>
    Number(
      sqlite()
        .prepare(statement)
        .run(...values).lastInsertRowid,
    );
  const versionId = run(
    "INSERT INTO tool_versions (tool_id, label, superseded_at) VALUES (?, '1', ?)",
    tool.toolId,
    now,
  );
  const moduleId = run(
    "INSERT INTO modules (tool_version_id, position, code, title, minutes) VALUES (?, 1, 'M1', ?, 45)",
    versionId,
    JSON.stringify({ own: "en", en: "Before" }),
  );
  run("UPDATE tool_versions SET former_id = ? WHERE id = ?", versionId, tool.toolVersionId);
  run("UPDATE modules SET former_id = ? WHERE id = ?", moduleId, tool.moduleId);
  const { courseId } = planned(
    { ...w, coordinator: by, ...of },
    { startsOn: "2027-08-01", endsOn: "2027-08-05" },
  );
  run("INSERT INTO course_modules (course_id, module_id, position) VALUES (?, ?, 9)", courseId, moduleId);
  return { courseId, foreseen: JSON.stringify([[[[moduleId, tool.moduleId]], []]]) };
}
type Tool = ReturnType<typeof toolOf>;

/** A course that is open, of which it is not certain yet that it takes place. */
export function tentative(w: World, by: Viewer, of: { programmeId: number; trainerIds: number[] }): number {
  const { courseId } = planned(
    { ...w, coordinator: by, ...of },
    { startsOn: "2027-09-05", endsOn: "2027-09-09", minimumPeople: "2", decideBy: "2027-08-01" },
  );
  sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
  return courseId;
}

/** A template of a programme, there or removed. */
export const templateOf = (by: Viewer, courseId: number, removed: boolean) => {
  const name = removed ? "Removed" : "A template";
  const { templateId } = value(keepTemplate(as(by, now), { courseId, name, templateId: null }));
  if (removed) value(removeTemplate(as(by, now), { templateId }));
  return templateId;
};
