import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { decideRegistrations } from "../../lib/admission/commands";
import { givePlace, registerParticipant, takeBackParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { readSensitiveFacts } from "../../lib/people/commands";
import { as } from "../support/as";
import { participant, participants } from "../support/asked";
import { freshDatabase } from "../support/database";
import { asked, everything, form, registeringIn, sessionsOf } from "../support/participants";
import { said } from "../support/posted";
import { fault, now, ownWorkshop, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { put, walkIn } = registeringIn(w);

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
