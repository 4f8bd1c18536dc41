import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { organisationKey } from "../../lib/names/rules";
import { registerParticipants } from "../../lib/participants/commands";
import { registerListSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { putMany } from "../support/many";
import { readAndSent, type Sends, sent, shown } from "../support/peopleList";
import { states } from "../support/registrationRows";
import { now, opened, person, world } from "../support/world";

freshDatabase();
const w = world();

/** A workshop of the trainer's own. */
function own(capacity = "5"): number {
  const { courseId } = opened(w, { capacity });
  sqlite()
    .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
    .run(w.trainer.personId, now, courseId);
  return courseId;
}

const knownInProgramme = (name: string, contact: { phone: string; email?: string }) =>
  sqlite()
    .prepare("INSERT INTO person_programmes (person_id, programme_id, since) VALUES (?, ?, ?)")
    .run(person(name, contact), w.programmeId, now);

const send: Sends = (form) => registerParticipants(as(w.trainer, now), registerListSchema.parse(form));

describe("a trainer who pastes a list in a workshop of theirs", () => {
  it("gives a place to each, raises the number that is expected, and hears of nobody who is known elsewhere", () => {
    const courseId = own("1");
    knownInProgramme("Hala Nasser", { phone: "+962791110001" });
    const list = "Hala Nasser, 0791110001\nDina Saleh";
    expect(shown(send(sent(courseId, list))).rows.map(({ becomes, like }) => [becomes, like])).toEqual([
      ["registered", null],
      ["registered", null],
    ]);
    expect(shown(send(sent(courseId, list))).expected).toBe(2);
    // Nor of whose phone it is that another name stands beside, unless they see them here.
    const others = "Somebody Else, 0791110001\nRana Else, 0791110002\nOmar Else, 0791110002";
    expect(shown(send(sent(courseId, others))).rows.map(({ like }) => like)).toEqual([
      null,
      null,
      { by: "phone", of: { line: 2 } },
    ]);
    expect(shown(send(sent(courseId, "Hala Nasser"))).expected).toBeNull();
    expect(readAndSent(send, sent(courseId, list))).toMatchObject({
      ...{ registered: 2, places: 2, expected: 2 },
      // Hala Nasser is known in the programme: that is said once they are registered, as of one person.
      known: 1,
    });
    expect(states(courseId)).toEqual(["accepted", "accepted"]);
    // Whom the programme knows by name and phone is not there twice for that.
    expect(
      sqlite()
        .prepare("SELECT count(*) FROM persons WHERE phone = '+962791110001' AND name = 'Hala Nasser'")
        .pluck()
        .get(),
    ).toBe(1);
  });
  it("has the organisation for which the workshop is where a line has none, as its review says", () => {
    const courseId = own();
    sqlite().prepare("UPDATE courses SET audience = 'Coop of the village' WHERE id = ?").run(courseId);
    sqlite()
      .prepare(
        "INSERT INTO organisations (name, kind, name_key, sort_name, country) VALUES ('Coop of the village', 'cooperative', ?, 'coop of the village', 'JO')",
      )
      .run(organisationKey("Coop of the village"));
    const read = shown(send(sent(courseId, "Hala One\nDina Two, Another coop")));
    expect(read.organisationMeant).toBe("Coop of the village");
    expect(read.rows.map(({ organisation }) => organisation)).toEqual([
      "Coop of the village",
      "Another coop",
    ]);
    sqlite().prepare("UPDATE courses SET audience = 'Whoever comes' WHERE id = ?").run(courseId);
    expect(shown(send(sent(courseId, "Hala One")))).toMatchObject({
      organisationMeant: null,
      rows: [{ organisation: null }],
    });
  });
  it("hears that there is no room for all while the list is read, not once it is sent", () => {
    const courseId = own("1000");
    putMany(courseId, 999, "accepted");
    expect(shown(send(sent(courseId, "Dina Saleh"))).expected).toBeNull();
    const read = send(sent(courseId, "Dina Saleh\nRula Nasser"));
    expect(read).toMatchObject({ ok: false, fault: { code: "workshopFull", params: { max: 1000 } } });
    expect(states(courseId)).toHaveLength(999);
  });
  it("hears of two lines that mean one person who is known, before anything is sent", () => {
    const courseId = own();
    knownInProgramme("Nada Twice", { phone: "+962791110041", email: "nada@example.org" });
    const lines = "Nada Twice, 0791110041, other@example.org\nNada Twice, 0791110042, nada@example.org";
    expect(shown(send(sent(courseId, lines))).rows.map(({ becomes, wrong }) => [becomes, ...wrong])).toEqual([
      ["registered"],
      ["wrong", "twice"],
    ]);
  });
  it("gives who withdrew their place back, passes over who has one, and not over a coordinator's word", () => {
    const courseId = own();
    const list = "Rana Back, 0791234521\nOmar Stays, 0791234522";
    readAndSent(send, sent(courseId, list));
    const put = (state: string) =>
      sqlite()
        .prepare("UPDATE registrations SET state = ? WHERE course_id = ? AND number = 1")
        .run(state, courseId);
    const becoming = () =>
      shown(send(sent(courseId, list))).rows.map(({ becomes, there, wrong }) => [
        becomes,
        there?.state ?? null,
        ...wrong,
      ]);
    put("declined");
    expect(becoming()).toEqual([
      ["wrong", "declined", "declinedThere"],
      ["here", "accepted"],
    ]);
    put("withdrawn");
    expect(becoming()).toEqual([
      ["known", "withdrawn"],
      ["here", "accepted"],
    ]);
    expect(readAndSent(send, sent(courseId, list))).toMatchObject({ registered: 1, here: 1, known: 1 });
    expect(states(courseId)).toEqual(["accepted", "accepted"]);
  });
  it("means of two people of one name and contact whom it shows: who is in the workshop, the nearest to a place, else the first", () => {
    const courseId = own();
    for (const email of ["hala1@example.org", "hala2@example.org"])
      knownInProgramme("Hala Double", { phone: "+962791110051", email });
    const line = "Hala Double, 0791110051";
    const mails = () =>
      sqlite()
        .prepare(
          `SELECT p.email, r.state FROM registrations r JOIN persons p ON p.id = r.person_id
           WHERE r.course_id = ? ORDER BY r.number`,
        )
        .raw()
        .all(courseId);
    expect(readAndSent(send, sent(courseId, line))).toMatchObject({ registered: 1, known: 1 });
    expect(mails()).toEqual([["hala1@example.org", "accepted"]]);
    // One of them is there: the line means nobody else, as where one is registered by the form.
    expect(shown(send(sent(courseId, line))).rows.map(({ becomes }) => becomes)).toEqual(["here"]);
    // One left, the other is to be decided on: that one is shown, and has the place then.
    const put = (state: string, email: string) =>
      sqlite()
        .prepare(
          "UPDATE registrations SET state = ? WHERE course_id = ? AND person_id = (SELECT id FROM persons WHERE email = ?)",
        )
        .run(state, courseId, email);
    put("withdrawn", "hala1@example.org");
    const other = sqlite().prepare("SELECT id FROM persons WHERE email = 'hala2@example.org'").pluck().get();
    sqlite()
      .prepare(
        `INSERT INTO registrations (course_id, person_id, number, state, source, token, form_key, answers, registered_at)
         SELECT course_id, ?, 2, 'applied', source, 'another-token', 'another-key', answers, registered_at FROM registrations WHERE course_id = ?`,
      )
      .run(other, courseId);
    expect(shown(send(sent(courseId, line))).rows[0]?.there?.state).toBe("applied");
    expect(readAndSent(send, sent(courseId, line))).toMatchObject({ registered: 1, known: 1 });
    expect(mails()).toEqual([
      ["hala1@example.org", "withdrawn"],
      ["hala2@example.org", "accepted"],
    ]);
    // Two lines of one name and contact are one person, also where two are recorded.
    expect(shown(send(sent(courseId, `${line}\n${line}`))).rows.map(({ wrong }) => wrong)).toEqual([
      [],
      ["twice"],
    ]);
  });
});
