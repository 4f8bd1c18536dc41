import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { accounts, personProgrammes } from "../../db/schema";
import type { Viewer } from "../../lib/access/table";
import { decideRegistrations } from "../../lib/admission/commands";
import { faultOf } from "../../lib/faults";
import {
  editParticipant,
  givePlace,
  registerParticipant,
  registerWalkIn,
  takeBackParticipant,
} from "../../lib/participants/commands";
import { participantEditSchema, participantSchema, walkInSchema } from "../../lib/participants/schema";
import { readSensitiveFacts } from "../../lib/people/commands";
import type { Fault } from "../../lib/result";
import { as } from "../support/as";
import { followRegistration, participant, participants, rollOf, sheetPeople } from "../support/asked";
import { freshDatabase } from "../support/database";
import { said } from "../support/posted";
import { transact } from "../support/transact";
import { fault, now, ownWorkshop, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const during = Date.parse("2027-02-08T08:00:00Z");
let keys = 0;

const form = (courseId: number, more: Record<string, unknown> = {}) => ({
  courseId: String(courseId),
  formKey: `participant-${keys++}`,
  name: `Participant ${keys}`,
  language: "ar",
  consent: "on",
  ...more,
});
const put = (courseId: number, more: Record<string, unknown> = {}, by: Viewer = w.trainer, at = now) =>
  registerParticipant(as(by, at), participantSchema([]).parse(form(courseId, more)));
const walkIn = (courseId: number, sessionId: number, more: Record<string, unknown> = {}, at = during) =>
  registerWalkIn(
    as(w.trainer, at),
    walkInSchema([]).parse(form(courseId, { sessionId: String(sessionId), ...more })),
  );
const sessionsOf = (courseId: number) =>
  sqlite()
    .prepare("SELECT id FROM sessions WHERE course_id = ? ORDER BY start_instant")
    .pluck()
    .all(courseId) as number[];
const count = (table: string, where = "1") =>
  sqlite().prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() as number;
const course = (id: number) =>
  sqlite().prepare("SELECT capacity, version, state FROM courses WHERE id = ?").get(id) as {
    capacity: number;
    version: number;
    state: string;
  };
const everything = () =>
  JSON.stringify(
    ["persons", "registrations", "registration_changes", "attendance", "courses", "sensitive_facts"].map(
      (table) => sqlite().prepare(`SELECT * FROM ${table}`).all(),
    ),
  );
/** The people whom a fault asks about. */
const asked = (of: Fault) => {
  const { code, people } = said(of.fields?.known);
  expect(code).toBe("knownContact");
  return people ?? [];
};

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
    transact(() => {
      for (let i = 3; i <= 1000; i++) value(put(courseId, { name: `Crowd ${"x".repeat(i % 7)} ${i}` }));
    });
    const before = everything();
    expect(fault(put(courseId)).code).toBe("workshopFull");
    expect(everything()).toBe(before);
    expect(participants(as(w.trainer), courseId)!.people).toHaveLength(1000);
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
      href: `/desk/courses/${courseId}/participants/${registrationId}`,
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

describe("somebody walks in", () => {
  it("and is on the roll, present; whoever waited has a place by it", async () => {
    const made = ownWorkshop(w, { capacity: "1" });
    const { courseId } = made;
    value(await registered(made.slug, { name: "First Here", phone: "0794440006" }));
    const waiting = value(await registered(made.slug, { name: "Amina Waits", phone: "0794440007" }));
    expect(waiting.state).toBe("waiting");
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(courseId);
    const [session] = sessionsOf(courseId);
    value(walkIn(courseId, session!, { name: "New Face" }));
    value(walkIn(courseId, session!, { name: "Amina Waits", phone: "0794440007" }));
    const roll = rollOf(as(w.trainer), session!)!.people;
    expect(roll.map((p) => [p.name, p.state])).toEqual([
      ["Amina Waits", "present"],
      ["First Here", null],
      ["New Face", "present"],
    ]);
    expect(course(courseId).capacity).toBe(3);
  });

  it("or nothing happens at all: another course's session, a roll that is not open, a day that has not come", () => {
    const { courseId } = ownWorkshop(w, {}, "running");
    const other = ownWorkshop(w);
    const [session] = sessionsOf(courseId);
    const before = everything();
    expect(fault(walkIn(courseId, sessionsOf(other.courseId)[0]!)).code).toBe("notFound");
    expect(fault(walkIn(other.courseId, sessionsOf(other.courseId)[0]!, {}, now)).code).toBe("rollNotOpen");
    expect(said(fault(walkIn(courseId, session!, {}, now)).fields!.reason!).code).toBe("rollEarly");
    expect(everything()).toBe(before);
    value(walkIn(courseId, session!, { reason: "We met a day earlier" }, now));
  });

  it("also into a workshop that is entered after it was held, where all of it counts for them", () => {
    const { courseId } = ownWorkshop(w, {}, "running");
    sqlite().prepare("UPDATE courses SET entered_afterwards = 1 WHERE id = ?").run(courseId);
    const [session] = sessionsOf(courseId);
    const after = Date.parse("2027-03-01T08:00:00Z");
    value(walkIn(courseId, session!, { name: "Was There" }, after));
    const [one] = rollOf(as(w.trainer), session!)!.people;
    expect([one!.state, one!.joinedLater]).toEqual(["present", false]);
  });
});

describe("a registration made by mistake", () => {
  it("is taken back by whoever made it, and given again; its history is kept", () => {
    const { courseId } = ownWorkshop(w);
    const { registrationId } = value(put(courseId, { name: "By Mistake" }));
    const key = { courseId, registrationId };
    value(takeBackParticipant(as(w.trainer, now), key));
    value(takeBackParticipant(as(w.trainer, now), key));
    expect(participants(as(w.trainer), courseId)).toMatchObject({
      people: [],
      left: [{ name: "By Mistake" }],
    });
    value(givePlace(as(w.trainer, now), key));
    expect(participants(as(w.trainer), courseId)!.people).toHaveLength(1);
    expect(count("registration_changes", `registration_id = ${registrationId}`)).toBe(3);
  });

  it("gives its place to whoever waits, and undoing it raises the expected number", async () => {
    const made = ownWorkshop(w, { capacity: "1" });
    const key = { courseId: made.courseId, registrationId: value(put(made.courseId)).registrationId };
    value(await registered(made.slug));
    value(takeBackParticipant(as(w.trainer, now), key));
    expect(participants(as(w.trainer), made.courseId)!.people.map((p) => p.state)).toEqual(["accepted"]);
    expect(value(givePlace(as(w.trainer, now), key)).expected).toBe(2);
  });

  it("is not what people did themselves: they take it back on their own page", async () => {
    const made = ownWorkshop(w);
    value(await registered(made.slug, { name: "By Herself" }));
    const [one] = participants(as(w.trainer), made.courseId)!.people;
    const key = { courseId: made.courseId, registrationId: one!.id };
    expect(fault(takeBackParticipant(as(w.trainer, now), key)).code).toBe("takeBackNotYours");
    value(takeBackParticipant(as(w.coordinator, now), key));
  });
});

describe("what was written wrongly", () => {
  const edit = (
    courseId: number,
    registrationId: number,
    more: Record<string, unknown> = {},
    by = w.trainer,
  ) =>
    editParticipant(
      as(by, now),
      participantEditSchema.parse({
        courseId: String(courseId),
        registrationId: String(registrationId),
        version: String(participant(as(w.trainer, now), courseId, registrationId)?.version ?? 1),
        name: "Written Right",
        ...more,
      }),
    );
  const personOf = (registrationId: number) =>
    sqlite()
      .prepare("SELECT person_id FROM registrations WHERE id = ?")
      .pluck()
      .get(registrationId) as number;

  it("is corrected by whoever registered the person", () => {
    const { courseId } = ownWorkshop(w);
    const { registrationId } = value(
      put(courseId, { name: "Writen Rong", phone: "0794440011", email: "a@example.org" }),
    );
    value(edit(courseId, registrationId, { phone: "0794440012", needs: "A ramp", organisation: "Olives" }));
    expect(participant(as(w.trainer, now), courseId, registrationId)).toMatchObject({
      name: "Written Right",
      phone: "+962794440012",
      email: "a@example.org",
      needs: "A ramp",
      organisation: "Olives",
    });
    expect(fault(edit(courseId, registrationId, { version: "1-1" })).code).toBe("stale");
    const other = value(put(courseId, { name: "Other", phone: "0794440013" }));
    expect(
      said(fault(edit(courseId, registrationId, { name: "Other", phone: "0794440013" })).fields!.name!).code,
    ).toBe("alreadyInCourse");
    expect(fault(edit(courseId, other.registrationId, {}, w.otherTrainer)).code).toBe("notFound");
    expect(fault(edit(ownWorkshop(w).courseId, registrationId)).code).toBe("notFound");
  });

  it("is refused from an older page, needs as well, and what is changed is written in the audit log", () => {
    const { courseId } = ownWorkshop(w);
    const { registrationId } = value(put(courseId, { name: "Written Right", needs: "A ramp" }));
    const older = participant(as(w.trainer, now), courseId, registrationId)!.version;
    const log = () =>
      count("audit_log", `action = 'registration.edited' AND subject_id = '${registrationId}'`);
    value(edit(courseId, registrationId, { needs: "A ramp and a reader" }));
    expect(log()).toBe(1);
    const { code, changed } = fault(
      edit(courseId, registrationId, { needs: "A ramp, wide", version: String(older) }),
    );
    expect([code, changed?.needs]).toEqual(["stale", "A ramp and a reader"]);
    expect(participant(as(w.trainer, now), courseId, registrationId)!.needs).toBe("A ramp and a reader");
    // Sent again after it was said: replaced.
    value(edit(courseId, registrationId, { needs: "A ramp, wide", version: changed!.version! }));
    value(edit(courseId, registrationId, { needs: "A ramp, wide" }));
    expect(log()).toBe(2);
  });

  it("stays as it is where the form is saved as it came", () => {
    const { courseId } = ownWorkshop(w);
    const { registrationId } = value(
      put(courseId, { name: "As It Was", phone: "+254 712 345999", organisation: "Milk", needs: "One\ntwo" }),
    );
    const kept = () =>
      sqlite()
        .prepare(
          "SELECT p.name, p.latin_name, p.search, p.phone, p.email, p.country, p.organisation_id, p.position, p.language, r.needs, r.state, r.version FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.id = ?",
        )
        .get(registrationId);
    const before = kept();
    const shown = participant(as(w.trainer, now), courseId, registrationId)!;
    value(
      edit(courseId, registrationId, {
        name: shown.name,
        latinName: shown.latinName ?? "",
        phone: shown.shownPhone ?? "",
        organisation: shown.organisation ?? "",
        needs: shown.needs ?? "",
      }),
    );
    expect(kept()).toEqual(before);
  });

  it("is not theirs to correct once the person is more than what they wrote", async () => {
    const made = ownWorkshop(w);
    const { courseId } = made;
    value(await registered(made.slug, { name: "By Himself", phone: "0794440014" }));
    const himself = participants(as(w.trainer), courseId)!.people[0]!.id;
    expect(fault(edit(courseId, himself)).code).toBe("mendNotYours");
    const { registrationId } = value(put(courseId, { name: "Gets An Account", phone: "0794440015" }));
    transact((db) =>
      db
        .insert(accounts)
        .values({ personId: personOf(registrationId), phone: "+962794440015", createdAt: now })
        .run(),
    );
    expect(fault(edit(courseId, registrationId)).code).toBe("mendHasAccount");
    const second = ownWorkshop(w);
    const known = value(put(second.courseId, { name: "By Himself", phone: "0794440014" }));
    expect(fault(edit(second.courseId, known.registrationId)).code).toBe("mendElsewhere");
    expect(participant(as(w.trainer, now), second.courseId, known.registrationId)!.mayMend).toBe(false);
  });
});

describe("what people said of themselves", () => {
  const kept = (registrationId: number) =>
    sqlite()
      .prepare(
        "SELECT r.needs, r.consent_at, r.consent_language, p.name, p.organisation_id FROM registrations r JOIN persons p ON p.id = r.person_id WHERE r.id = ?",
      )
      .get(registrationId);
  const somebody = {
    name: "Lina Haddad",
    phone: "0794440031",
    needs: "A ramp",
    sex: "woman",
    language: "fr",
  };
  const other = { needs: "None", sex: "man", birthYear: "1990", language: "ar", organisation: "Olives" };

  it("stays as it is where a trainer registers them again; what is missing is added, and that is said", async () => {
    const made = ownWorkshop(w);
    const { token } = value(await registered(made.slug, somebody));
    const { id, person_id } = sqlite()
      .prepare("SELECT id, person_id FROM registrations WHERE token = ?")
      .get(token) as { id: number; person_id: number };
    const before = kept(id);
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(id);
    const again = value(put(made.courseId, { ...somebody, ...other }, w.trainer, now + 1000));
    expect(again).toMatchObject({ registrationId: id, known: true });
    expect(kept(id)).toEqual(before);
    const elsewhere = ownWorkshop(w);
    expect(value(put(elsewhere.courseId, { ...somebody, ...other })).known).toBe(true);
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId: person_id }))).toEqual({
      sex: "woman",
      birthYear: 1990,
    });
    expect(value(put(elsewhere.courseId, { name: "Quite New" })).known).toBe(false);
  });

  it("is added where they had said nothing", async () => {
    const made = ownWorkshop(w);
    value(await registered(made.slug, { name: "Said Nothing", phone: "0794440032" }));
    const [one] = participants(as(w.trainer), made.courseId)!.people;
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(one!.id);
    value(put(made.courseId, { name: "Said Nothing", phone: "0794440032", needs: "A ramp" }));
    expect(participants(as(w.trainer), made.courseId)!.people[0]!.needs).toBe("A ramp");
  });

  it("is of the same person in every spelling of their name", async () => {
    const made = ownWorkshop(w);
    const first = form(made.courseId, { name: "عبد الله الحداد", phone: "0794440033" });
    const one = value(registerParticipant(as(w.trainer, now), participantSchema([]).parse(first)));
    for (const name of ["عبدالله حداد", "د. عبد الله الحداد"]) {
      const again = fault(put(made.courseId, { name, phone: "0794440033" }));
      expect(said(again.fields!.name!).code).toBe("alreadyInCourse");
      // Without the phone it is asked, and the same form sent again with another spelling is no second person.
      expect(asked(fault(put(made.courseId, { name })))).toMatchObject([{ name: "عبد الله الحداد" }]);
      const sent = registerParticipant(as(w.trainer, now), participantSchema([]).parse({ ...first, name }));
      expect(value(sent).registrationId).toBe(one.registrationId);
    }
  });
});

describe("whom a coordinator declined", () => {
  it("is not found by the trainer, who neither takes them in after all nor changes them", async () => {
    const made = ownWorkshop(w, { admission: "selection" }, "running");
    const { courseId } = made;
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
    value(await registered(made.slug, { name: "Was Declined", phone: "0794440034" }));
    const byTrainer = value(put(courseId, { name: "Also Declined", phone: "0794440035" }));
    const ids = sqlite()
      .prepare("SELECT id FROM registrations WHERE course_id = ?")
      .pluck()
      .all(courseId) as number[];
    const decline = {
      courseId,
      registrationIds: ids,
      to: "declined",
      reason: "Another group",
    } as const;
    value(decideRegistrations(as(w.coordinator, now), decline));
    const before = everything();
    for (const registrationId of ids) {
      const key = { courseId, registrationId };
      expect(participant(as(w.trainer, now), courseId, registrationId)).toBeNull();
      expect(fault(givePlace(as(w.trainer, now), key)).code).toBe("declinedByCoordinator");
    }
    expect(
      fault(takeBackParticipant(as(w.trainer, now), { courseId, registrationId: byTrainer.registrationId }))
        .code,
    ).toBe("declinedByCoordinator");
    for (const [name, phone] of [
      ["Was Declined", "0794440034"],
      ["Also Declined", "0794440035"],
    ])
      expect(fault(put(courseId, { name, phone })).code).toBe("declinedByCoordinator");
    sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(courseId);
    const [session] = sessionsOf(courseId);
    expect(fault(walkIn(courseId, session!, { name: "Was Declined", phone: "0794440034" })).code).toBe(
      "declinedByCoordinator",
    );
    sqlite().prepare("UPDATE courses SET state = 'open' WHERE id = ?").run(courseId);
    expect(everything()).toBe(before);
    value(givePlace(as(w.coordinator, now), { courseId, registrationId: ids[0]! }));
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
    expect(Object.keys(row!).sort()).toEqual(["id", "latinName", "name", "organisation"]);
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
      { numRuns: 20 },
    );
  });
});
