import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { createCourse } from "../../lib/courses/commands";
import { catalogue } from "../../lib/courses/queries";
import { catalogueSchema, courseSchema } from "../../lib/courses/schema";
import {
  addToolVersion,
  editTool,
  editToolVersion,
  setToolRetired,
  setToolVersionRetired,
} from "../../lib/curriculum/commands";
import { type Tool, toolCatalogue } from "../../lib/curriculum/queries";
import { modulesOffered } from "../../lib/curriculum/rules";
import { toolVersionSchema } from "../../lib/curriculum/schema";
import { editVenue, setVenueRetired } from "../../lib/places/commands";
import { venueDetail } from "../../lib/places/queries";
import { venueEditSchema } from "../../lib/programmes/schema";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { firstDay, texts, version } from "../support/firstDay";
import { fault, now, value, worksIn } from "../support/world";

freshDatabase();
const { administrator, coordinator, shipped, form, plan, planAgain } = firstDay();
worksIn(coordinator.coordinates[0]!, "JO");
const withoutVersion = (tool: Tool) => ({ ...tool, version: 0 });

describe("a tool", () => {
  it("that is saved as it is stays as it is, whoever's language the page is in", () => {
    const before = shipped("my-coop");
    value(editTool(as(administrator, now), texts(before, { ownLanguage: "ar" })));
    value(editToolVersion(as(administrator, now), version(shipped("my-coop"))));
    expect(withoutVersion(shipped("my-coop"))).toEqual(withoutVersion(before));
  });
  it("keeps its translations when one of them is changed, which is no longer our translation", () => {
    const before = shipped("my-coop");
    const [m1] = before.versions[0]!.modules;
    value(editToolVersion(as(administrator, now), version(before, {}, { [m1!.id]: { titleFr: "Notions" } })));
    expect(shipped("my-coop").versions[0]!.modules[0]!.title).toEqual({
      ...m1!.title,
      fr: "Notions",
      ours: ["ar"],
    });
  });
  it("says of a variant's modules which they are of the tool as published, and of none that it does not have", () => {
    const [published] = shipped("my-coop").versions;
    const variant = toolVersionSchema.parse({
      ...{ toolId: String(shipped("my-coop").id), versionLabel: "2023", country: "JO" },
      copyFrom: String(published!.id),
    });
    const { toolVersionId } = value(addToolVersion(as(administrator, now), variant));
    const there = () => shipped("my-coop").versions.find(({ id }) => id === toolVersionId)!;
    const [m1, m2] = there().modules;
    const save = (publishedCode: string) =>
      editToolVersion(
        as(administrator, now),
        version(
          { ...shipped("my-coop"), versions: [there()] },
          {},
          { [m1!.id]: { code: "J1", publishedCode }, [m2!.id]: { publishedCode: "M2" } },
        ),
      );
    expect(fault(save("M9")).fields).toEqual({ "modules.0.publishedCode": { code: "choose" } });
    value(save("M1"));
    // What has the code of the tool anyway needs no saying.
    expect(
      there()
        .modules.slice(0, 2)
        .map((m) => [m.code, m.publishedCode]),
    ).toEqual([
      ["J1", "M1"],
      ["M2", null],
    ]);
    sqlite().prepare("DELETE FROM modules WHERE tool_version_id = ?").run(toolVersionId);
    sqlite().prepare("DELETE FROM tool_versions WHERE id = ?").run(toolVersionId);
  });
  it("takes added, renamed, reordered and retired modules in one go; empty rows are left out", () => {
    const before = shipped("start-coop");
    const [m1, , , m4] = before.versions[0]!.modules;
    const input = version(before, {}, { [m4!.id]: { position: "1" }, [m1!.id]: { retired: "on" } }, [
      { titleEn: "", minutes: " " },
      { titleAr: "وحدة جديدة", minutes: "٤٥" },
    ]);
    value(editToolVersion(as(administrator, now), input));
    const after = shipped("start-coop").versions[0]!.modules;
    expect(after.map((m) => [m.code, m.minutes, m.retiredAt])).toEqual([
      ["M4", 360, null],
      ["M1", 360, now],
      ["M2", 360, null],
      ["M3", 360, null],
      ["", 45, null],
    ]);
    expect(after.at(-1)!.title).toEqual({ own: "ar", ar: "وحدة جديدة" });
    expect(after.map((m) => m.id)).toEqual(
      expect.arrayContaining(before.versions[0]!.modules.map((m) => m.id)),
    );
  });
  it("tells whoever saves an older state of it, and refuses the same version twice", () => {
    const old = shipped("my-coop");
    value(editTool(as(administrator, now), texts(old, { titleEn: "My.Coop" })));
    const { title } = shipped("my-coop");
    const late = editTool(as(administrator, now), texts(old, { titleFr: "Ma Coop" }));
    expect(fault(late).code).toBe("stale");
    expect(shipped("my-coop").title).toEqual(title);
    expect(fault(editToolVersion(as(administrator, now), version(old))).code).toBe("stale");
    const twice = toolVersionSchema.parse({ toolId: String(old.id), versionLabel: "1", country: "JO" });
    expect(fault(addToolVersion(as(administrator, now), twice)).fields).toEqual({
      versionLabel: { code: "versionTaken" },
    });
  });
  it("gets a national variant with the modules of another version that are not retired", () => {
    const tool = shipped("start-coop");
    const input = toolVersionSchema.parse({
      toolId: String(tool.id),
      versionLabel: "2",
      country: "LB",
      copyFrom: String(tool.versions[0]!.id),
    });
    value(addToolVersion(as(administrator, now), input));
    const made = shipped("start-coop").versions.at(-1)!;
    expect([made.label, made.country, made.modules.map((m) => m.code)]).toEqual([
      "2",
      "LB",
      ["M4", "M2", "M3", ""],
    ]);
  });
  it("that is shipped is edited by administrators alone", () => {
    const tool = shipped("my-coop");
    expect(() => gate.tool(as(coordinator), "tools.edit", tool.id)).toThrow("notFound");
    expect(fault(editTool(as(coordinator, now), texts(tool))).code).toBe("notFound");
    expect(fault(editToolVersion(as(coordinator, now), version(tool))).code).toBe("notFound");
    expect(fault(setToolRetired(as(coordinator, now), { toolId: tool.id, retired: "yes" })).code).toBe(
      "notFound",
    );
  });
  it("is found by its other names, and by a new one at once", () => {
    const find = (q: string) => catalogue(as(visitor), catalogueSchema.parse({ q })).courses.map((c) => c.id);
    const { courseId } = plan();
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
    expect(find("فكر بالتعاون")).toContain(courseId);
    expect(find("Pensar cooperativa")).toEqual([]);
    const tool = shipped("think-coop");
    value(
      editTool(
        as(administrator, now),
        texts(tool, { otherNames: "فكّر بالتعاون\nPensar.Cooperativa\nPensar.Cooperativa" }),
      ),
    );
    expect(shipped("think-coop").otherNames).toEqual(["فكّر بالتعاون", "Pensar.Cooperativa"]);
    expect(find("Pensar cooperativa")).toContain(courseId);
  });
});

describe("what is retired", () => {
  const offered = (kept: number[] = []) =>
    modulesOffered(toolCatalogue(as(coordinator)), new Set(kept)).flatMap((t) =>
      t.versions.flatMap((v) => v.modules.map((m) => m.id)),
    );
  it("is not offered to new courses, stays on old ones, and can be brought back: a tool and a version", () => {
    const tool = shipped("think-coop");
    const [first] = tool.versions;
    const moduleId = first!.modules[0]!.id;
    const { courseId } = plan();
    for (const set of [
      (retired: "yes" | "no") => setToolRetired(as(administrator, now), { toolId: tool.id, retired }),
      (retired: "yes" | "no") =>
        setToolVersionRetired(as(administrator, now), { toolVersionId: first!.id, retired }),
    ]) {
      value(set("yes"));
      expect(offered()).not.toContain(moduleId);
      expect(offered([moduleId])).toContain(moduleId);
      expect(fault(createCourse(as(coordinator, now), courseSchema.parse(form()))).fields).toEqual({
        moduleIds: { code: "retired" },
      });
      value(planAgain(courseId));
      value(set("no"));
      expect(offered()).toContain(moduleId);
      plan();
    }
  });
  it("is the same for a venue and a room", () => {
    const venueId = Number(
      sqlite().prepare("INSERT INTO venues (name, country, place) VALUES ('Hall', 'JO', 'Irbid')").run()
        .lastInsertRowid,
    );
    const room = (name: string) =>
      Number(
        sqlite().prepare("INSERT INTO rooms (venue_id, name) VALUES (?, ?)").run(venueId, name)
          .lastInsertRowid,
      );
    const [a, b] = [room("A"), room("B")];
    const there = { venueId: String(venueId) };
    const { courseId } = plan(there);
    const session = (more: Record<string, unknown>) =>
      saveSession(
        as(coordinator, now),
        sessionSchema.parse({
          courseId: String(courseId),
          kind: "other",
          title: "Opening",
          day: "2027-02-07",
          startsAt: "09:00",
          endsAt: "10:00",
          roomId: String(a),
          ...more,
        }),
      );
    const { sessionId } = value(session({}));
    type RoomForm = Record<string, string>;
    const kept: RoomForm[] = [
      { id: String(a), name: "A" },
      { id: String(b), name: "B" },
    ];
    const fields = (more: Record<string, string> = {}, rooms = kept) => {
      const venue = venueDetail(as(coordinator), gate.venue(as(coordinator), "venues.edit", venueId));
      return venueEditSchema.parse({
        venueId: String(venueId),
        version: String(venue.version),
        name: venue.name,
        country: venue.country,
        place: venue.place,
        rooms,
        ...more,
      });
    };
    value(
      editVenue(
        as(coordinator, now),
        fields({}, [
          { id: String(a), name: "B", retired: "on" },
          { id: String(b), name: "A" },
          { name: "C", seats: "40" },
        ]),
      ),
    );
    expect(
      venueDetail(as(coordinator), gate.venue(as(coordinator), "venues.edit", venueId)).rooms.map((r) => [
        r.name,
        r.seats,
        r.retiredAt,
      ]),
    ).toEqual([
      ["B", null, now],
      ["A", null, null],
      ["C", 40, null],
    ]);
    expect(fault(session({ startsAt: "11:00", endsAt: "12:00" })).fields).toEqual({
      roomId: { code: "retired" },
    });
    value(session({ sessionId: String(sessionId), version: "1", title: "Welcome" }));
    expect(
      fault(editVenue(as(coordinator, now), fields({}, [...kept, { name: " " }, { name: "C" }]))).fields,
    ).toEqual({
      "rooms.3.name": { code: "roomTaken" },
    });
    // Several rooms at once, one a line: all of them or none.
    const pasted = (roomLines: string) => editVenue(as(coordinator, now), fields({ roomLines }, [...kept]));
    expect(fault(pasted("D, 30\nE, many\nF, 12")).fields).toMatchObject({
      roomLines: { code: "roomLinesWrong", params: { lines: "2" } },
    });
    expect(fault(pasted("D, 30\nD, 12\nC, 9")).fields).toMatchObject({
      roomLines: { code: "roomLinesTaken", params: { lines: "2, 3" } },
    });
    value(pasted("D, 30\n\nE\t٢٥"));
    expect(
      venueDetail(as(coordinator), gate.venue(as(coordinator), "venues.edit", venueId))
        .rooms.map((r) => [r.name, r.seats])
        .slice(-2),
    ).toEqual([
      ["D", 30],
      ["E", 25],
    ]);
    expect(fault(editVenue(as(administrator, now), fields({ country: "LB" }))).fields).toEqual({
      country: { code: "venueHasCourses" },
    });
    // Its page says so, with the way back.
    expect(value(setVenueRetired(as(coordinator, now), { venueId, retired: "yes" })).retired).toBe(true);
    expect(fault(createCourse(as(coordinator, now), courseSchema.parse(form(there)))).fields).toEqual({
      venueId: { code: "retired" },
    });
    value(planAgain(courseId, there));
    value(setVenueRetired(as(coordinator, now), { venueId, retired: "no" }));
    plan(there);
  });
});
