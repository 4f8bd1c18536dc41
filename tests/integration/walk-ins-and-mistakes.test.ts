import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { accounts } from "../../db/schema";
import { editParticipant, givePlace, takeBackParticipant } from "../../lib/participants/commands";
import { participantEditSchema } from "../../lib/participants/schema";
import { as } from "../support/as";
import { participant, participants, rollOf } from "../support/asked";
import { freshDatabase } from "../support/database";
import { count, course, everything, registeringIn, sessionsOf } from "../support/participants";
import { said } from "../support/posted";
import { transact } from "../support/transact";
import { fault, now, ownWorkshop, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { put, walkIn } = registeringIn(w);

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
    const late = edit(courseId, registrationId, { needs: "A ramp, wide", version: String(older) });
    expect(fault(late).code).toBe("stale");
    const { needs, version } = participant(as(w.trainer, now), courseId, registrationId)!;
    expect(needs).toBe("A ramp and a reader");
    // Sent again over what is there now: replaced.
    value(edit(courseId, registrationId, { needs: "A ramp, wide", version }));
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
