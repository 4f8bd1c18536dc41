import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { sqlite } from "../../db/client";
import {
  accounts,
  courses,
  notices,
  personProgrammes,
  programmeMembers,
  rooms,
  venues,
} from "../../db/schema";
import { mayAnywhere, type Permission, type Viewer, visitor } from "../../lib/access/table";
import { signIn, useLink } from "../../lib/accounts/commands";
import type { Context } from "../../lib/acts/context";
import { registerPerson } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { rollSchema } from "../../lib/attendance/schema";
import { issueCertificates } from "../../lib/certificates/commands";
import { seenWord } from "../../lib/courses/queries";
import { faultsOf } from "../../lib/faults";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import {
  addMember,
  bringIn,
  createPerson,
  editPerson,
  editProfile,
  giveAccess,
  readSensitiveFacts,
} from "../../lib/people/commands";
import { personEditSchema, personSchema, profileSchema } from "../../lib/people/schema";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { fail, failAt, type Result } from "../../lib/result";
import { saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { posted } from "../support/posted";
import { peopleSeen, personSeen } from "../support/seen";
import { transact } from "../support/transact";
import {
  courseForm,
  fault,
  now,
  opened,
  person,
  question,
  registered,
  value,
  viewer,
  world,
} from "../support/world";

let keys = 0;
const formKey = () => `invariant-key-${keys++}`;

type Read = {
  safeParse: (
    form: unknown,
  ) => { success: true; data: unknown } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
};
/** Every action, taken apart: what it asks for, how it reads a form, and the command behind it. */
type Action = {
  permission: Permission;
  schema: Read | ((said: unknown, cx: Context) => Read | null);
  command: (cx: Context, input: unknown, address: string) => unknown;
};
vi.mock("@/app/_actions/action", async () => ({
  action: (await import("../support/takenApart")).takenApart,
}));
vi.mock("@/app/_server/auth", () => ({
  startSession: vi.fn(),
  endSession: vi.fn(),
  chooseLanguage: vi.fn(),
}));

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : name === "actions.ts" ? [path] : [];
  });

const actions = new Map<string, Action>();
for (const path of files("app"))
  for (const [name, made] of Object.entries(await import(pathToFileURL(path).href)))
    if (typeof made === "object" && made !== null) actions.set(name, made as Action);

freshDatabase();
const w = world();

/** The days of the courses below: one is open, one runs on the 9th of February, one has ended by the 20th. */
const running = Date.parse("2027-02-09T12:00:00Z");
const ended = Date.parse("2027-02-20T09:00:00Z");

/** A tool as its form sends it. */
const newTool = (of: { programmeId: number }) => ({
  programmeId: String(of.programmeId),
  ownLanguage: "en",
  titleEn: "A tool",
  descriptionEn: "What it is",
  versionLabel: "1",
  "modules.0.titleEn": "Basics",
  "modules.0.minutes": "60",
});

/** A programme's own tool, with the keys of its version and module. */
function toolOf(programmeId: number) {
  const text = JSON.stringify({ own: "en", en: "A tool" });
  const insert = (statement: string, ...values: unknown[]) =>
    Number(
      sqlite()
        .prepare(statement)
        .run(...values).lastInsertRowid,
    );
  const toolId = insert(
    "INSERT INTO tools (code, title, description, audience, programme_id, created_at) VALUES (?, ?, ?, ?, ?, ?)",
    `tool-${programmeId}`,
    text,
    text,
    text,
    programmeId,
    now,
  );
  const toolVersionId = insert("INSERT INTO tool_versions (tool_id, label) VALUES (?, '1')", toolId);
  const moduleId = insert(
    "INSERT INTO modules (tool_version_id, position, code, title, minutes) VALUES (?, 1, 'M1', ?, 60)",
    toolVersionId,
    text,
  );
  return { toolId, toolVersionId, moduleId };
}

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

/** A programme's own course, people, sessions, registrations and certificates, made by its coordinator. */
async function filled(by: Viewer, programmeId: number, trainerIds: number[], mark: string) {
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
      .prepare("SELECT id FROM sessions WHERE course_id = ? AND starts_at = '13:00' ORDER BY start_instant")
      .pluck()
      .all(made.courseId) as number[];
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
    tool: toolOf(programmeId),
    trainerId: trainerIds[0]!,
    open,
    withdrawn: await more("who left"),
    toConfirm: await more("to confirm"),
    calledOff: await more("who called"),
    running: await course("running"),
    workshop: await workshop(),
    closed: await course("closed"),
    record: recordIn(programmeId, "closed"),
    recordTakenOut: recordIn(programmeId, "cancelled"),
  };
}
type Filled = Awaited<ReturnType<typeof filled>>;

/** What is known of a past course, as its form sends it. */
const pastCourse = (of: Filled) => ({
  programmeId: String(of.programmeId),
  kind: "user",
  moduleIds: w.moduleIds.map(String),
  ownLanguage: "en",
  country: "JO",
  mode: "venue",
  venueId: String(w.venueId),
  year: "2022",
  attendedTotal: "63",
  attendedTotalSource: "document",
});

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
const own = await filled(w.coordinator, w.programmeId, w.trainerIds, "Own");
const foreign = await filled(w.stranger, w.otherId, otherTrainers, "Foreign");
for (const of of [own, foreign]) {
  sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(of.workshop.rows[2]!.id);
  sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(of.withdrawn.id);
  if (actions.has("confirmRegistrations"))
    sqlite()
      .prepare("UPDATE registrations SET state = 'to_confirm', waiting_sequence = 99 WHERE id = ?")
      .run(of.toConfirm.id);
  if (actions.has("undoWithdrawal")) {
    sqlite().prepare("UPDATE registrations SET state = 'withdrawn' WHERE id = ?").run(of.calledOff.id);
    sqlite()
      .prepare(
        "INSERT INTO registration_changes (registration_id, from_state, to_state, cause, at) VALUES (?, 'accepted', 'withdrawn', 'decided', ?)",
      )
      .run(of.calledOff.id, now);
  }
}

/** What the coordinator of a programme did to the timetable of its open course. */
const changeOf = new Map<number, number>();
for (const [of, by] of [
  [own, w.coordinator],
  [foreign, w.stranger],
] as const) {
  const added = sessionSchema.parse({
    courseId: String(of.open.courseId),
    kind: "other",
    title: "Added",
    day: of.open.session.day,
    startsAt: "20:00",
    endsAt: "21:00",
  });
  const { changeId } = value(saveSession(as(by, now), added)) as { changeId?: number | null };
  changeOf.set(of.programmeId, changeId ?? 0);
}

/** Somebody to be told, or who was told. */
function notice(personId: number, more: Partial<typeof notices.$inferInsert>): number {
  return transact(
    (db) =>
      db
        .insert(notices)
        .values({
          personId,
          message: "broughtIn",
          params: {},
          topic: `invariant:${keys++}`,
          at: now,
          ...more,
        })
        .returning({ id: notices.id })
        .get().id,
  );
}
const noticeOf = (of: Filled, toldAt: number | null) =>
  String(
    notice(of.open.rows[0]!.personId, {
      registrationId: of.open.rows[0]!.id,
      courseId: of.open.courseId,
      message: "registrationAccepted",
      toldAt,
    }),
  );
const administrator = viewer(person("Administrator"), { administrator: true });

const roles: Record<string, Viewer> = {
  visitor,
  participant: w.participant,
  trainer: w.trainer,
  trainerElsewhere: w.otherTrainer,
  coordinator: w.coordinator,
  coordinatorElsewhere: w.stranger,
  administrator,
};
const team = ["coordinator", "administrator"];

type Row = {
  /** The form as somebody who may would send it, all of its keys in their own programme. */
  form: (of: Filled) => Record<string, unknown>;
  /** Who may do that in this programme. */
  by: readonly string[];
  at?: number;
  /** Keys that anybody may name, and why that is right. */
  open?: Record<string, string>;
  /** Fields that are named by a key, such as the marks of a roll: the same with another programme's key. */
  named?: (of: Filled, elsewhere: Filled) => Record<string, unknown>;
};

const notes = actions.has("markTold")
  ? new Map(
      [own, foreign].flatMap((of) => [
        [`${of.programmeId}:untold`, noticeOf(of, null)] as const,
        [`${of.programmeId}:told`, noticeOf(of, now)] as const,
      ]),
    )
  : new Map<string, string>();
/** Somebody to be told in this programme's course, or who was told. */
const told = (of: Filled, which: "told" | "untold") => notes.get(`${of.programmeId}:${which}`) ?? "";
const toParticipant = actions.has("dismissNotice") ? notice(w.participant.personId!, {}) : 0;
const toStranger = actions.has("dismissNotice") ? notice(w.stranger.personId!, {}) : 0;
const catalogue = {
  moduleIds: "the catalogue of tools is everybody's",
  moduleId: "the catalogue of tools is everybody's",
  wholeIds: "the catalogue of tools is everybody's",
  venueId: "venues are everybody's",
  roomId: "rooms are everybody's",
};
const plan = (of: Filled) => ({
  ...courseForm(w),
  programmeId: String(of.programmeId),
  trainerIds: [String(of.trainerId)],
  startsOn: "2027-06-01",
  endsOn: "2027-06-05",
});
/** A trainer's workshop in each programme: one that awaits approval, and one that was approved. */
const workshops = new Map<string, number>();
if (actions.has("scheduleWorkshop"))
  for (const [i, of] of [own, foreign].entries())
    for (const [k, kind] of (["awaits", "approved"] as const).entries()) {
      const startsOn = i === 0 ? `2027-05-0${3 + 2 * k}` : `2027-06-0${7 + 2 * k}`;
      const by = i === 0 ? w.coordinator : w.stranger;
      const { courseId } = opened(
        { ...w, coordinator: by, programmeId: of.programmeId, trainerIds: [of.trainerId] },
        { startsOn, endsOn: startsOn },
      );
      sqlite()
        .prepare("UPDATE courses SET scheduled_by = ?, approved_at = ?, approved_by = ? WHERE id = ?")
        .run(of.trainerId, kind === "awaits" ? null : now, kind === "awaits" ? null : by.personId, courseId);
      workshops.set(`${of.programmeId}:${kind}`, courseId);
    }
const workshopOf = (of: Filled, kind: "awaits" | "approved") =>
  workshops.get(`${of.programmeId}:${kind}`) ?? 0;
const workshop = (of: Filled) => ({
  ...courseForm(w),
  programmeId: String(of.programmeId),
  trainerIds: [String(of === own ? w.trainerIds[1] : otherTrainers[1])],
  place: "Kufr Asad",
  startsOn: "2027-07-01",
  endsOn: "2027-07-01",
  startsAt: "09:00",
  endsAt: "16:00",
  breakFrom: "12:00",
  breakMinutes: "30",
});
const version = (table: string, key: number) =>
  String(
    (sqlite().prepare(`SELECT version FROM ${table} WHERE id = ?`).get(key) as { version: number }).version,
  );
const datesOf = (courseId: number) =>
  sqlite()
    .prepare("SELECT starts_on AS startsOn, ends_on AS endsOn FROM courses WHERE id = ?")
    .get(courseId) as { startsOn: string; endsOn: string };
/** A workshop as the page of a decision on it carries it. */
const seenOf = (courseId: number) =>
  transact((db) => db.select({ seen: seenWord }).from(courses).where(eq(courses.id, courseId)).get()!.seen);
const toolVersion = (of: Filled, rowsOf: Filled) => ({
  toolVersionId: String(of.tool.toolVersionId),
  version: version("tools", of.tool.toolId),
  ownLanguage: "en",
  versionLabel: "1",
  "modules.0.id": String(rowsOf.tool.moduleId),
  "modules.0.titleEn": "Renamed",
  "modules.0.minutes": "90",
});
const venue = (roomId: number) => ({
  venueId: String(w.venueId),
  version: version("venues", w.venueId),
  name: "Centre",
  country: "JO",
  place: "Irbid",
  "rooms.0.id": String(roomId),
  "rooms.0.name": "Renamed",
});
const newcomer = (of: Filled) => of.open.rows[1]!.personId;

const scores = (of: Filled, rowsOf: Filled) => ({
  courseId: String(of.running.courseId),
  "scores.0.registrationId": String(rowsOf.running.rows[0]!.id),
  "scores.0.score.post_test": "81",
});

const planEdited = (of: Filled) => ({
  ...plan(of),
  courseId: String(of.open.courseId),
  startsOn: "2027-02-07",
  endsOn: "2027-02-11",
  version: version("courses", of.open.courseId),
});
/** A question of a course, as a row of its plan. */
const questionOf = (of: Filled) => ({
  "questions.0.id": String(
    sqlite().prepare("SELECT id FROM course_questions WHERE course_id = ?").pluck().get(of.open.courseId),
  ),
  "questions.0.label": "Why?",
  "questions.0.kind": "text",
});

/** Somebody known, whom a trainer registers in their own workshop. */
const participantForm = (of: Filled) => ({
  courseId: String(of.workshop.courseId),
  formKey: formKey(),
  name: "As the trainer heard it",
  phone: phoneOf(of.running.rows[0]!.personId),
  language: "en",
  consent: "on",
  known: String(of.running.rows[0]!.personId),
});
const phoneOf = (personId: number) =>
  sqlite().prepare("SELECT phone FROM persons WHERE id = ?").pluck().get(personId) as string;
const doorForm = (of: Filled) => ({
  courseId: String(of.workshop.courseId),
  registrationId: String(of.workshop.atTheDoor),
});

/** What each action needs to be tried. An action without a row fails. */
const rows: Record<string, Row> = {
  register: {
    form: (of) => ({
      slug: of.open.slug,
      formKey: formKey(),
      language: "en",
      name: "Somebody New",
      phone: "0795551234",
      consent: "on",
      who: "other",
    }),
    by: Object.keys(roles),
    open: { slug: "a public course is open to everybody" },
  },
  withdraw: {
    form: (of) => ({ token: of.open.rows[0]!.token }),
    by: Object.keys(roles),
    open: { token: "whoever has the token has the registration" },
  },
  createCourse: {
    form: plan,
    by: team,
    open: catalogue,
    named: (of, elsewhere) => ({ ...plan(of), ...questionOf(elsewhere) }),
  },
  editCourse: {
    form: planEdited,
    by: team,
    open: catalogue,
    named: (of, elsewhere) => ({ ...planEdited(of), ...questionOf(elsewhere) }),
  },
  recordCourse: { form: pastCourse, by: team, open: catalogue },
  editRecord: {
    form: (of) => ({
      ...pastCourse(of),
      courseId: String(of.record),
      version: version("courses", of.record),
    }),
    by: team,
    open: catalogue,
  },
  takeOutRecord: {
    form: (of) => ({ courseId: String(of.record), reason: "Entered twice" }),
    by: team,
  },
  putBackRecord: { form: (of) => ({ courseId: String(of.recordTakenOut) }), by: team },
  setCourseState: {
    form: (of) => ({ courseId: String(of.open.courseId), from: "open", to: "cancelled", reason: "No money" }),
    by: team,
  },
  scheduleWorkshop: { form: workshop, by: ["trainer", "trainerElsewhere"], open: catalogue },
  editWorkshop: {
    form: (of) => ({
      ...workshop(of),
      // Its timetable was proposed by hand, so it keeps its days and hours.
      ...datesOf(workshopOf(of, "awaits")),
      startsAt: undefined,
      endsAt: undefined,
      breakFrom: undefined,
      breakMinutes: undefined,
      courseId: String(workshopOf(of, "awaits")),
      version: version("courses", workshopOf(of, "awaits")),
    }),
    by: ["trainer", ...team],
    open: catalogue,
  },
  approveWorkshop: {
    form: (of) => ({
      courseId: String(workshopOf(of, "awaits")),
      seen: seenOf(workshopOf(of, "awaits")),
    }),
    by: team,
  },
  turnDownWorkshop: {
    form: (of) => ({
      courseId: String(workshopOf(of, "awaits")),
      seen: seenOf(workshopOf(of, "awaits")),
      reason: "A reason",
    }),
    by: team,
  },
  takeApprovalBack: { form: (of) => ({ courseId: String(workshopOf(of, "approved")) }), by: team },
  proposeSessions: {
    form: (of) => ({
      courseId: String(of.open.courseId),
      startsAt: "09:00",
      endsAt: "15:00",
      breakFrom: "12:00",
      breakMinutes: "60",
    }),
    by: team,
  },
  saveSession: {
    form: (of) => ({
      courseId: String(of.open.courseId),
      sessionId: String(of.open.session.id),
      version: version("sessions", of.open.session.id),
      kind: "other",
      title: "Another",
      day: "2027-02-07",
      startsAt: "18:00",
      endsAt: "19:00",
      trainerIds: [String(of.trainerId)],
    }),
    by: team,
    open: catalogue,
  },
  deleteSession: {
    form: (of) => ({ courseId: String(of.open.courseId), sessionId: String(of.open.session.id) }),
    by: team,
  },
  swapSessions: {
    form: (of) => ({
      courseId: String(of.open.courseId),
      sessionId: String(of.open.afternoons[0]),
      otherId: String(of.open.afternoons[1]),
    }),
    by: team,
  },
  moveCourse: {
    form: (of) => ({ courseId: String(of.open.courseId), startsOn: "2027-05-02" }),
    by: team,
  },
  undoTimetableChange: {
    form: (of) => ({ changeId: String(changeOf.get(of.programmeId)) }),
    // Everybody undoes their own.
    by: ["coordinator"],
  },
  decideRegistrations: {
    form: (of) => ({
      courseId: String(of.open.courseId),
      registrationIds: [String(of.open.rows[0]!.id)],
      to: "declined",
      reason: "A reason",
    }),
    by: team,
  },
  registerPerson: {
    form: (of) => ({
      courseId: String(of.open.courseId),
      personId: String(of.running.rows[0]!.personId),
      formKey: formKey(),
      language: "en",
      name: "Known",
      consent: "on",
    }),
    by: team,
  },
  takeRoll: {
    form: (of) => ({
      sessionId: String(of.running.session.id),
      [`marks.${of.running.rows[0]!.id}.state`]: "present",
    }),
    by: ["trainer", ...team],
    at: running,
    named: (of, elsewhere) => ({
      sessionId: String(of.running.session.id),
      [`marks.${elsewhere.running.rows[0]!.id}.state`]: "present",
    }),
  },
  enterScores: {
    form: (of) => scores(of, of),
    by: ["trainer", ...team],
    at: running,
    named: scores,
  },
  issueCertificates: { form: (of) => ({ courseId: String(of.closed.courseId) }), by: team, at: ended },
  certifyTrainer: {
    form: (of) => ({
      courseId: String(of.closed.courseId),
      registrationId: String(of.closed.rows[0]!.id),
      recommendedBy: "An expert",
    }),
    by: team,
    at: ended,
  },
  revokeCertificate: {
    form: (of) => ({ certificateId: String(of.closed.certificate.id), reason: "A reason" }),
    by: team,
    at: ended,
  },
  reissueCertificate: {
    form: (of) => ({ certificateId: String(of.closed.certificate.id), reason: "A reason" }),
    by: team,
    at: ended,
  },
  prepareCertificates: {
    form: (of) => ({ courseId: String(of.running.courseId) }),
    by: team,
    at: running,
  },
  keepCertificate: {
    form: (of) => ({
      certificateId: String(of.closed.certificateOf(of.closed.rows[2]!.id)),
      reason: "A reason",
    }),
    by: team,
    at: ended,
  },
  allowAgain: {
    form: (of) => ({
      courseId: String(of.closed.courseId),
      registrationId: String(of.closed.rows[1]!.id),
      reason: "A reason",
    }),
    by: team,
    at: ended,
  },
  confirmRegistrations: {
    form: (of) => ({ courseId: String(of.open.courseId), registrationIds: [String(of.toConfirm.id)] }),
    by: team,
  },
  undoWithdrawal: {
    form: (of) => ({ courseId: String(of.open.courseId), registrationIds: [String(of.calledOff.id)] }),
    by: team,
  },
  comeBack: {
    form: (of) => ({ token: of.withdrawn.token }),
    by: Object.keys(roles),
    open: { token: "whoever has the token has the registration" },
  },
  markTold: {
    form: (of) => ({ courseId: String(of.open.courseId), noticeIds: [told(of, "untold")] }),
    by: team,
    named: (of, elsewhere) => ({ courseId: String(of.open.courseId), only: told(elsewhere, "untold") }),
  },
  markUntold: {
    form: (of) => ({ courseId: String(of.open.courseId), noticeIds: [told(of, "told")] }),
    by: team,
    named: (of, elsewhere) => ({ courseId: String(of.open.courseId), only: told(elsewhere, "told") }),
  },
  dismissNotice: {
    form: (of) => ({ noticeId: String(of === own ? toParticipant : toStranger) }),
    by: ["participant"],
  },
  createPerson: { form: () => ({ name: "Added", language: "en" }), by: [...team, "coordinatorElsewhere"] },
  editPerson: {
    form: (of) => ({
      personId: String(newcomer(of)),
      version: version("persons", newcomer(of)),
      name: "Mended",
      language: "en",
    }),
    by: team,
  },
  addMember: {
    form: (of) => ({ personId: String(newcomer(of)), programmeId: String(of.programmeId), role: "trainer" }),
    by: team,
  },
  removeMember: {
    form: (of) => ({ personId: String(of.trainerId), programmeId: String(of.programmeId), role: "trainer" }),
    by: team,
  },
  bringIn: {
    form: (of) => ({ programmeId: String(of.programmeId), contact: "brought@example.org", role: "" }),
    by: team,
  },
  giveAccess: { form: (of) => ({ personId: String(newcomer(of)) }), by: team },
  showSensitive: { form: (of) => ({ personId: String(newcomer(of)) }), by: team },
  createTool: {
    form: newTool,
    by: team,
    named: (of, elsewhere) => ({
      ...newTool(of),
      "modules.0.id": String(elsewhere.tool.moduleId),
    }),
  },
  editTool: {
    form: (of) => ({
      toolId: String(of.tool.toolId),
      version: version("tools", of.tool.toolId),
      ownLanguage: "en",
      titleEn: "Renamed",
      descriptionEn: "What it is",
    }),
    by: team,
  },
  addToolVersion: {
    form: (of) => ({
      toolId: String(of.tool.toolId),
      versionLabel: "2",
      copyFrom: String(of.tool.toolVersionId),
    }),
    by: team,
  },
  editToolVersion: {
    form: (of) => toolVersion(of, of),
    by: team,
    named: (of, elsewhere) => toolVersion(of, elsewhere),
  },
  setToolRetired: { form: (of) => ({ toolId: String(of.tool.toolId), retired: "yes" }), by: team },
  setToolVersionRetired: {
    form: (of) => ({ toolVersionId: String(of.tool.toolVersionId), retired: "yes" }),
    by: team,
  },
  editVenue: {
    form: () => venue(w.roomId),
    by: [...team, "coordinatorElsewhere"],
    open: { venueId: "venues are everybody's" },
    named: () => venue(roomElsewhere),
  },
  registerParticipant: { form: participantForm, by: ["trainer", ...team], at: running },
  registerWalkIn: {
    form: (of) => ({ ...participantForm(of), sessionId: String(of.workshop.session.id) }),
    by: ["trainer", ...team],
    at: running,
  },
  takeBackParticipant: { form: doorForm, by: ["trainer", ...team], at: running },
  givePlace: {
    form: (of) => ({
      courseId: String(of.workshop.courseId),
      registrationId: String(of.workshop.rows[2]!.id),
    }),
    by: ["trainer", ...team],
    at: running,
  },
  editParticipant: {
    form: (of) => ({ ...doorForm(of), version: "1-1", name: "Corrected" }),
    by: ["trainer"],
    at: running,
  },
  setVenueRetired: {
    form: () => ({ venueId: String(w.venueId), retired: "yes" }),
    by: [...team, "coordinatorElsewhere"],
    open: { venueId: "venues are everybody's" },
  },
  createProgramme: {
    form: () => ({ code: "New", titleEn: "New", issuer: "ILO", issuerEn: "ILO", countries: ["JO"] }),
    by: ["administrator"],
  },
  editProgramme: {
    form: (of) => ({
      programmeId: String(of.programmeId),
      code: `Code ${of.programmeId}`,
      titleEn: "Title",
      issuer: "ILO",
      issuerEn: "ILO",
      countries: ["JO"],
    }),
    by: team,
  },
};

/** Actions that name no key of anybody's, or only the viewer's own account; tried by the access test of every route. */
const withoutKeys = [
  "findCertificate",
  "signIn",
  "requestLink",
  "useLink",
  "editProfile",
  "changePassword",
  "signOut",
  "signOutEverywhere",
  "createVenue",
  "editCountry",
  "addHoliday",
  "editHoliday",
  "removeHoliday",
  "restoreHoliday",
];

type Definition = {
  type: string;
  in?: Schema;
  shape?: Record<string, Schema>;
  out?: Schema;
  innerType?: Schema;
  element?: Schema;
  valueType?: Schema;
};
type Schema = Read & { _zod: { def: Definition } };

/** What a schema reads first that is not only a mending of something else. */
function readOf(schema: Schema): Definition {
  const { def } = schema._zod;
  const inner = def.in?._zod.def.type === "transform" ? def.out : (def.in ?? def.innerType);
  return inner ? readOf(inner) : def;
}

/** The object that a schema reads, whatever is done with it afterwards. */
function shapeOf(schema: Schema): Record<string, Schema> {
  const { shape } = readOf(schema);
  if (!shape) throw new Error("a form is read as something else than fields");
  return shape;
}

/** True where one of the fields is a list of rows that name a key, or is named by keys itself. */
const hasRows = (schema: Schema): boolean =>
  Object.values(shapeOf(schema)).some((field) => {
    const { type, element, valueType } = readOf(field);
    if (type === "record") return readOf(valueType!).type === "object";
    if (type !== "array" || readOf(element!).type !== "object") return false;
    return Object.values(shapeOf(element!)).some(isKey);
  });

/** How an action reads a form, which may follow what it asks; null where it is about nothing that there is. */
const schemaOf = (action: Action, form: Record<string, unknown>, by: Viewer): Schema | null =>
  (typeof action.schema === "function" ? action.schema(form, as(by)) : action.schema) as Schema | null;

/** A key of a row takes 7 and gives the number, but takes neither 07 nor words; so do lists of keys. */
function isKey(field: Schema): boolean {
  const one = field.safeParse("7");
  const asKey =
    one.success && one.data === 7 && !field.safeParse("07").success && !field.safeParse("x").success;
  const many = field.safeParse(["7"]);
  const asKeys =
    many.success &&
    Array.isArray(many.data) &&
    many.data[0] === 7 &&
    !field.safeParse(["07"]).success &&
    !field.safeParse(["x"]).success;
  return asKey || asKeys;
}

const keysOf = (action: Action, form: Record<string, unknown> = {}) => {
  const shape = shapeOf(schemaOf(action, form, roles.administrator!)!);
  return Object.keys(shape).filter(
    (name) => isKey(shape[name]!) || ["token", "slug", "serial"].includes(name),
  );
};

/** The same key of the other programme, in the form that the other programme's coordinator would send. */
const swapped = (row: Row, key: string) => ({ ...row.form(own), [key]: row.form(foreign)[key] });

/** Everything in the database but counted attempts, which a refusal may add to. */
function everything(): string {
  const tables = sqlite()
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('attempts', 'sqlite_sequence')",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(tables.map((table) => sqlite().prepare(`SELECT * FROM ${table}`).all()));
}

async function run(
  action: Action,
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
): Promise<Result<unknown>> {
  if (!mayAnywhere(by, action.permission)) return fail(by.kind === "visitor" ? "signInNeeded" : "notFound");
  const said = posted(form);
  const parsed = schemaOf(action, said, by)?.safeParse(said);
  if (!parsed) return fail("notFound");
  if (!parsed.success) return failAt(faultsOf(parsed.error.issues));
  return (await action.command(as(by, at), parsed.data, `address-${keys++}`)) as Result<unknown>;
}

async function expectRefused(
  action: Action,
  by: Viewer,
  form: Record<string, unknown>,
  at: number,
  what: string,
) {
  const before = everything();
  const result = await run(action, by, form, at);
  expect(result.ok, what).toBe(false);
  expect(everything() === before, `${what} changes nothing`).toBe(true);
}

question(foreign.open.courseId, "Of a course elsewhere", false);

describe("every action", () => {
  it("has a row that says how to try it", () => {
    expect([...actions.keys()].filter((name) => !rows[name] && !withoutKeys.includes(name))).toEqual([]);
  });
  it("without a row names no key of a row", () => {
    for (const name of withoutKeys) {
      const action = actions.get(name);
      if (action)
        expect(
          keysOf(action).filter((key) => !["token", "serial"].includes(key)),
          name,
        ).toEqual([]);
    }
  });
  it("that reads rows with keys says which", () => {
    for (const [name, action] of actions)
      if (rows[name] && hasRows(schemaOf(action, rows[name].form(own), roles.administrator!)!))
        expect(rows[name].named, name).toBeDefined();
  });
});

person("To be brought in", { email: "brought@example.org" });

for (const [name, row] of Object.entries(rows)) {
  const action = actions.get(name);
  if (!action) continue;
  const at = row.at ?? now;
  describe(name, () => {
    it("is done for those who may, so that the refusals below mean something", async () => {
      for (const role of row.by) {
        sqlite().exec("BEGIN");
        const result = await run(action, roles[role]!, row.form(own), at);
        sqlite().exec("ROLLBACK");
        expect(result.ok, `${role}: ${JSON.stringify(result)}`).toBe(true);
      }
    });
    it("is refused to everybody else, and changes nothing", async () => {
      for (const [role, by] of Object.entries(roles))
        if (!row.by.includes(role)) await expectRefused(action, by, row.form(own), at, role);
    });
    it("is refused with any one key of another programme, to each role, and changes nothing", async () => {
      const keys = keysOf(action, row.form(own)).filter((key) => !row.open?.[key] && key in row.form(own));
      // With the only key that is not everybody's, it is their own form that the other coordinator sends.
      for (const key of keys)
        for (const [role, by] of Object.entries(roles))
          if (role !== "administrator" && !(role === "coordinatorElsewhere" && keys.length === 1))
            await expectRefused(action, by, swapped(row, key), at, `${key} as ${role}`);
      if (row.named)
        for (const role of ["trainer", "coordinator", "administrator"])
          await expectRefused(action, roles[role]!, row.named(own, foreign), at, `named as ${role}`);
    });
  });
}

describe("a stranger", () => {
  const them = foreign.open.rows[0]!.personId;
  it("is not found, read or listed, whatever was tried above", () => {
    expect(personSeen(as(w.coordinator), them)).toBeNull();
    expect(fault(readSensitiveFacts(as(w.coordinator, now), { personId: them })).code).toBe("notFound");
    const seen = peopleSeen(as(w.coordinator), { q: null, programme: null, after: null }).people.map(
      (p) => p.name,
    );
    expect(seen.some((name) => name.startsWith("Foreign"))).toBe(false);
    expect(peopleSeen(as(w.coordinator), { q: null, programme: w.otherId, after: null }).people).toEqual([]);
  });
});

describe("a link to sign in", () => {
  const account = (personId: number, more: Partial<typeof accounts.$inferInsert> = {}) =>
    transact((db) =>
      db
        .insert(accounts)
        .values({ personId, phone: `+96279${1_000_000 + personId}`, createdAt: now, ...more })
        .run(),
    );
  it("is not made for a colleague who was invited elsewhere and holds a role there", async () => {
    const colleague = own.open.rows[2]!.personId;
    transact((db) =>
      db
        .insert(programmeMembers)
        .values({ programmeId: w.otherId, personId: colleague, role: "coordinator", since: now })
        .run(),
    );
    account(colleague);
    expect(personSeen(as(w.coordinator), colleague)).not.toBeNull();
    expect(giveAccess(as(w.coordinator, now), { personId: colleague, reset: false }).ok).toBe(false);
    expect(giveAccess(as(administrator, now), { personId: colleague, reset: false }).ok).toBe(true);
  });
  it("is not made for an administrator, nor for somebody registered in a course elsewhere", async () => {
    const [chief, learner] = [own.running.rows[1]!.personId, own.running.rows[2]!.personId];
    account(chief, { isAdministrator: true });
    expect(giveAccess(as(w.coordinator, now), { personId: chief, reset: false }).ok).toBe(false);
    sqlite()
      .prepare("UPDATE registrations SET person_id = ? WHERE id = ?")
      .run(learner, foreign.running.rows[2]!.id);
    expect(giveAccess(as(w.coordinator, now), { personId: learner, reset: false }).ok).toBe(false);
  });
  it("ends the older one", () => {
    const personId = own.closed.rows[0]!.personId;
    const links = () =>
      sqlite()
        .prepare(
          "SELECT count(*) FROM sign_in_links l JOIN accounts a ON a.id = l.account_id WHERE a.person_id = ? AND used_at IS NULL",
        )
        .pluck()
        .get(personId);
    value(giveAccess(as(w.coordinator, now), { personId, reset: false }));
    value(giveAccess(as(w.coordinator, now), { personId, reset: false }));
    expect(links()).toBe(1);
  });
});

describe("a role", () => {
  const give = (by: Viewer, personId: number, programmeId: number) =>
    addMember(as(by, now), { personId, programmeId, role: "coordinator" });
  const accountOf = (personId: number) =>
    sqlite().prepare("SELECT id, email FROM accounts WHERE person_id = ?").get(personId) as {
      id: number;
      email: string;
    };
  const personOf = (email: string) =>
    sqlite().prepare("SELECT id FROM persons WHERE email = ?").pluck().get(email) as number;

  it("does not go to an account that anybody could have made with a colleague's address", async () => {
    value(
      await registered(own.open.slug, {
        name: "New Colleague",
        email: "colleague@ilo.example",
        password: "chosen by a stranger",
      }),
    );
    const personId = personOf("colleague@ilo.example");
    expect(give(w.coordinator, personId, w.programmeId).ok).toBe(false);
    expect(give(administrator, personId, w.programmeId).ok).toBe(false);
    // Somebody of the programme hands over a link, which takes the stranger's password away; then it may.
    const { link } = value(giveAccess(as(w.coordinator, now), { personId, reset: true }));
    const token = new URL(link).searchParams.get("token")!;
    value(await useLink(as(visitor, now), { token, password: "chosen by the colleague" }, "a"));
    expect(
      (
        await signIn(
          as(visitor, now),
          { identifier: "colleague@ilo.example", password: "chosen by a stranger", back: "/today" },
          "a",
        )
      ).ok,
    ).toBe(false);
    expect(give(w.coordinator, personId, w.programmeId).ok).toBe(true);
    // Another programme's coordinator has not seen them use it.
    transact((db) =>
      db.insert(personProgrammes).values({ personId, programmeId: w.otherId, since: now }).run(),
    );
    expect(give(w.stranger, personId, w.otherId).ok).toBe(false);
  });
  it("ends the links that others hold", async () => {
    const personId = value(
      createPerson(
        as(w.stranger, now),
        personSchema.parse({ name: "Future Colleague", email: "future@ilo.example", language: "en" }),
      ),
    ).personId;
    const { link } = value(giveAccess(as(w.stranger, now), { personId, reset: false }));
    value(
      bringIn(as(w.coordinator, now), {
        programmeId: w.programmeId,
        contact: "future@ilo.example",
        name: null,
        role: "coordinator",
      }),
    );
    const token = new URL(link).searchParams.get("token")!;
    expect((await useLink(as(visitor, now), { token, password: "chosen by a stranger" }, "a")).ok).toBe(
      false,
    );
    expect(accountOf(personId).email).toBe("future@ilo.example");
  });
  it("does not go to whoever writes a colleague's address into their own profile", async () => {
    value(
      await registered(own.open.slug, { name: "Climber", phone: "0795559876", password: "a long password" }),
    );
    const personId = sqlite()
      .prepare("SELECT id FROM persons WHERE name = 'Climber'")
      .pluck()
      .get() as number;
    sqlite().prepare("UPDATE accounts SET contact_proven_at = 1 WHERE person_id = ?").run(personId);
    const climber = viewer(personId, { accountId: accountOf(personId).id });
    const profile = {
      version: version("persons", personId),
      name: "Climber",
      email: "director@ilo.example",
      phone: "",
      language: "en",
    };
    value(editProfile(as(climber, now), profileSchema.parse(profile)));
    expect(give(w.coordinator, personId, w.programmeId).ok).toBe(false);
  });
});

describe("what somebody said of themselves", () => {
  it("is for the programme that it was said to, also where another one registers them", () => {
    const them = foreign.open.rows[1]!.personId;
    sqlite().prepare("UPDATE persons SET phone = '+962795551111' WHERE id = ?").run(them);
    value(
      bringIn(as(w.coordinator, now), {
        programmeId: w.programmeId,
        contact: "+962795551111",
        name: null,
        role: null,
      }),
    );
    expect(
      editPerson(
        as(w.coordinator, now),
        personEditSchema.parse({
          personId: String(them),
          version: version("persons", them),
          name: "Renamed",
          language: "en",
          phone: "+962795551111",
        }),
      ).ok,
    ).toBe(false);
    const form = {
      courseId: String(own.open.courseId),
      personId: String(them),
      formKey: formKey(),
      language: "en",
      consent: "on",
      sex: "man",
    };
    value(registerPerson(as(w.coordinator, now), registerPersonSchema([]).parse(form) as never));
    expect(value(readSensitiveFacts(as(w.coordinator, now), { personId: them }))).toEqual({ sex: "man" });
    const renamed = {
      personId: String(them),
      version: version("persons", them),
      name: "Renamed",
      language: "en",
    };
    expect(
      editPerson(as(w.coordinator, now), personEditSchema.parse({ ...renamed, phone: "+962795551111" })).ok,
    ).toBe(false);
    expect(value(readSensitiveFacts(as(w.stranger, now), { personId: them }))).toEqual({
      sex: "woman",
      displacement: "refugee",
    });
  });
});
