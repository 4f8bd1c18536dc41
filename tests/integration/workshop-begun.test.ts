import { expect, it } from "vitest";
import {
  plannedDefaults,
  repeatedFrom,
  workshopToRepeat,
} from "../../app/[locale]/(desk)/desk/workshops/new/source";
import { sqlite } from "../../db/client";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { modulesOffered, usualVersion } from "../../lib/curriculum/rules";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, opened, person, world } from "../support/world";

freshDatabase();
const w = world();
const cx = as(w.trainer, now);
const tools = () => modulesOffered(toolCatalogue(cx), new Set());

it("a workshop as planned begins in the country and zone of the training in which it was planned", () => {
  const offer = {
    ...{
      registrationId: 1,
      number: 1,
      toolId: 1,
      place: "Tripoli",
      audience: null,
      programmeId: w.programmeId,
    },
    ...{ plannedFor: "2027-03-01", day: "2027-03-01", country: "LB", zone: "Asia/Beirut" },
  };
  expect(plannedDefaults(cx, offer, tools())).toMatchObject({
    ...{ country: "LB", zone: "Asia/Beirut", place: "Tripoli", startsOn: "2027-03-01" },
  });
});

it("a workshop as planned begins with the modules that its trainer may lead, with all of them where nothing is known", () => {
  const tool = tools().find(({ versions }) => (usualVersion(versions, "LB")?.modules.length ?? 0) > 1)!;
  const all = usualVersion(tool.versions, "LB")!.modules.map(({ id }) => id);
  const offer = {
    ...{ registrationId: 1, number: 1, toolId: tool.id, place: "Tripoli", audience: null },
    ...{ plannedFor: "2027-03-01", day: "2027-03-01", country: "LB", zone: "Asia/Beirut" },
    programmeId: w.programmeId,
  };
  expect(plannedDefaults(cx, offer, tools()).moduleIds).toEqual(all.map(String));
  // Who is certified for one module may lead that one.
  const code = usualVersion(tool.versions, "LB")!.modules[0]!.code;
  sqlite()
    .prepare(
      "INSERT INTO standings (person_id, tool_id, programme_id, stage, since, modules, next_step, next_missing, judged_on, valid_until) VALUES (?, ?, ?, 'certified', '2026-01-01', ?, 'none', 0, '2026-01-01', '2028-01-01')",
    )
    .run(w.trainer.personId, tool.id, w.programmeId, JSON.stringify([code]));
  expect(plannedDefaults(cx, offer, tools()).moduleIds).toEqual([String(all[0])]);
});

it("a workshop like another names the modules and people that are offered no more, and leaves them out", () => {
  const gone = person("Gone Away");
  const { courseId } = opened(w);
  const run = (text: string, ...params: unknown[]) =>
    sqlite()
      .prepare(text)
      .run(...params);
  run("UPDATE courses SET kind = 'user', scheduled_by = ? WHERE id = ?", w.trainer.personId, courseId);
  run(
    "INSERT OR IGNORE INTO course_trainers (course_id, person_id) VALUES (?, ?)",
    courseId,
    w.trainer.personId,
  );
  run("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)", courseId, gone);
  const course = workshopToRepeat(cx, courseId)!;
  const from = (offered: ReturnType<typeof tools>) => repeatedFrom(cx, course, w.programmeId, "en", offered);
  const all = from(tools());
  expect(all.left).toEqual(["Gone Away"]);
  expect(all.defaults.trainerIds).not.toContain(String(gone));
  const none = from([]);
  expect(none.defaults.moduleIds).toEqual([]);
  expect(none.left).toHaveLength(1 + all.defaults.moduleIds.length);
  expect(none.left[0]).toContain(course.tools[0]!.modules[0]!.code);
});
