import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { registerList, registerPerson } from "../../lib/admission/commands";
import { registerParticipant, registerParticipants } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { registerListSchema, registerPersonSchema } from "../../lib/registrations/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { readAndSent, type Sends, sent } from "../support/peopleList";
import { now, opened, value, world } from "../support/world";

freshDatabase();
const w = world();
const desk = as(w.coordinator, now);
const own = as(w.trainer, now);

type Said = { name: string; phone?: string; email?: string; sex?: string; organisation?: string };
/** People of whom no two courses know the same: their contacts are of a course's own, their names are not. */
const people = (of: number): Said[] => [
  { name: "Rana Haddad", phone: `079${of}000001`, sex: "woman", organisation: "Coop A" },
  { name: "Omar Said", email: `omar${of}@example.org`, organisation: "Coop A" },
  { name: "Lina Odeh", phone: `079${of}000003` },
  { name: "سعاد ناصر" },
  { name: "Zaid Omari", phone: `079${of}000005`, organisation: "Coop B" },
];
const lines = (all: readonly Said[]) =>
  all.map(({ name, phone, email, sex, organisation }) =>
    [name, phone, email, sex === "woman" ? "F" : undefined, organisation].filter(Boolean).join(", "),
  );

/** All that is kept of a course's people, without the keys and the contacts by which two courses differ. */
function keptOf(courseId: number) {
  const rows = (sql: string) =>
    sqlite()
      .prepare(sql)
      .all(...sql.split("").flatMap((sign) => (sign === "?" ? [courseId] : []))) as Record<string, unknown>[];
  return {
    people: rows(
      `SELECT r.number, r.state, r.source, r.waiting_sequence, r.place_since, r.consent_version, r.consent_language, r.consent_at,
         r.answers, r.needs, r.photo_consent, r.registered_at, r.group_id, p.name, p.sort_name, p.language, p.country, o.name AS organisation,
         k.since, k.by_person_id, f.sealed IS NOT NULL AS facts, (p.phone IS NULL) + 2 * (p.email IS NULL) AS reached,
         (SELECT count(*) FROM contact_keys c WHERE c.person_id = p.id) AS keys
       FROM registrations r JOIN persons p ON p.id = r.person_id LEFT JOIN organisations o ON o.id = p.organisation_id
         LEFT JOIN person_programmes k ON k.person_id = p.id LEFT JOIN sensitive_facts f ON f.person_id = p.id
       WHERE r.course_id = ? ORDER BY r.number`,
    ),
    changes: rows(
      `SELECT r.number, c.from_state, c.to_state, c.cause, c.reason, c.at, c.by_person_id FROM registration_changes c
       JOIN registrations r ON r.id = c.registration_id WHERE r.course_id = ? ORDER BY c.id`,
    ),
    log: rows(
      `SELECT a.action, a.at, a.by_person_id, r.number, a.detail ->> 'by' AS by, a.detail ->> '$.registration.state' AS state FROM audit_log a
       JOIN registrations r ON a.subject = 'registration' AND a.subject_id = r.id WHERE r.course_id = ? ORDER BY a.id`,
    ),
    toldBy: rows(
      `SELECT r.number, n.message, n.at FROM notices n JOIN registrations r ON r.id = n.registration_id
       WHERE r.course_id = ? ORDER BY r.number`,
    ),
    due: rows(
      "SELECT kind, session_id IS NULL AS whole, due_from - (SELECT min(start_instant) FROM sessions WHERE course_id = ?) AS since, count, total FROM due WHERE course_id = ? ORDER BY kind, due_from",
    ),
    capacity: rows("SELECT capacity FROM courses WHERE id = ?"),
  };
}

it("a coordinator's list leaves what its people would one after another, of whom some wait", () => {
  const [list, one] = [opened(w, { capacity: "3" }).courseId, opened(w, { capacity: "3" }).courseId];
  const send: Sends = (form) => registerList(desk, registerListSchema.parse(form));
  readAndSent(send, sent(list, lines(people(1)).join("\n")));
  for (const [nth, said] of people(2).entries())
    value(
      registerPerson(
        desk,
        registerPersonSchema([]).parse({
          ...{ courseId: String(one), formKey: `one-by-one-form-${nth}`, language: "fr", consent: "on" },
          ...said,
        }),
      ),
    );
  expect(keptOf(list).people.map(({ state }) => state)).toEqual([
    ...["accepted", "accepted", "accepted"],
    ...["waiting", "waiting"],
  ]);
  expect(keptOf(list)).toEqual(keptOf(one));
});
it("a trainer's list leaves what its people would one after another, and makes room for all of them", () => {
  const [list, one] = [workshop("2"), workshop("2")];
  const send: Sends = (form) => registerParticipants(own, registerListSchema.parse(form));
  readAndSent(send, sent(list, lines(people(3)).join("\n")));
  for (const [nth, said] of people(4).entries())
    value(
      registerParticipant(
        own,
        participantSchema([]).parse({
          ...{ courseId: String(one), formKey: `one-by-one-form-${nth}`, language: "fr", consent: "on" },
          ...{ known: "another", ...said },
        }),
      ),
    );
  expect(keptOf(list).capacity).toEqual([{ capacity: 5 }]);
  expect(keptOf(list)).toEqual(keptOf(one));
});

it("counts what waits in the course once, however many the list has, so that others need not wait to write", () => {
  sqlite().exec(`
    CREATE TABLE counted (course_id INTEGER, kind TEXT, session_id INTEGER);
    CREATE TRIGGER counted AFTER INSERT ON due BEGIN
      INSERT INTO counted VALUES (new.course_id, new.kind, new.session_id);
    END`);
  const [by, ofTrainer] = [opened(w).courseId, workshop("2")];
  sqlite().exec("DELETE FROM counted");
  const list = lines(people(5)).join("\n");
  readAndSent((form) => registerList(desk, registerListSchema.parse(form)), sent(by, list));
  readAndSent(
    (form) => registerParticipants(own, registerListSchema.parse(form)),
    sent(ofTrainer, lines(people(6)).join("\n")),
  );
  const written = sqlite()
    .prepare("SELECT count(*) FROM counted GROUP BY course_id, kind, session_id")
    .pluck()
    .all();
  expect(written.length).toBeGreaterThan(0);
  expect(new Set(written)).toEqual(new Set([1]));
  sqlite().exec("DROP TRIGGER counted; DROP TABLE counted");
});

/** A workshop of the trainer's own. */
function workshop(capacity: string): number {
  const { courseId } = opened(w, { capacity });
  sqlite()
    .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ? WHERE id = ?")
    .run(w.trainer.personId, now, courseId);
  return courseId;
}
