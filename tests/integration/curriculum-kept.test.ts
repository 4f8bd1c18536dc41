import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { createCourse, moveCurriculum } from "../../lib/courses/commands";
import { courseTools, curriculumMove, curriculumNews } from "../../lib/courses/queries";
import { courseSchema } from "../../lib/courses/schema";
import { editToolVersion } from "../../lib/curriculum/commands";
import { toolCatalogue, toolsToday } from "../../lib/curriculum/queries";
import { modulesOffered } from "../../lib/curriculum/rules";
import { toolVersionEditSchema } from "../../lib/curriculum/schema";
import { planFrom } from "../../lib/templates/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { timetables } from "../support/timetables";
import { courseForm, fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const administrator = viewer(person("Administrator"), { administrator: true });
const { sessionsOf } = timetables(w);

/** Saves the tool with its modules changed by their codes; further rows are added. */
function curriculum(changed: Record<string, Record<string, string>>, added: Record<string, string>[] = []) {
  const [tool] = toolsToday(as(administrator)).filter(({ code }) => code === "think-coop");
  const [version] = tool!.versions;
  return value(
    editToolVersion(
      as(administrator, now + 60_000),
      toolVersionEditSchema.parse({
        toolVersionId: String(version!.id),
        version: String(tool!.version),
        ownLanguage: "en",
        versionLabel: version!.label,
        country: version!.country,
        modules: [
          ...version!.modules.map((m) => ({
            id: String(m.id),
            code: m.code,
            titleEn: m.title.en ?? "",
            minutes: String(m.minutes),
            position: String(m.position),
            retired: m.retiredAt === null ? "" : "on",
            ...changed[m.code],
          })),
          ...added,
        ],
      }),
    ),
  );
}
const minutesOf = (courseId: number) =>
  courseTools(as(w.coordinator), courseId).flatMap(({ modules }) =>
    modules.map((m) => `${m.code} ${m.minutes}`),
  );
const move = (courseId: number) => {
  const cx = as(w.coordinator, now);
  const { foreseen } = curriculumMove(cx, gate.course(cx, "course.edit", courseId));
  return moveCurriculum(cx, { courseId, foreseen: foreseen === "[]" ? "none" : foreseen });
};
const news = (courseId: number) =>
  curriculumNews(as(w.coordinator), gate.course(as(w.coordinator), "course.read", courseId));
const offered = (kept: number[]) =>
  modulesOffered(toolCatalogue(as(w.coordinator)), new Set(kept)).flatMap(({ versions }) =>
    versions.flatMap(({ modules }) => modules.map((m) => `${m.code} ${m.minutes}`)),
  );

const { courseId } = opened(w);
const begun = opened(w, {
  startsOn: "2027-03-14",
  endsOn: "2027-03-18",
});

describe("a curriculum that changes", () => {
  it("stays one version while only its words do", () => {
    expect(curriculum({ M1: { titleEn: "The basics" } }).apart).toBe(false);
    expect(news(courseId)).toEqual([]);
    expect(courseTools(as(w.coordinator), courseId)[0]!.modules[0]!.title.en).toBe("The basics");
  });
  it("is a newer one for new courses, and courses keep theirs and say so", () => {
    const before = sessionsOf(courseId);
    expect(
      curriculum({ M1: { minutes: "180" }, M2: { retired: "on" } }, [
        { titleEn: "Third", code: "M3", minutes: "90" },
      ]).apart,
    ).toBe(true);
    expect(minutesOf(courseId)).toEqual(["M1 360", "M2 360"]);
    expect(sessionsOf(courseId)).toEqual(before);
    expect(news(courseId)).toMatchObject([{ toolTitle: { en: "Think.Coop" }, since: now + 60_000 }]);
    // Each is offered its own: a new course the newest, this one what it was planned with.
    expect(offered([])).toEqual(["M1 180", "M3 90"]);
    expect(offered(w.moduleIds)).toEqual(["M1 360", "M2 360"]);
    const old = createCourse(as(w.coordinator, now), courseSchema.parse(courseForm(w)));
    expect(fault(old)).toMatchObject({ fields: { moduleIds: { code: "curriculumReplaced" } } });
    // A copy is a new course.
    const copied = planFrom(as(w.coordinator), { copyOf: courseId })!;
    expect(copied.moduleIds).not.toContain(w.moduleIds[0]);
    // What is no longer taught is left out and said; its sessions stay under its title, as in a course that is moved.
    expect(copied.moduleIds).not.toContain(w.moduleIds[1]);
    expect(copied.gone).toMatchObject([{ en: "Module M2" }]);
    const gone = copied.sessions.filter((_, i) => before[i]!.moduleId === w.moduleIds[1]);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every((s) => s.kind === "other" && s.moduleId === null && s.title === "Module M2")).toBe(
      true,
    );
  });
  it("is moved to as its page foresaw it; sessions of a module that is gone stay under its title", () => {
    const before = sessionsOf(courseId);
    const { newer, sessionsOf: counts } = curriculumMove(
      as(w.coordinator),
      gate.course(as(w.coordinator), "course.edit", courseId),
    );
    expect(newer[0]!.stays.map(({ from, to }) => [from.code, from.minutes, to?.minutes ?? null])).toEqual([
      ["M1", 360, 180],
      ["M2", 360, null],
    ]);
    expect(newer[0]!.added.map((m) => m.code)).toEqual(["M3"]);
    expect(counts.get(w.moduleIds[1]!)).toBe(before.filter((s) => s.moduleId === w.moduleIds[1]).length);
    const stale = moveCurriculum(as(w.coordinator, now), { courseId, foreseen: "something else" });
    expect(fault(stale).code).toBe("curriculumChanged");
    value(move(courseId));
    expect(minutesOf(courseId)).toEqual(["M1 180", "M3 90"]);
    expect(news(courseId)).toEqual([]);
    const after = sessionsOf(courseId);
    expect(after.map((s) => [s.day, s.startsAt, s.endsAt])).toEqual(
      before.map((s) => [s.day, s.startsAt, s.endsAt]),
    );
    const gone = after.filter((_, i) => before[i]!.moduleId === w.moduleIds[1]);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.every((s) => s.kind === "other" && s.moduleId === null && s.title === "Module M2")).toBe(
      true,
    );
    expect(fault(move(courseId)).code).toBe("curriculumNewest");
  });
  it("leaves a course of which attendance was taken by the one that it was begun with", async () => {
    await registered(begun.slug);
    const [first] = sessionsOf(begun.courseId);
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(begun.courseId);
    const { id } = sqlite()
      .prepare("SELECT id FROM registrations WHERE course_id = ?")
      .get(begun.courseId) as { id: number };
    value(
      takeRoll(
        as(w.coordinator, first!.endInstant + 60_000),
        rollSchema.parse({ sessionId: String(first!.id), marks: { [id]: { state: "present" } } }),
      ),
    );
    expect(fault(move(begun.courseId)).code).toBe("curriculumAfterRoll");
    expect(minutesOf(begun.courseId)).toEqual(["M1 360", "M2 360"]);
    expect(news(begun.courseId)).toHaveLength(1);
  });
});
