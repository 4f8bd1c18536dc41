import { describe, expect, it } from "vitest";
import { registerPerson } from "../../lib/admission/commands";
import { faultsOf } from "../../lib/faults";
import { createPerson, readSensitiveFacts } from "../../lib/people/commands";
import { personSchema } from "../../lib/people/schema";
import { askedInCourse } from "../../lib/registrations/queries";
import { answerField, registerPersonSchema } from "../../lib/registrations/schema";
import { failAt } from "../../lib/result";
import { as } from "../support/as";
import { courseRegistrations } from "../support/asked";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { rows, states, told } from "../support/registrationRows";
import { peopleSeen } from "../support/seen";
import { fault, now, opened, person, question, registered, value, world } from "../support/world";

freshDatabase();
const w = world();

describe("a coordinator who registers somebody", () => {
  const behalf = (courseId: number, more: Record<string, unknown> = {}, by = w.coordinator) => {
    const [questions, phone] = askedInCourse(as(w.coordinator), "registrations.decide", courseId);
    const form = {
      courseId: String(courseId),
      formKey: `by-hand-${Math.random()}`.replace(".", "-"),
      name: "Nominee",
      language: "ar",
      consent: "on",
      ...more,
    };
    const parsed = registerPersonSchema(questions, phone).safeParse(posted(form));
    return parsed.success ? registerPerson(as(by, now), parsed.data) : failAt(faultsOf(parsed.error.issues));
  };
  it("hears of a phone together with all else that is amiss, with an example of the course's country", async () => {
    const course = opened(w, { admission: "selection" });
    const whole = expect.stringMatching(/^\+962\s/);
    const wrong = { code: "phoneInvalidIn", params: { local: expect.any(String), whole } };
    for (const phone of ["0790", "call me"]) {
      const sent = { phone, name: "", consent: "" };
      expect(fault(behalf(course.courseId, sent)).fields).toMatchObject({ phone: wrong, consent: {} });
      expect(fault(await registered(course.slug, sent)).fields).toMatchObject({
        phone: wrong,
        name: {},
        consent: {},
      });
    }
  });
  it("asks what the public form asks, with the person's consent, and keeps the sensitive part sealed", () => {
    const course = opened(w, { admission: "selection" });
    const id = question(course.courseId, "Why?", true);
    expect(
      registerPersonSchema([]).safeParse({ courseId: "1", formKey: "12345678", language: "ar" }).success,
    ).toBe(false);
    expect(fault(behalf(course.courseId)).fields).toEqual({ [answerField(id)]: { code: "required" } });
    const more = {
      [answerField(id)]: "To teach",
      needs: "Ramp",
      sex: "woman",
      displacement: "host",
      birthYear: "١٩٩٠",
    };
    value(behalf(course.courseId, { ...more, photoConsent: "on" }));
    const [row] = rows(course.courseId);
    expect(row).toMatchObject({
      state: "nominated",
      source: "coordinator",
      needs: "Ramp",
      answers: { [id]: "To teach" },
      consentAt: now,
      consentLanguage: "ar",
      photoConsent: true,
    });
    expect(row!.consentVersion).toBeTruthy();
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId: row!.personId }))).toEqual({
      sex: "woman",
      displacement: "host",
      birthYear: 1990,
    });
    // The coordinator is speaking with them: what only says that the registration has arrived is nobody's call to make.
    expect(told(row!.id)).toEqual([]);
  });
  it("gives places as the course does", async () => {
    const turn = opened(w, { capacity: "1" });
    for (const name of ["One", "Two"]) value(behalf(turn.courseId, { name, accept: "on" }));
    expect(states(turn.courseId)).toEqual(["accepted", "waiting"]);
    expect(rows(turn.courseId).map((r) => told(r.id))).toEqual([
      ["registrationAccepted"],
      ["registrationWaiting"],
    ]);
    const selection = opened(w, { admission: "selection", capacity: "1" });
    value(behalf(selection.courseId, { name: "One" }));
    value(behalf(selection.courseId, { name: "Two", accept: "on" }));
    expect(states(selection.courseId)).toEqual(["nominated", "accepted"]);
    // Said beside the tick, for that is what can be mended.
    expect(fault(behalf(selection.courseId, { name: "Three", accept: "on" })).fields).toEqual({
      accept: { code: "noPlaceToAccept" },
    });
  });
  it("asks whom it is for where somebody known is chosen and somebody new typed", () => {
    const course = opened(w);
    const known = String(person("Chosen Above", { phone: "+962791117777" }));
    for (const typed of [
      { name: "Typed Below" },
      { name: "", phone: "0791117778" },
      { name: "", position: "Chair" },
    ])
      expect(fault(behalf(course.courseId, { personId: known, ...typed })).fields).toEqual({
        personId: { code: "knownOrNew" },
      });
    expect(rows(course.courseId)).toEqual([]);
    expect(value(behalf(course.courseId, { personId: "", name: "Typed Below" })).person).toEqual({
      name: "Typed Below",
      latinName: null,
    });
  });
  it("takes somebody known within the scope alone, and finds them by name, phone and e-mail", async () => {
    const course = opened(w);
    const stranger = person("Outside", { phone: "+962791119999" });
    expect(fault(behalf(course.courseId, { personId: String(stranger), name: "" })).code).toBe("notFound");
    expect(fault(behalf(course.courseId, { personId: "999999", name: "" })).code).toBe("notFound");
    const known = value(
      createPerson(
        as(w.coordinator, now),
        personSchema.parse({
          name: "Known Person",
          language: "en",
          country: "JO",
          phone: "0791118888",
          email: "known@example.org",
        }),
      ),
    ).personId;
    const found = (q: string, by = w.coordinator) =>
      peopleSeen(as(by), { q, programme: null, after: null }).people.map((p) => p.id);
    for (const q of ["known", "0791118888", "+962 79 111 8888", "٠٧٩١١١٨٨٨٨", "KNOWN@example.org"])
      expect(found(q), q).toContain(known);
    expect(found("known", w.stranger)).toEqual([]);
    expect(value(behalf(course.courseId, { personId: String(known), name: "" })).person.name).toBe(
      "Known Person",
    );
    expect(rows(course.courseId)[0]?.personId).toBe(known);
    const there = {
      code: "alreadyInCourse",
      registration: { courseId: course.courseId, registrationId: rows(course.courseId)[0]!.id },
    };
    expect(fault(behalf(course.courseId, { personId: String(known), name: "" })).fields?.personId).toEqual(
      there,
    );
    const same = { name: "KNOWN person", phone: "079 111 8888" };
    expect(fault(behalf(course.courseId, same)).fields?.name).toEqual(there);
    const list = (q: string) =>
      courseRegistrations(as(w.coordinator), course.courseId, { state: null, q })!.rows.map(
        (r) => r.personId,
      );
    for (const q of ["known", "0791118888", "1", `${course.courseId}-1`, "known@example.org"])
      expect(list(q), q).toEqual([known]);
    expect(list(`${course.courseId}-2`)).toEqual([]);
  });
});
