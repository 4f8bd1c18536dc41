import { sqlite } from "../../db/client";
import { courses, programmeMembers, rooms, venues } from "../../db/schema";
import { type Viewer, visitor } from "../../lib/access/table";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { issueCertificates } from "../../lib/certificates/commands";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { as } from "./as";
import { courseBefore, templateOf, tentative, toolOf } from "./ofProgramme";
import { posted } from "./posted";
import { transact } from "./transact";
import { now, opened, person, registered, value, viewer, type World, worksIn } from "./world";

let keys = 0;
/** A key of a form that was not sent before. */
export const formKey = () => `invariant-key-${keys++}`;

/** The days of the courses below: one is open, one runs on the 9th of February, one has ended by the 20th. */
export const running = Date.parse("2027-02-09T12:00:00Z");
export const ended = Date.parse("2027-02-20T09:00:00Z");

/** A course of a programme that is known only by numbers, there or taken out. */
const recordIn = (programmeId: number, state: "closed" | "cancelled") =>
  transact((db) =>
    db
      .insert(courses)
      .values({
        slug: `recorded-${programmeId}-${state}`,
        programmeId,
        kind: "user",
        title: { own: "en", en: "Recorded" },
        search: "recorded",
        country: "JO",
        place: { own: "en", en: "Irbid" },
        mode: "venue",
        zone: "Asia/Amman",
        languages: ["ar"],
        capacity: 1,
        countedBy: "numbers",
        state,
        stateReason: state === "cancelled" ? "Entered twice" : null,
        minAttendance: 80,
        microTeaching: false,
        signatories: [],
        createdAt: now,
      })
      .returning({ id: courses.id })
      .get(),
  ).id;

/** The version of a row, as its form carries it. */
export const version = (table: string, key: number) =>
  String(
    (sqlite().prepare(`SELECT version FROM ${table} WHERE id = ?`).get(key) as { version: number }).version,
  );

/** A programme's own course, people, sessions, registrations and certificates, made by its coordinator. */
async function filled(w: World, by: Viewer, programmeId: number, trainerIds: number[], mark: string) {
  const own = { ...w, coordinator: by, programmeId, trainerIds };
  const course = async (state: "open" | "running" | "closed") => {
    const made = opened(own, {
      kind: "tot",
      minAttendance: "10",
      ...(state === "open" ? {} : { capacity: "10" }),
    });
    // Two courses at one time need two sets of trainers; here they only need to exist.
    sqlite()
      .prepare(
        "DELETE FROM session_trainers WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)",
      )
      .run(made.courseId);
    const people = [];
    for (const name of ["A", "B", "C"])
      people.push(
        value(
          await registered(made.slug, {
            name: `${mark} ${state} ${name}`,
            sex: "woman",
            displacement: "refugee",
          }),
        ),
      );
    const rows = sqlite()
      .prepare("SELECT id, token, person_id AS personId FROM registrations WHERE course_id = ? ORDER BY id")
      .all(made.courseId) as { id: number; token: string; personId: number }[];
    const sessions = sqlite()
      .prepare("SELECT id, day FROM sessions WHERE course_id = ? ORDER BY start_instant")
      .all(made.courseId) as { id: number; day: string }[];
    if (state !== "open") {
      sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(made.courseId);
      const marks = Object.fromEntries(rows.map((r) => [`marks.${r.id}.state`, "present"]));
      if (state === "closed")
        for (const session of sessions)
          value(
            takeRoll(as(by, ended), rollSchema.parse(posted({ sessionId: String(session.id), ...marks }))),
          );
    }
    if (state === "closed") {
      sqlite().prepare("UPDATE courses SET state = 'closed' WHERE id = ?").run(made.courseId);
      sqlite()
        .prepare("UPDATE registrations SET state = 'attended' WHERE course_id = ? AND state = 'accepted'")
        .run(made.courseId);
      value(issueCertificates(as(by, ended), { courseId: made.courseId } as never));
    }
    // One was taken back, and one says more hours than the roll now does.
    const [, taken, doubtful] = rows;
    if (state === "closed") {
      sqlite()
        .prepare(
          "UPDATE certificates SET revoked_at = ?, revocation_reason = 'A reason' WHERE registration_id = ?",
        )
        .run(ended, taken!.id);
      sqlite()
        .prepare(
          "UPDATE attendance SET state = 'absent', minutes = 0 WHERE session_id = ? AND registration_id = ?",
        )
        .run(sessions[1]!.id, doubtful!.id);
    }
    // The same hours of two days.
    const afternoons = sqlite()
      .prepare(
        "SELECT id FROM sessions WHERE course_id = ? AND (starts_at, ends_at) = (SELECT starts_at, ends_at FROM sessions WHERE course_id = ? GROUP BY starts_at, ends_at HAVING count(DISTINCT day) > 1 ORDER BY starts_at DESC LIMIT 1) ORDER BY start_instant",
      )
      .pluck()
      .all(made.courseId, made.courseId) as number[];
    const certificateOf = (registrationId: number) =>
      sqlite()
        .prepare("SELECT id FROM certificates WHERE registration_id = ?")
        .pluck()
        .get(registrationId) as number;
    const certificate = sqlite()
      .prepare(
        "SELECT x.id, x.serial FROM certificates x JOIN registrations r ON r.id = x.registration_id WHERE r.course_id = ? ORDER BY x.id",
      )
      .get(made.courseId) as { id: number; serial: string };
    return {
      ...made,
      rows,
      session: sessions[0]!,
      afternoons,
      certificate,
      certificateOf,
    };
  };
  const tool = toolOf(programmeId);
  const open = await course("open");
  const more = async (name: string) => {
    const { token } = value(await registered(open.slug, { name: `${mark} ${name}` }));
    return sqlite().prepare("SELECT id, token FROM registrations WHERE token = ?").get(token) as {
      id: number;
      token: string;
    };
  };
  const workshop = async () => {
    const made = await course("running");
    sqlite()
      .prepare("UPDATE courses SET scheduled_by = ?, approved_at = NULL WHERE id = ?")
      .run(trainerIds[0], made.courseId);
    const trainer = viewer(trainerIds[0]!, { trains: [programmeId] });
    const form = {
      courseId: String(made.courseId),
      formKey: formKey(),
      name: `${mark} at the door`,
      language: "en",
      consent: "on",
    };
    const { registrationId } = value(
      registerParticipant(as(trainer, running), participantSchema([]).parse(form)),
    );
    return { ...made, atTheDoor: registrationId };
  };
  return {
    programmeId,
    tool,
    tentative: tentative(w, by, { programmeId, trainerIds }),
    before: courseBefore(w, by, { programmeId, trainerIds }, tool),
    trainerId: trainerIds[0]!,
    open,
    withdrawn: await more("who left"),
    toConfirm: await more("to confirm"),
    calledOff: await more("who called"),
    running: await course("running"),
    workshop: await workshop(),
    closed: await course("closed"),
    template: templateOf(by, open.courseId, false),
    templateRemoved: templateOf(by, open.courseId, true),
    record: recordIn(programmeId, "closed"),
    recordTakenOut: recordIn(programmeId, "cancelled"),
  };
}
export type Filled = Awaited<ReturnType<typeof filled>>;

/** A programme with a coordinator with which every course of another one is shared. */
function sharedWith(programmeId: number, code: string) {
  const own = Number(
    sqlite()
      .prepare("INSERT INTO programmes (code, title, issuer, created_at) VALUES (?, ?, ?, ?)")
      .run(code, JSON.stringify({ own: "en", en: code }), JSON.stringify({ own: "en", en: "ILO" }), now)
      .lastInsertRowid,
  );
  sqlite()
    .prepare(
      "INSERT INTO course_shares (course_id, programme_id, percent, since) SELECT id, ?, 30, ? FROM courses WHERE programme_id = ?",
    )
    .run(own, now, programmeId);
  const personId = person(`Coordinates ${code}`);
  transact((db) =>
    db.insert(programmeMembers).values({ programmeId: own, personId, role: "coordinator", since: now }).run(),
  );
  return { programmeId: own, by: viewer(personId, { coordinates: [own] }) };
}

/** A programme beside another, each with all that the keys of its forms name, and somebody of each role towards the first. */
export async function twoProgrammes(w: World) {
  const roomElsewhere = transact((db) => {
    const { id } = db
      .insert(venues)
      .values({ name: "Elsewhere", country: "JO", place: "Amman" })
      .returning({ id: venues.id })
      .get();
    return db.insert(rooms).values({ venueId: id, name: "Hall" }).returning({ id: rooms.id }).get().id;
  });
  const otherTrainers = [person("Other trainer"), person("Second other trainer")];
  transact((db) => {
    for (const personId of otherTrainers)
      db.insert(programmeMembers)
        .values({ programmeId: w.otherId, personId, role: "trainer", since: now })
        .run();
    db.insert(programmeMembers)
      .values({ programmeId: w.otherId, personId: w.stranger.personId!, role: "coordinator", since: now })
      .run();
  });
  const own = await filled(w, w.coordinator, w.programmeId, w.trainerIds, "Own");
  const foreign = await filled(w, w.stranger, w.otherId, otherTrainers, "Foreign");
  for (const of of [own, foreign]) {
    sqlite()
      .prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?")
      .run(of.workshop.rows[2]!.id);
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(of.withdrawn.id);
    sqlite()
      .prepare("UPDATE registrations SET state = 'to_confirm', waiting_sequence = 99 WHERE id = ?")
      .run(of.toConfirm.id);
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(of.calledOff.id);
    sqlite()
      .prepare(
        "INSERT INTO registration_changes (registration_id, from_state, to_state, cause, at) VALUES (?, 'accepted', 'withdrawn', 'decided', ?)",
      )
      .run(of.calledOff.id, now);
  }
  const sharer = sharedWith(own.programmeId, "Shares");
  const sharerElsewhere = sharedWith(foreign.programmeId, "Shares elsewhere");
  const administrator = viewer(person("Administrator"), { administrator: true });
  worksIn(w.programmeId, "JO");
  worksIn(w.otherId, "LB");
  const roles: Record<string, Viewer> = {
    visitor,
    participant: w.participant,
    trainer: w.trainer,
    trainerElsewhere: w.otherTrainer,
    coordinator: w.coordinator,
    coordinatorElsewhere: w.stranger,
    /** Of a programme with which all courses of the first are shared. */
    sharer: sharer.by,
    administrator,
  };
  const sharers = new Map([
    [own.programmeId, sharer.programmeId],
    [foreign.programmeId, sharerElsewhere.programmeId],
  ]);
  return { w, own, foreign, otherTrainers, roomElsewhere, administrator, roles, sharers };
}
export type TwoProgrammes = Awaited<ReturnType<typeof twoProgrammes>>;
