import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { createPerson } from "../../lib/people/commands";
import { personSchema } from "../../lib/people/schema";
import { registrationRowsIn } from "../../lib/registrations/store";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { rows } from "../support/registrationRows";
import { now, opened, ownWorkshop, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();

describe("what the gate hands out with something that was handed out", () => {
  it("is a registration of that course; one of another course is not found", async () => {
    const [mine, other] = [opened(w), opened(w)];
    value(await registered(mine.slug));
    value(await registered(other.slug));
    const cx = as(w.coordinator, now);
    const course = gate.course(cx, "registrations.decide", mine.courseId);
    const [of, strange] = [mine, other].map(({ courseId }) => registrationRowsIn(cx, courseId));
    expect(gate.rowsOf(cx, course, of!).map(({ id }) => id)).toEqual(rows(mine.courseId).map(({ id }) => id));
    expect(() => gate.rowsOf(cx, course, [...of!, ...strange!])).toThrow("notFound");
  });

  it("is a person of the workshop's programme, and nobody else's", async () => {
    const workshop = ownWorkshop(w);
    value(await registered(workshop.slug));
    const cx = as(w.trainer, now);
    const granted = gate.workshop(cx, "participants.register", workshop.courseId);
    const [here] = registrationRowsIn(cx, granted.id);
    expect(gate.personKnownTo(cx, granted, here!.personId).id).toBe(here!.personId);
    const elsewhere = person("Known to nobody here");
    expect(() => gate.personKnownTo(cx, granted, elsewhere)).toThrow("notFound");
  });
});

describe("the programmes that a viewer coordinates", () => {
  it("are those of the role, though an administrator reaches all: whom they add is known in these alone", () => {
    const administrator = viewer(person("Also an administrator"), {
      administrator: true,
      coordinates: [w.programmeId],
    });
    const cx = as(administrator, now);
    expect(gate.reach(cx, "people.edit").programmes).toBe("all");
    expect(gate.coordinated(cx, "people.edit").own).toEqual([w.programmeId]);
    const input = personSchema.parse({ name: "Added by them", language: "en", country: "JO" });
    const { personId } = value(createPerson(cx, input));
    expect(
      sqlite()
        .prepare("SELECT programme_id FROM person_programmes WHERE person_id = ?")
        .pluck()
        .all(personId),
    ).toEqual([w.programmeId]);
  });
  it("are not asked of whoever may not add people", () => {
    expect(() => gate.coordinated(as(w.trainer, now), "people.edit")).toThrow("notFound");
  });
});
