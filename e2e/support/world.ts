import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { sqlite } from "../../db/client";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { createAccount } from "../../lib/accounts/commands";
import { sessionLifetimeS } from "../../lib/accounts/rules";
import { type Context, contextOf } from "../../lib/acts/context";
import { register, registerPerson } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { createCourse, scheduleWorkshop, setCourseState } from "../../lib/courses/commands";
import { courseSchema, workshopSchema } from "../../lib/courses/schema";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { addMember, createPerson } from "../../lib/people/commands";
import { personSchema } from "../../lib/people/schema";
import { createProgramme } from "../../lib/programmes/commands";
import { programmeSchema } from "../../lib/programmes/schema";
import { registerPersonSchema, registrationSchema } from "../../lib/registrations/schema";
import type { Result } from "../../lib/result";
import { proposeSessions } from "../../lib/timetable/commands";
import { ask, askAll, demoNow, roles } from "./pages";

/**
 * A world of a test's own, made with the product's commands on the file of the server under test: a programme with its
 * people, and the courses that the test asks for. No other test sees it, and it is taken away when the test is over.
 */

// What the commands read of the process that they run in.
process.env.DATA_DIR = process.env.E2E_DATA;
process.env.CASCADE_MODE = "test";

const now = Date.parse(demoNow);
const day = 86_400_000;

/** Calls a command as somebody at an instant; gives its value, and fails where it is refused. */
function act<Input, Value>(
  command: (cx: Context, input: Input) => Result<Value>,
  by: Viewer,
  input: Input,
  at: number,
): Value {
  const result = command(contextOf(by, at), input);
  if (!result.ok) throw new Error(`${command.name} refused: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** Whoever acts in a world and has an account; the password is that of the demonstration. */
export type Somebody = { personId: number; accountId: number; email: string; phone: string; viewer: Viewer };
export type WorldRole = "coordinator" | "trainer" | "participant";
/** A course that was made: by its address and its key. */
export type Made = { id: number; slug: string };

/** What a course is to be; days are those of its place. */
export type Wanted = {
  kind?: "tot" | "user";
  country?: keyof typeof placesOf;
  from: string;
  to: string;
  tools?: string[];
  capacity?: number;
  admission?: "first_come" | "selection";
  /** How far it has come. */
  state?: "draft" | "open" | "running" | "closed";
  /** How many people have a place, have applied, and wait for a place. */
  places?: number;
  applied?: number;
  waiting?: number;
  /** True: the rolls of what was held are taken, but for the last one of a course under way. */
  rolls?: boolean;
};

const placesOf = {
  JO: { placeEn: "Irbid", placeAr: "إربد", zone: "Asia/Amman", ownLanguage: "ar", languages: ["ar"] },
  LB: { placeEn: "Zahlé", placeAr: "زحلة", zone: "Asia/Beirut", ownLanguage: "ar", languages: ["ar"] },
  PS: { placeEn: "Ramallah", placeAr: "رام الله", zone: "Asia/Hebron", ownLanguage: "ar", languages: ["ar"] },
  CM: { placeFr: "Bertoua", placeAr: "برتوا", zone: "Africa/Douala", ownLanguage: "fr", languages: ["fr"] },
  CD: {
    placeFr: "Tshikapa",
    placeAr: "تشيكابا",
    zone: "Africa/Lubumbashi",
    ownLanguage: "fr",
    languages: ["fr"],
  },
} as const;
const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: 60 };

const given = ["ليلى", "رنا", "هدى", "سلمى", "أمل", "مريم", "فاطمة", "أحمد", "خالد", "سامر"];
const family = ["الخطيب", "العلي", "منصور", "الزعبي", "قاسم", "النجار", "عيسى", "المصري", "درويش"];
/** A name for the nth person of a course, never the same twice. */
const nameOf = (n: number) =>
  `${given[n % given.length]} ${family[(n + Math.floor(n / given.length)) % family.length]}`;

/** The modules of a shipped tool, in no country's variant. */
const modulesOf = (tool: string) =>
  askAll<{ id: number }>(
    `SELECT m.id FROM modules m JOIN tool_versions v ON v.id = m.tool_version_id JOIN tools t ON t.id = v.tool_id
     WHERE t.code = ? AND v.country = '' ORDER BY m.position`,
    tool,
  ).map(({ id }) => String(id));

let worlds = 0;

/** Letters that no other world has, for names that are looked for. */
function letters(): string {
  let n = Number(process.env.TEST_WORKER_INDEX) * 400 + worlds++;
  let text = "";
  for (let i = 0; i < 4; i++, n = Math.floor(n / 20)) text += "bcdfghjklmnpqrstvwxz"[n % 20];
  return `Q${text}`;
}

/** The key of an account and the version of its sessions. */
function signedIn(column: "id" | "email", of: string | number): [number, number] {
  const { id, version } = ask<{ id: number; version: number }>(
    `SELECT id, session_version AS version FROM accounts WHERE ${column} = ?`,
    of,
  );
  return [id, version];
}

/** Makes a programme with a coordinator, a trainer and a participant of its own. */
export function makeWorld() {
  // What a test makes need not outlive a power cut.
  sqlite().pragma("synchronous = OFF");
  const mark = letters();
  const administrator = viewerOf(contextOf(system, now), ...signedIn("email", roles.administrator));
  const at = now - 60 * day;
  const { programmeId } = act(
    createProgramme,
    administrator,
    programmeSchema.parse({
      code: `World ${mark}`,
      titleEn: `Programme of ${mark}`,
      titleFr: `Programme de ${mark}`,
      titleAr: `برنامج ${mark}`,
      issuerEn: "International Labour Organization",
      issuerFr: "Organisation internationale du Travail",
      issuerAr: "منظمة العمل الدولية",
      contactName: "Office",
      contactPhone: "+962 7 9000 0199",
      contactEmail: `office.${mark.toLowerCase()}@cascade.example`,
      countries: [...Object.keys(placesOf), "KE"],
    }),
    at,
  );
  const passwordHash = ask<{ hash: string }>(
    "SELECT password_hash AS hash FROM accounts WHERE email = ?",
    roles.administrator,
  ).hash;
  const somebody = (role: WorldRole, name: string, n: number): Somebody => {
    const email = `${role}.${mark.toLowerCase()}@cascade.example`;
    const phone = `+96277${String(programmeId).padStart(4, "0")}${String(n).padStart(3, "0")}`;
    const { personId } = act(
      createPerson,
      administrator,
      personSchema.parse({ name, email, phone, language: "ar", country: "JO" }),
      at,
    );
    if (role !== "participant") act(addMember, administrator, { personId, programmeId, role }, at);
    const { accountId, sessionVersion } = createAccount(contextOf(system, at), {
      personId,
      email,
      phone,
      passwordHash,
    });
    return {
      personId,
      accountId,
      email,
      phone,
      viewer: viewerOf(contextOf(system, now), accountId, sessionVersion),
    };
  };
  const people: Record<WorldRole, Somebody> = {
    coordinator: somebody("coordinator", "سمر عبد الله", 1),
    trainer: somebody("trainer", "رامي حداد", 2),
    participant: somebody("participant", "هناء شاهين", 3),
  };
  return {
    /** Letters that only this world has. */
    mark,
    programme: { id: programmeId, code: `World ${mark}` },
    people,
    course: (wanted: Wanted) => makeCourse(programmeId, people, wanted),
    workshop: (wanted: Workshop) => makeWorkshop(programmeId, people.trainer.viewer, wanted),
    takeAway: () => takeAway(programmeId, people.coordinator.viewer),
  };
}
export type World = ReturnType<typeof makeWorld>;

/** A course with its timetable and its people, as far on as is wanted. */
async function makeCourse(
  programmeId: number,
  people: Record<WorldRole, Somebody>,
  wanted: Wanted,
): Promise<Made> {
  const { kind = "tot", country = "JO", tools = ["think-coop", "start-coop"], state = "open" } = wanted;
  const { capacity = 25, admission = "selection", places = 0, applied = 0, waiting = 0 } = wanted;
  const { viewer } = people.coordinator;
  const start = Date.parse(`${wanted.from}T00:00:00Z`);
  const at = Math.min(start - 30 * day, now - 2 * day);
  const plan = courseSchema.parse({
    ...placesOf[country],
    programmeId: String(programmeId),
    kind,
    moduleIds: tools.flatMap(modulesOf),
    country,
    mode: "venue",
    startsOn: wanted.from,
    endsOn: wanted.to,
    capacity: String(capacity),
    admission,
    trainerIds: [String(people.trainer.personId)],
    minAttendance: "80",
    signatories: [{ name: "Salwa Mansour", role: "Coordinator" }],
  });
  const { courseId: id, slug } = act(createCourse, viewer, plan, at);
  act(proposeSessions, viewer, { courseId: id, ...hours }, at);
  if (state === "draft") return { id, slug };
  act(setCourseState, viewer, { courseId: id, from: "draft", to: "open", reason: null }, at);
  for (let n = 0; n < places + waiting; n++)
    act(registerPerson, viewer, registerPersonSchema([]).parse({ ...somebodyNew(id, n), accept: "on" }), at);
  for (let n = places; n < places + applied; n++) {
    const result = await register(
      contextOf(visitor, at),
      registrationSchema([]).parse({ slug, ...somebodyNew(id, n) }),
      `world-${slug}`,
    );
    if (!result.ok) throw new Error(`register refused: ${JSON.stringify(result.fault)}`);
  }
  if (state === "open") return { id, slug };
  const began = start + day / 2;
  act(setCourseState, viewer, { courseId: id, from: "open", to: "running", reason: null }, began);
  if (wanted.rolls || state === "closed") takeRolls(id, people.trainer.viewer, state === "running" ? 1 : 0);
  if (state === "closed") end(id, viewer, now - day);
  return { id, slug };
}

let forms = 0;
/** The nth person of a course, as a form sends them. */
const somebodyNew = (courseId: number, n: number) => ({
  courseId: String(courseId),
  formKey: `world-${process.pid}-${forms++}`,
  name: nameOf(n),
  phone: `+96278${String(courseId).padStart(4, "0")}${String(n).padStart(3, "0")}`,
  language: "ar",
  consent: "on",
});

/** The rolls of what was held, but for the last ones: two in ten miss much of it, the others come. */
function takeRolls(courseId: number, by: Viewer, but: number): void {
  const held = askAll<{ id: number; at: number }>(
    "SELECT id, end_instant AS at FROM sessions WHERE course_id = ? AND end_instant < ? ORDER BY start_instant",
    courseId,
    now,
  );
  const people = askAll<{ id: number }>(
    "SELECT id FROM registrations WHERE course_id = ? AND state = 'accepted' ORDER BY id",
    courseId,
  );
  for (const { id, at } of held.slice(0, held.length - but)) {
    const marks = people.map(({ id: registrationId }, i) => ({
      registrationId,
      state: i % 5 === 4 ? ("absent" as const) : ("present" as const),
      lateMinutes: 15,
    }));
    act(takeRoll, by, { sessionId: id, marks }, at);
  }
}

/** Ends a course as its page does: it asks what that does now, and says that this is meant. */
function end(courseId: number, by: Viewer, at: number): void {
  const input = { courseId, from: "running", to: "closed", reason: null, withoutRolls: true } as const;
  const asked = setCourseState(contextOf(by, at), input);
  if (asked.ok) return;
  if (asked.fault.code !== "endingChanged") throw new Error(`refused: ${JSON.stringify(asked.fault)}`);
  const told = asked.fault.params;
  const foreseen = (["attended", "noShow", "missingRolls", "waiting", "undecided"] as const).map(
    (what) => told[what],
  );
  act(setCourseState, by, { ...input, foreseen: foreseen.join("-") }, at);
}

/** A workshop that a trainer schedules, under way since yesterday, with so many people and awaiting approval. */
export type Workshop = {
  audience: string;
  people: number;
  hours?: { startsAt: string; endsAt: string; breakFrom: string };
};

function makeWorkshop(programmeId: number, trainer: Viewer, wanted: Workshop): Made {
  const plan = workshopSchema.parse({
    programmeId: String(programmeId),
    wholeIds: askAll<{ id: number }>(
      "SELECT v.id FROM tool_versions v JOIN tools t ON t.id = v.tool_id WHERE t.code = 'think-coop' AND v.country = ''",
    ).map(({ id }) => String(id)),
    country: "PS",
    place: "رام الله",
    zone: "Asia/Hebron",
    startsOn: "2027-01-11",
    endsOn: "2027-01-13",
    audience: wanted.audience,
    capacity: "60",
    languages: ["ar"],
    ownLanguage: "ar",
    startsAt: "09:00",
    endsAt: "15:30",
    breakFrom: "12:00",
    breakMinutes: "60",
    ...wanted.hours,
  });
  const { courseId: id, slug } = act(scheduleWorkshop, trainer, plan, now - 5 * day);
  for (let n = 0; n < wanted.people; n++)
    act(registerParticipant, trainer, participantSchema([]).parse(somebodyNew(id, n)), now - 4 * day);
  act(setCourseState, trainer, { courseId: id, from: "open", to: "running", reason: null }, now - day);
  return { id, slug };
}

/** Takes what is left of a world out of the catalogue and of what awaits anybody. */
function takeAway(programmeId: number, coordinator: Viewer): void {
  const left = askAll<{ id: number; state: "draft" | "open" | "running" }>(
    "SELECT id, state FROM courses WHERE programme_id = ? AND state IN ('draft', 'open', 'running')",
    programmeId,
  );
  for (const { id, state } of left)
    setCourseState(contextOf(coordinator, now), {
      courseId: id,
      from: state,
      to: "cancelled",
      reason: "The test is over",
    });
}

/** The session cookie of an account, as the sign-in sets it. */
export async function sessionOf({
  accountId,
}: {
  accountId: number;
}): Promise<{ name: string; value: string }> {
  const [, sessionVersion] = signedIn("id", accountId);
  const secret = readFileSync(join(process.env.E2E_DATA!, "auth-secret"), "utf8").trim();
  const value = await encode({ token: { accountId, sessionVersion }, secret, maxAge: sessionLifetimeS });
  return { name: "cascade-session", value };
}

/** A workshop of the demonstration's own trainer, for whoever only looks at one. */
export const demoWorkshop = (wanted: Workshop): Made =>
  makeWorkshop(
    ask<{ id: number }>("SELECT id FROM programmes WHERE code = 'Be the Impact'").id,
    viewerOf(contextOf(system, now), ...signedIn("email", roles.trainer)),
    wanted,
  );
