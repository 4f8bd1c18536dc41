import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import * as threads from "../../lib/access/threadGate";
import { enterThreadEntry, strikeThreadEntry, undoThreadEntry } from "../../lib/cascade/commands";
import { followersOf, organisationsToFollow, threadOf } from "../../lib/cascade/queries";
import { strikeEntrySchema, threadEntrySchema, undoEntrySchema } from "../../lib/cascade/schema";
import { coursesByOrganisation } from "../../lib/registrations/store/ofOrganisation";
import { as } from "../support/as";
import { coursesToCertify } from "../support/certified";
import { freshDatabase } from "../support/database";
import { statementsOf } from "../support/statements";
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
/** A workshop that its trainer schedules says for whom it is. */
const isFor = sqlite().prepare(
  `UPDATE courses SET audience = ?, scheduled_by = ${w.trainer.personId} WHERE id = ?`,
);
const enter = (by: Viewer, kind: string, day: string, words = "", now = at, more: object = {}) =>
  enterThreadEntry(
    as(by, now),
    threadEntrySchema.parse({
      organisationId: String(organisationId),
      programmeId: String(w.programmeId),
      ...{ kind, day, words, ...more },
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
    // One that awaits approval is planned too, and is said to.
    const awaits = sqlite().prepare("UPDATE courses SET approved_at = ? WHERE id = ?");
    awaits.run(null, planned);
    expect(line(read(w.coordinator).toCome, planned)).toMatchObject({ heldFor: true, approvedAt: null });
    awaits.run(at, planned);
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
  it("has one of them whoever belongs to it, with how many do, and one to which nobody came", async () => {
    const [several, empty] = [await coursesToCertify(w).issued(), await coursesToCertify(w).issued()];
    const { personId } = several.people[0]!;
    sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(organisationId, personId);
    sqlite().prepare("UPDATE registrations SET state = 'no_show' WHERE course_id = ?").run(empty.courseId);
    const line = (id: number) => read(w.coordinator).trained.find((one) => one.id === id);
    for (const audience of ["Potters and Weavers", "Les potiers et weavers", "Potters & Weavers"]) {
      isFor.run(audience, several.courseId);
      expect([audience, line(several.courseId)?.heldFor]).toEqual([audience, true]);
      expect(line(several.courseId)).toMatchObject({ people: 3, ofIt: 1 });
    }
    isFor.run("Weavers", empty.courseId);
    expect(line(empty.courseId)).toMatchObject({ heldFor: true, people: 0 });
    // A name with such a word in it is one name, and where nobody knows the country, no other's.
    const another = sqlite().prepare(
      "INSERT INTO organisations (name, kind, name_key, sort_name, country) VALUES (?, 'cooperative', ?, ?, ?)",
    );
    const whole = another.run(
      "Weavers and Dyers",
      "weaversanddyers",
      "weavers and dyers",
      "JO",
    ).lastInsertRowid;
    isFor.run("Weavers and Dyers", several.courseId);
    expect(line(several.courseId)?.heldFor).toBe(false);
    const namesake = another.run("Weavers", "weavers", "weavers", "LB").lastInsertRowid;
    expect(line(empty.courseId)).toBeUndefined();
    sqlite().prepare("DELETE FROM organisations WHERE id IN (?, ?)").run(whole, namesake);
    for (const { courseId } of [several, empty]) isFor.run(null, courseId);
    sqlite().prepare("UPDATE persons SET organisation_id = NULL WHERE id = ?").run(personId);
  });
  it("shares no workshop with another of its name: it is of the one where it was, else of the one whose people were in it", async () => {
    const put = sqlite().prepare(
      "INSERT INTO organisations (name, kind, name_key, sort_name, country, place) VALUES ('Bakers', 'cooperative', 'bakers', 'bakers', 'JO', ?)",
    );
    const [here, there] = ["Irbid", "Zarqa"].map((place) => Number(put.run(place).lastInsertRowid)) as [
      number,
      number,
    ];
    const held = await coursesToCertify(w).issued();
    const setPlace = sqlite().prepare("UPDATE courses SET place = ? WHERE id = ?");
    const inPlace = (own: string, text: string) =>
      setPlace.run(JSON.stringify({ own, [own]: text }), held.courseId);
    isFor.run("Potters, Bakers", held.courseId);
    const of = () =>
      [here, there].map((id) => coursesByOrganisation(as(w.coordinator, at), [id], [w.programmeId]).get(id));
    inPlace("en", "zarqa");
    expect(of()).toEqual([undefined, 1]);
    inPlace("en", "Irbid");
    expect(of()).toEqual([1, undefined]);
    // Nothing tells one from the other: it is nobody's until somebody of one of them is in it.
    inPlace("en", "Ajloun");
    expect(of()).toEqual([undefined, undefined]);
    const { personId } = held.people[2]!;
    sqlite().prepare("UPDATE persons SET organisation_id = ? WHERE id = ?").run(there, personId);
    expect(of()).toEqual([undefined, 1]);
    expect(
      threadOf(as(w.coordinator, at), threads.followed(as(w.coordinator, at), "thread.read", there)).trained,
    ).toMatchObject([{ id: held.courseId, heldFor: true }]);
    sqlite().prepare("UPDATE persons SET organisation_id = NULL WHERE id = ?").run(personId);
    sqlite().prepare("DELETE FROM organisations WHERE id IN (?, ?)").run(here, there);
    isFor.run(null, held.courseId);
  });
  it("looks through the workshops once, however many programmes somebody has", () => {
    const asked = (more: number) => {
      const coordinates = [w.programmeId, ...Array.from({ length: more }, (_, i) => 900 + i)];
      return statementsOf(() =>
        threads.followed(as({ ...w.coordinator, coordinates }, at), "thread.read", organisationId),
      );
    };
    // Of each besides, no more is asked than whether it knows somebody of the organisation, in two statements.
    expect(asked(20) - asked(0)).toBeLessThanOrEqual(2 * 20);
  });
  it("is followed by who held a workshop for it, counted, and led to from there, though nobody in it names it", async () => {
    const held = await coursesToCertify(w).issued();
    const potters = Number(
      sqlite()
        .prepare(
          "INSERT INTO organisations (name, kind, name_key, sort_name, country) VALUES ('Potters', 'cooperative', 'potters', 'potters', 'JO')",
        )
        .run().lastInsertRowid,
    );
    const cx = as(w.trainer, at);
    expect(() => threads.followed(cx, "thread.read", potters)).toThrow();
    isFor.run("Potters", held.courseId);
    const followed = threads.followed(cx, "thread.read", potters);
    expect(threadOf(cx, followed).trained).toMatchObject([{ id: held.courseId, people: 3, ofIt: 0 }]);
    expect(followersOf(cx, followed).map(({ id }) => id)).toEqual([w.programmeId]);
    const readCourse = gate.course(cx, "course.read", held.courseId);
    expect(organisationsToFollow(cx, readCourse)).toEqual([{ id: potters, name: "Potters" }]);
    expect(coursesByOrganisation(cx, [potters], [w.programmeId]).get(potters)).toBe(1);
    expect(() => threads.followed(as(w.stranger, at), "thread.read", potters)).toThrow();
    isFor.run(null, held.courseId);
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
  it("says by whom: whoever entered it, somebody of the team, or whom words name; nobody of another programme", () => {
    const visit = (by: Viewer, doneById: number | null, doneByWords = "") =>
      enter(by, "coaching_visit", "2027-02-11", "", at, {
        doneById: doneById === null ? "" : String(doneById),
        doneByWords,
      });
    const trainer = w.trainer.personId!;
    const doneBy = (entryId: number) => {
      const { doer, doneByWords, by } = read(w.coordinator).entries.find(({ id }) => id === entryId)!;
      return [doer?.name ?? null, doneByWords, by?.name];
    };
    const keys: number[] = [];
    for (const [id, words, said] of [
      [trainer, "", ["Rami", null, "Samar"]],
      [null, "The union's adviser", [null, "The union's adviser", "Samar"]],
      [w.coordinator.personId!, "", [null, null, "Samar"]],
    ] as const) {
      const { entryId } = value(visit(w.coordinator, id, words));
      expect(doneBy(entryId)).toEqual(said);
      keys.push(entryId);
    }
    expect(fault(visit(w.coordinator, w.stranger.personId!)).fields).toEqual({
      doneById: { code: "choose" },
    });
    // Who may not read people names nobody by a key.
    expect(fault(visit(w.trainer, w.coordinator.personId!)).fields).toEqual({ doneById: { code: "choose" } });
    for (const entryId of keys)
      value(undoThreadEntry(as(w.coordinator, at), undoEntrySchema.parse({ entryId: String(entryId) })));
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
