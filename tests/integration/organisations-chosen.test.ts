import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import * as threads from "../../lib/access/threadGate";
import { threadOf } from "../../lib/cascade/queries";
import { editWorkshop, scheduleWorkshop } from "../../lib/courses/commands";
import {
  deskCourse,
  organisationExpected,
  organisationsToChoose,
  workshopsToApprove,
} from "../../lib/courses/queries";
import { workshopEditSchema, workshopSchema } from "../../lib/courses/schema";
import { organisationsOfWorkshops } from "../../lib/registrations/store/heldFor";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseForm, fault, now, person, value, world } from "../support/world";

freshDatabase();
const w = world();

const organisation = (name: string, country = "JO") =>
  Number(
    sqlite()
      .prepare(
        "INSERT INTO organisations (name, kind, country, name_key, sort_name) VALUES (?, 'cooperative', ?, ?, ?)",
      )
      .run(name, country, name.toLowerCase().replaceAll(" ", ""), name.toLowerCase()).lastInsertRowid,
  );
/** An organisation of which a programme knows somebody. */
function knownIn(programmeId: number, name: string): number {
  const id = organisation(name);
  const member = person(`Member of ${name}`);
  sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(id, member);
  sqlite()
    .prepare("INSERT OR IGNORE INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, 0)")
    .run(member, programmeId);
  return id;
}
const weavers = knownIn(w.programmeId, "Weavers");
const potters = knownIn(w.programmeId, "Potters");
const foreign = knownIn(w.otherId, "Foreign growers");

const days = ["2027-05-03", "2027-05-10", "2027-05-17", "2027-05-24"];
const form = (startsOn: string, more: Record<string, unknown> = {}) => ({
  ...courseForm(w),
  trainerIds: [],
  wholeIds: [],
  place: "Kufr Asad",
  audience: "",
  ...{ startsOn, endsOn: startsOn },
  ...{ startsAt: "09:00", endsAt: "16:00", breakFrom: "12:00", breakMinutes: "30" },
  ...more,
});
const schedule = (more: Record<string, unknown>, day = days[0]!) =>
  scheduleWorkshop(as(w.trainer, now), workshopSchema.parse(form(day, more)));
const offered = () => {
  const cx = as(w.trainer, now);
  return organisationsToChoose(cx, gate.planningIn(cx, [w.programmeId, w.otherId]), null).map(
    ({ name }) => name,
  );
};
const offeredBy = (name: string) =>
  sqlite().prepare("SELECT id FROM organisations WHERE name = ?").pluck().get(name);
const shown = (courseId: number) => {
  const cx = as(w.coordinator, now);
  return deskCourse(cx, gate.course(cx, "course.read", courseId)).organisations.map(({ name }) => name);
};
const threadFor = (organisationId: number) => {
  const cx = as(w.coordinator, now);
  return threadOf(cx, threads.followed(cx, "thread.read", organisationId)).toCome.map(({ id }) => id);
};

const edited = (courseId: number, more: Record<string, unknown>) => {
  const version = sqlite().prepare("SELECT version FROM courses WHERE id = ?").pluck().get(courseId);
  const input = { ...form(days[0]!, more), courseId: String(courseId), version: String(version) };
  return editWorkshop(as(w.trainer, now), workshopEditSchema.parse(input));
};

describe("the organisations for which a workshop is", () => {
  it("are offered of the trainer's own programme alone, and none of another is taken", () => {
    expect(offered()).toContain("Weavers");
    expect(offered()).not.toContain("Foreign growers");
    expect(fault(schedule({ organisationIds: [String(weavers), String(foreign)] })).fields).toEqual({
      organisationIds: { code: "choose" },
    });
    expect(fault(schedule({ organisationIds: ["999999"] })).fields).toHaveProperty("organisationIds");
  });
  it("are kept, shown where the workshop is and approved, and lead to it from what became of each", () => {
    const { courseId } = value(
      schedule({ organisationIds: [String(weavers), String(potters)], audience: "and their neighbours" }),
    );
    expect(shown(courseId)).toEqual(["Potters", "Weavers"]);
    const cx = as(w.coordinator, now);
    const line = workshopsToApprove(cx, gate.reach(cx, "workshop.approve")).find(({ id }) => id === courseId);
    expect([line?.organisations.map(({ name }) => name), line?.audience]).toEqual([
      ["Potters", "Weavers"],
      "and their neighbours",
    ]);
    expect([threadFor(weavers), threadFor(potters)]).toEqual([[courseId], [courseId]]);
    expect(organisationExpected(cx, gate.course(cx, "course.read", courseId))).toBeNull();
    const edit = (more: Record<string, unknown>) => edited(courseId, more);
    expect(fault(edit({ organisationIds: [String(foreign)] })).fields).toHaveProperty("organisationIds");
    value(edit({ organisationIds: [String(weavers)] }));
    expect(shown(courseId)).toEqual(["Weavers"]);
    expect(threadFor(potters)).toEqual([]);
    // Written besides it is one: so the cascade counts it.
    value(edit({ organisationIds: [String(weavers)], audience: "Weavers" }));
    expect(organisationsOfWorkshops(cx, [courseId]).get(courseId)).toEqual([weavers]);
    expect(threadFor(weavers)).toEqual([courseId]);
    // Whoever is registered comes from the one that it is for.
    expect(organisationExpected(cx, gate.course(cx, "course.read", courseId))).toBe("Weavers");
  });
  it("are added by their names, each once, however often and in whichever spelling", () => {
    const rows = sqlite().prepare("SELECT kind, country FROM organisations WHERE name LIKE 'Bee%'");
    const { courseId } = value(
      schedule({ newOrganisations: "Beekeepers of Ajloun\n weavers \n\n" }, days[1]),
    );
    expect(shown(courseId)).toEqual(["Beekeepers of Ajloun", "Weavers"]);
    const again = value(
      schedule(
        { organisationIds: [String(weavers)], newOrganisations: "beekeepers of ajloun\nWeavers" },
        days[2],
      ),
    );
    expect(shown(again.courseId)).toEqual(["Beekeepers of Ajloun", "Weavers"]);
    expect(rows.all()).toEqual([{ kind: "cooperative", country: "JO" }]);
    // Of the programme from then on, though nobody of it is known.
    expect(offered()).toContain("Beekeepers of Ajloun");
    const lines = Array.from({ length: 11 }, (_, n) => `Coop ${n}`).join("\n");
    expect(
      workshopSchema.safeParse(form(days[3]!, { newOrganisations: lines })).error?.issues[0]?.path,
    ).toEqual(["newOrganisations"]);
  });
  it("are sixty at most, those that are added among them; one that is for more from before is kept as it was, and saved", () => {
    const many = Array.from({ length: 62 }, (_, n) => knownIn(w.programmeId, `Growers ${n}`));
    const chosen = (count: number) => many.slice(0, count).map(String);
    const tooMany = { code: "tooManyOrganisations", params: { max: 60 } };
    expect(fault(schedule({ organisationIds: chosen(61) }, days[3])).fields).toEqual({
      organisationIds: tooMany,
    });
    const more = { organisationIds: chosen(59), newOrganisations: "Millers\nBakers" };
    expect(fault(schedule(more, days[3])).fields).toEqual({ newOrganisations: tooMany });
    // One of those to add is chosen already.
    const { courseId } = value(schedule({ ...more, newOrganisations: "Millers\nGrowers 3" }, days[3]));
    const keep = sqlite().prepare(
      "INSERT INTO course_organisations (course_id, organisation_id) VALUES (?, ?)",
    );
    for (const id of many.slice(59)) keep.run(courseId, id);
    const [before, dates] = [shown(courseId), { startsOn: days[3], endsOn: days[3] }];
    expect(before).toHaveLength(63);
    const kept = [...chosen(62), String(offeredBy("Millers"))];
    value(edited(courseId, { ...dates, organisationIds: kept }));
    expect(shown(courseId)).toEqual(before);
    value(edited(courseId, { ...dates, organisationIds: kept.slice(1) }));
    expect(fault(edited(courseId, { ...dates, organisationIds: kept })).fields).toEqual({
      organisationIds: tooMany,
    });
  });
});
