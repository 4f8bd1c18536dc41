import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { personProgrammes } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { faultOf } from "../../lib/faults";
import { givePlace, registerParticipant, takeBackParticipant } from "../../lib/participants/commands";
import { participants as participantsByPage } from "../../lib/participants/queries";
import { participantSchema } from "../../lib/participants/schema";
import { readSensitiveFacts } from "../../lib/people/commands";
import { as } from "../support/as";
import { followRegistration, participant, participants, rollOf, sheetPeople } from "../support/asked";
import { freshDatabase } from "../support/database";
import { putMany } from "../support/many";
import { asked, count, course, everything, form, registeringIn, sessionsOf } from "../support/participants";
import { said } from "../support/posted";
import { runs } from "../support/runs";
import { transact } from "../support/transact";
import { fault, now, ownWorkshop, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { put } = registeringIn(w);

describe("a trainer registers somebody in their own workshop", () => {
  it("with a place at once, known to the programme, with a page of their own before anything is approved", () => {
    const { courseId } = ownWorkshop(w, {}, "open", false);
    const done = value(
      put(courseId, {
        name: "أمينة خليل",
        latinName: "Amina Khalil",
        phone: "079 444 0001",
        organisation: "Milk",
      }),
    );
    const [one] = participants(as(w.trainer), courseId)!.people;
    expect(one).toMatchObject({
      name: "أمينة خليل",
      latinName: "Amina Khalil",
      phone: "+962794440001",
      organisation: "Milk",
      state: "accepted",
    });
    expect(done.number).toBe(`${courseId}-1`);
    const { values } = participant(as(w.trainer, now), courseId, done.registrationId)!;
    const token = values!.link!.split("/").at(-1)!;
    expect(followRegistration(as(w.participant), token)!.name).toBe("أمينة خليل");
    expect(count("person_programmes", `person_id = (SELECT max(id) FROM persons)`)).toBe(1);
    // Whoever stands before their trainer is not on the list of people to tell.
    expect(count("notices", `course_id = ${courseId}`)).toBe(0);
  });

  it("without a phone; what is said for the totals is sealed, and for coordinators alone", () => {
    const { courseId } = ownWorkshop(w);
    value(put(courseId, { name: "No Phone", sex: "woman", birthYear: "1937" }));
    const personId = sqlite().prepare("SELECT max(id) FROM persons").pluck().get() as number;
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId }))).toEqual({
      sex: "woman",
      birthYear: 1937,
    });
    expect(fault(readSensitiveFacts(as(w.trainer, now), { personId })).code).toBe("notFound");
  });

  it("and the expected number grows where it is reached, up to what a course can hold", () => {
    const { courseId } = ownWorkshop(w, { capacity: "1" });
    expect(value(put(courseId)).expected).toBeNull();
    expect(value(put(courseId)).expected).toBe(2);
    expect(course(courseId).capacity).toBe(2);
    sqlite().prepare("UPDATE courses SET capacity = 1000 WHERE id = ?").run(courseId);
    putMany(courseId, 997, "accepted", 3);
    // The last place is given by the command as the first were.
    value(put(courseId));
    const before = everything();
    expect(fault(put(courseId)).code).toBe("workshopFull");
    expect(everything()).toBe(before);
    const { people, taken, waiting } = participants(as(w.trainer), courseId)!;
    expect([new Set(people.map((p) => p.id)).size, people.length, taken, waiting]).toEqual([
      1000, 1000, 1000, 0,
    ]);
    const workshop = gate.workshop(as(w.trainer), "participants.read", courseId);
    expect(participantsByPage(as(w.trainer), workshop).people.rows).toHaveLength(100);
  });

  it("once, however often the form is sent; another name from the same form is somebody else", () => {
    const { courseId } = ownWorkshop(w);
    const first = form(courseId, { name: "Double Tap" });
    const one = value(registerParticipant(as(w.trainer, now), participantSchema([]).parse(first)));
    expect(value(registerParticipant(as(w.trainer, now), participantSchema([]).parse(first)))).toEqual(one);
    const next = value(
      registerParticipant(as(w.trainer, now), participantSchema([]).parse({ ...first, name: "After Back" })),
    );
    expect(next.registrationId).not.toBe(one.registrationId);
    expect(participants(as(w.trainer), courseId)!.people).toHaveLength(2);
  });

  it("and is told that somebody is in the workshop already, from another tab too", () => {
    const { courseId } = ownWorkshop(w);
    const { registrationId } = value(put(courseId, { name: "Hanan Obeidat", phone: "0794440002" }));
    const before = everything();
    const again = fault(put(courseId, { name: "hanan  OBEIDAT", phone: "+962 79 444 0002" }));
    expect(said(again.fields!.name!)).toEqual({
      code: "alreadyInCourse",
      params: {},
      participant: { courseId, registrationId },
    });
    // Without a phone it may be somebody else of that name: that is asked.
    const people = asked(fault(put(courseId, { name: "Hanan Obeidat" })));
    expect(people).toMatchObject([{ name: "Hanan Obeidat", here: true }]);
    expect(everything()).toBe(before);
    expect(
      said(fault(put(courseId, { name: "Hanan Obeidat", known: String(people[0]!.id) })).fields!.known!).code,
    ).toBe("alreadyInCourse");
    value(put(courseId, { name: "Hanan Obeidat", known: "another" }));
    expect(participants(as(w.trainer), courseId)!.people).toHaveLength(2);
  });

  it("takes whoever is known in the programme by the same name and contact, and asks where only the contact is", async () => {
    const elsewhere = ownWorkshop(w);
    value(await registered(elsewhere.slug, { name: "Rasha Bani Hani", phone: "0794440003" }));
    const { courseId } = ownWorkshop(w);
    const before = count("persons");
    value(put(courseId, { name: "Rasha Bani Hani", phone: "0794440003" }));
    expect(count("persons")).toBe(before);
    const people = asked(fault(put(courseId, { name: "Rasha's mother", phone: "0794440003" })));
    expect(people.map((p) => [p.name, p.here])).toEqual([["Rasha Bani Hani", true]]);
    value(put(courseId, { name: "Rasha's mother", phone: "0794440003", known: "another" }));
    expect(count("persons")).toBe(before + 1);
    const third = ownWorkshop(w);
    const known = asked(fault(put(third.courseId, { name: "R. Bani", phone: "0794440003" })));
    expect(known).toHaveLength(2);
    value(put(third.courseId, { name: "R. Bani", phone: "0794440003", known: String(known[0]!.id) }));
    expect(participants(as(w.trainer), third.courseId)!.people[0]!.name).toBe("Rasha Bani Hani");
  });

  it("is not shown who of another programme has that contact, nor anybody named by a key alone", () => {
    const { courseId } = ownWorkshop(w);
    const stranger = person("Of Elsewhere", { phone: "+962794440004", email: "elsewhere@example.org" });
    transact((db) =>
      db.insert(personProgrammes).values({ personId: stranger, programmeId: w.otherId, since: now }).run(),
    );
    const before = everything();
    expect(fault(put(courseId, { name: "Another", known: String(stranger) })).fields!.known).toEqual({
      code: "choose",
    });
    expect(
      fault(put(courseId, { name: "Another", phone: "0794440004", known: String(stranger) })).fields!.known,
    ).toEqual({ code: "choose" });
    expect(everything()).toBe(before);
    value(put(courseId, { name: "Of Elsewhere", phone: "0794440004" }));
    const made = sqlite()
      .prepare("SELECT person_id FROM registrations WHERE course_id = ?")
      .pluck()
      .get(courseId);
    expect(made).not.toBe(stranger);
  });

  it("finds nobody by trying: after many questions nobody is shown any more", () => {
    const { courseId } = ownWorkshop(w);
    value(put(courseId, { name: "Shared", phone: "0794440005" }));
    const later = now + 86_400_000;
    const tries = Array.from({ length: 65 }, (_, i) =>
      put(courseId, { name: `Try ${"y".repeat(i)}`, phone: "0794440005" }, w.trainer, later),
    );
    expect(tries.filter((t) => !t.ok)).toHaveLength(60);
  });

  it("is refused what is wrong, each beside its field, and nothing is written", () => {
    const { courseId } = ownWorkshop(w);
    const before = everything();
    const issues = (more: Record<string, unknown>) =>
      participantSchema([])
        .safeParse(form(courseId, more))
        .error?.issues.map((i) => [i.path[0], faultOf(i).code]);
    expect(issues({ name: "Amina 😀" })).toEqual([["name", "nameWithPictures"]]);
    expect(issues({ name: "Ami\ue000na" })).toEqual([["name", "forbiddenCharacters"]]);
    expect(issues({ consent: "" })).toEqual([["consent", "consentByPerson"]]);
    expect(fault(put(courseId, { phone: "0044 12" })).fields).toMatchObject({
      phone: { code: expect.stringMatching(/^phoneInvalid/) },
    });
    expect(everything()).toBe(before);
    value(put(courseId, { phone: "+254 712 345678" }));
  });

  it("not in an ended or cancelled workshop, which is said", () => {
    for (const state of ["closed", "cancelled"]) {
      const { courseId } = ownWorkshop(w);
      const { registrationId } = value(put(courseId));
      sqlite().prepare("UPDATE courses SET state = ? WHERE id = ?").run(state, courseId);
      const before = everything();
      const key = { courseId, registrationId };
      for (const refused of [put(courseId), takeBackParticipant(as(w.trainer, now), key)])
        expect(fault(refused)).toEqual({ code: "workshopOver", params: { state } });
      expect(everything()).toBe(before);
    }
  });

  it("in no course but their own workshop", () => {
    const { courseId } = ownWorkshop(w);
    const colleague = viewer(w.trainerIds[1]!, { trains: [w.programmeId] });
    const former = viewer(w.trainerIds[0]!, { trains: [] });
    for (const by of [colleague, former, w.otherTrainer, w.stranger, w.participant]) {
      expect(fault(put(courseId, {}, by)).code).toBe("notFound");
      expect(participants(as(by), courseId)).toBeNull();
    }
    sqlite().prepare("UPDATE courses SET scheduled_by = NULL WHERE id = ?").run(courseId);
    for (const by of [w.trainer, w.coordinator]) {
      expect(fault(put(courseId, {}, by)).code).toBe("notFound");
      expect(participants(as(by), courseId)).toBeNull();
    }
  });
});

describe("a sheet to sign", () => {
  it("has the people in the order of the roll and of the list", () => {
    const { courseId } = ownWorkshop(w);
    for (const name of [
      "زيد الحداد",
      "د. هدى النجار",
      "Al-Amin Zaki",
      "أحمد",
      "السيد باسم",
      "Zoe",
      "ابراهيم",
    ])
      value(put(courseId, { name }));
    const roll = rollOf(as(w.trainer), sessionsOf(courseId)[0]!)!.people.map((p) => p.name);
    expect(roll).toHaveLength(7);
    expect(sheetPeople(as(w.trainer), courseId)!.map((p) => p.name)).toEqual(roll);
    expect(participants(as(w.trainer), courseId)!.people.map((p) => p.name)).toEqual(roll);
  });

  it("holds names and organisations of whoever has a place, for the team of the course alone", async () => {
    const made = ownWorkshop(w, { capacity: "2" });
    value(put(made.courseId, { name: "ب", phone: "0794440021", needs: "x", organisation: "Dairy" }));
    const gone = value(put(made.courseId, { name: "Gone" }));
    value(
      takeBackParticipant(as(w.trainer, now), {
        courseId: made.courseId,
        registrationId: gone.registrationId,
      }),
    );
    const [row, ...more] = sheetPeople(as(w.trainer), made.courseId)!;
    expect(more).toEqual([]);
    expect(Object.keys(row!).sort().join(" ")).toBe("groupId id latinName name number organisation");
    expect(sheetPeople(as(w.coordinator), made.courseId)).toHaveLength(1);
    for (const by of [w.otherTrainer, w.stranger, w.participant])
      expect(sheetPeople(as(by), made.courseId)).toBeNull();
  });
});

describe("whatever is done in whatever order", () => {
  it("nobody is in a workshop twice, nobody has a place too many, and every change is in the history", () => {
    const step = fc.record({
      what: fc.constantFrom("register", "takeBack", "givePlace"),
      who: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { courseId } = ownWorkshop(w, { capacity: "2" });
        const made = new Map<number, number>();
        for (const { what, who } of steps) {
          const registrationId = made.get(who);
          if (what === "register") {
            const done = put(courseId, {
              name: `Order ${"z".repeat(who)}`,
              phone: `0794${450_000 + (courseId % 1000) * 10 + who}`,
            });
            if (done.ok) made.set(who, done.value.registrationId);
          } else if (registrationId !== undefined)
            (what === "takeBack" ? takeBackParticipant : givePlace)(as(w.trainer), {
              courseId,
              registrationId,
            });
        }
        const names = sqlite()
          .prepare(
            "SELECT p.name FROM registrations r JOIN persons p ON p.id = r.person_id WHERE course_id = ?",
          )
          .pluck()
          .all(courseId) as string[];
        expect(new Set(names).size).toBe(names.length);
        const seats = count("registrations", `course_id = ${courseId} AND state = 'accepted'`);
        expect(seats).toBeLessThanOrEqual(course(courseId).capacity);
        const untold = sqlite()
          .prepare(
            "SELECT count(*) FROM registrations r WHERE course_id = ? AND state <> (SELECT to_state FROM registration_changes c WHERE c.registration_id = r.id ORDER BY id DESC LIMIT 1)",
          )
          .pluck()
          .get(courseId);
        expect(untold).toBe(0);
      }),
      { numRuns: runs(8) },
    );
  });
});
