import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import type { Viewer } from "../../lib/access/table";
import * as threads from "../../lib/access/threadGate";
import { enterThreadEntry, strikeThreadEntry, undoThreadEntry } from "../../lib/cascade/commands";
import { followersOf, threadOf } from "../../lib/cascade/queries";
import { strikeEntrySchema, threadEntrySchema, undoEntrySchema } from "../../lib/cascade/schema";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { fault, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const course = await coursesToCertify(w).issued();
const organisationId = Number(
  sqlite()
    .prepare(
      "INSERT INTO organisations (name, kind, state, name_key, sort_name) VALUES ('Weavers', 'cooperative', 'forming', 'weavers', 'weavers')",
    )
    .run().lastInsertRowid,
);
for (const { personId } of course.people.slice(0, 2))
  sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(organisationId, personId);
const at = course.evening;
const enter = (by: Viewer, kind: string, day: string, words = "", now = at) =>
  enterThreadEntry(
    as(by, now),
    threadEntrySchema.parse({
      organisationId: String(organisationId),
      programmeId: String(w.programmeId),
      ...{ kind, day, words },
    }),
  );
const read = (by: Viewer) => {
  const cx = as(by, at);
  return threadOf(cx, threads.followed(cx, "thread.read", organisationId));
};

describe("what became of a cooperative", () => {
  it("begins with who was trained, in what and when, by name for whoever may read people", () => {
    expect(read(w.coordinator).trained).toMatchObject([
      { id: course.courseId, people: 2, endsOn: course.endsOn, tools: [{ code: "think-coop" }] },
    ]);
    expect(read(w.coordinator).trained[0]!.named.map(({ name }) => name)).toEqual(["Amal", "Badr"]);
    expect(read(w.trainer).trained[0]!.named).toEqual([]);
    expect(() => read(w.stranger)).toThrow();
    expect(() => read(w.participant)).toThrow();
  });
  it("says what is to come as that, and nothing of a course to which nobody came", async () => {
    const next = opened(w, { startsOn: "2027-06-07", endsOn: "2027-06-08" });
    value(await registered(next.slug, { name: "Dalia" }));
    const missed = await coursesToCertify(w).running("user", ["Eman"]);
    sqlite()
      .prepare("UPDATE persons SET organisation_id = ? WHERE name IN ('Dalia', 'Eman')")
      .run(organisationId);
    sqlite().prepare("UPDATE registrations SET state = 'no_show' WHERE course_id = ?").run(missed.courseId);
    const { trained, toCome } = read(w.coordinator);
    expect(trained.map(({ id }) => id)).toEqual([course.courseId]);
    expect(toCome).toMatchObject([{ id: next.courseId, people: 1, named: [{ name: "Dalia" }] }]);
  });
  it("has the workshops held for it with all who were in them, and those planned for it as planned", async () => {
    const before = read(w.coordinator);
    const held = await coursesToCertify(w).issued();
    const plan = (startsOn: string) => opened(w, { startsOn, endsOn: startsOn }).courseId;
    const [planned, other] = [plan("2027-07-05"), plan("2027-07-12")];
    const isFor = sqlite().prepare("UPDATE courses SET audience = ? WHERE id = ?");
    isFor.run("Potters; WEAVERS", held.courseId);
    isFor.run("Weavers", planned);
    isFor.run("Weavers of Irbid", other);
    const { trained, toCome } = read(w.coordinator);
    const line = (all: typeof trained, id: number) => all.find((one) => one.id === id);
    // None of them is of the cooperative.
    expect(line(trained, held.courseId)).toMatchObject({
      heldFor: true,
      people: 3,
      tools: [{ code: "think-coop" }],
    });
    expect(line(trained, held.courseId)!.named.map(({ name }) => name)).toEqual(["Amal", "Badr", "Chadi"]);
    expect(line(toCome, planned)).toMatchObject({ heldFor: true, people: 0, named: [] });
    expect(line(trained, course.courseId)).toMatchObject({ heldFor: false, people: 2 });
    expect([...trained, ...toCome].map(({ id }) => id).sort()).toEqual(
      [...before.trained, ...before.toCome, { id: held.courseId }, { id: planned }]
        .map(({ id }) => id)
        .sort(),
    );
    const elsewhere = sqlite().prepare("UPDATE organisations SET country = ? WHERE id = ?");
    elsewhere.run("LB", organisationId);
    expect(read(w.coordinator).trained.map(({ id }) => id)).toEqual(before.trained.map(({ id }) => id));
    elsewhere.run(null, organisationId);
    isFor.run(null, held.courseId);
    isFor.run(null, planned);
  });
  it("goes on with what coordinators and trainers enter, the latest day first, and says how far it is", () => {
    expect(read(w.coordinator).state).toBe("forming");
    value(enter(w.trainer, "follow_up", "2027-02-12", "Sells at the market"));
    value(enter(w.coordinator, "registered", "2027-01-20"));
    expect(read(w.coordinator).entries.map(({ kind, words, by }) => [kind, words, by?.name])).toEqual([
      ["follow_up", "Sells at the market", "Rami"],
      ["registered", null, "Samar"],
    ]);
    expect(read(w.coordinator).state).toBe("registered");
    expect(fault(enter(w.coordinator, "grant", "2027-12-01")).fields).toEqual({
      day: { code: "dayToCome" },
    });
    expect(fault(enter(w.stranger, "grant", "2027-02-01")).code).toBe("notFound");
  });
  it("is struck out with a reason by whoever entered it or coordinates, and stays to be read", () => {
    const [visit, registered] = read(w.coordinator).entries;
    const strike = (by: Viewer, entryId: number) =>
      strikeThreadEntry(
        as(by, at),
        strikeEntrySchema.parse({ entryId: String(entryId), reason: "Another one" }),
      );
    expect(fault(strike(w.trainer, registered!.id)).code).toBe("notFound");
    value(strike(w.coordinator, registered!.id));
    expect(read(w.coordinator).entries[1]!.struck?.words).toBe("Another one");
    expect(read(w.coordinator).state).toBe("forming");
    expect(fault(strike(w.coordinator, registered!.id)).code).toBe("stale");
    expect(read(w.trainer).entries.map(({ strikes }) => strikes)).toEqual([true, false]);
    expect(visit!.struck).toBeNull();
  });
  it("is undone within the hour by whoever entered it, as if it had not been; the file keeps both", () => {
    const { entryId } = value(enter(w.trainer, "grant", "2027-02-12"));
    const undo = (by: Viewer, now: number) =>
      undoThreadEntry(as(by, now), undoEntrySchema.parse({ entryId: String(entryId) }));
    expect(fault(undo(w.coordinator, at)).code).toBe("stale");
    expect(fault(undo(w.trainer, at + 3_700_000)).code).toBe("stale");
    value(undo(w.trainer, at + 60_000));
    expect(read(w.trainer).entries.map(({ kind }) => kind)).toEqual(["follow_up", "registered"]);
    expect(() => sqlite().prepare("DELETE FROM organisation_events").run()).toThrow("only added to");
    expect(() => sqlite().prepare("UPDATE organisation_events SET words = 'x'").run()).toThrow(
      "only added to",
    );
  });
  it("is entered for a programme of one's own alone, and another one's coordinators read none of it", () => {
    const cx = as(w.coordinator, at);
    const of = threads.followed(cx, "thread.read", organisationId);
    expect(followersOf(cx, of).map(({ id }) => id)).toEqual([w.programmeId]);
    sqlite()
      .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)")
      .run(course.people[0]!.personId, w.otherId, at);
    expect(read(w.stranger)).toMatchObject({ entries: [], trained: [], state: "forming" });
  });
});
