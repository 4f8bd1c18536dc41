import * as gate from "../../lib/access/gate";
import { type Viewer, visitor } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { register, registerPerson } from "../../lib/admission/commands";
import { takeRoll } from "../../lib/attendance/commands";
import { approveWorkshop, createCourse, scheduleWorkshop, setCourseState } from "../../lib/courses/commands";
import { deskCourse } from "../../lib/courses/queries/course";
import { courseSchema, workshopSchema } from "../../lib/courses/schema";
import { registerParticipant } from "../../lib/participants/commands";
import { participantSchema } from "../../lib/participants/schema";
import { registerPersonSchema, registrationSchema } from "../../lib/registrations/schema";
import { proposeSessions } from "../../lib/timetable/commands";
import type { Parts } from "../../lib/timetable/rules/parts";
import { act, day, now } from "./act";
import { askAll } from "./pages";

/** A course that was made: by its address and its key. */
export type Made = { id: number; slug: string };

/** What a course is to be; days are those of its place. */
export type Wanted = {
  kind?: "tot" | "user";
  country?: keyof typeof placesOf;
  from: string;
  to: string;
  tools?: string[];
  /** True of one that is held online. */
  online?: boolean;
  capacity?: number;
  admission?: "first_come" | "selection";
  /** How far it has come. */
  state?: "draft" | "open" | "running" | "closed";
  /** How many people have a place, have applied, and wait for a place. */
  places?: number;
  applied?: number;
  waiting?: number;
  /** Keys of people known before who have a place besides. */
  known?: readonly number[];
  /** True: the rolls of what was held are taken, but for the last one of a course under way. */
  rolls?: boolean;
  /** What its timetable has beside modules, in minutes, other than opening and closing with practice to fill the days. */
  parts?: Partial<Parts>;
  /** The instant up to which it has gone on, other than that of all tests. */
  asOf?: number;
};

/** Places where courses are held, by country. */
export const placesOf = {
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
/** Practice fills whatever the modules leave, so that all days are full. */
const fullDays = { ...hours, opening: 30, practicum: 6000, closing: 60 };

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

/** Who plans a course and who trains it. */
type Team = { coordinator: { viewer: Viewer }; trainer: { personId: number; viewer: Viewer } };

/** A course with its timetable and its people, as far on as is wanted. */
export async function makeCourse(programmeId: number, people: Team, wanted: Wanted): Promise<Made> {
  const { kind = "tot", country = "JO", tools = ["think-coop", "start-coop"], state = "open" } = wanted;
  const { capacity = 25, admission = "selection", places = 0, applied = 0, waiting = 0, known = [] } = wanted;
  const { asOf = now } = wanted;
  const { viewer } = people.coordinator;
  const start = Date.parse(`${wanted.from}T00:00:00Z`);
  const at = Math.min(start - 30 * day, asOf - 2 * day);
  const plan = courseSchema.parse({
    ...placesOf[country],
    programmeId: String(programmeId),
    kind,
    moduleIds: tools.flatMap(modulesOf),
    country,
    mode: wanted.online ? "online" : "venue",
    startsOn: wanted.from,
    endsOn: wanted.to,
    capacity: String(capacity),
    admission,
    trainerIds: [String(people.trainer.personId)],
    minAttendance: "80",
    signatories: [{ name: "Salwa Mansour", role: "Coordinator" }],
  });
  const { courseId: id, slug } = act(createCourse, viewer, plan, at);
  act(proposeSessions, viewer, { courseId: id, ...fullDays, ...wanted.parts }, at);
  if (state === "draft") return { id, slug };
  act(setCourseState, viewer, { courseId: id, from: "draft", to: "open", reason: null }, at);
  for (let n = 0; n < places + waiting; n++)
    act(registerPerson, viewer, registerPersonSchema([]).parse({ ...somebodyNew(id, n), accept: "on" }), at);
  for (const personId of known) {
    const { name: _, phone: __, ...form } = somebodyNew(id, 0);
    act(registerPerson, viewer, registerPersonSchema([]).parse({ ...form, personId, accept: "on" }), at);
  }
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
  if (wanted.rolls || state === "closed")
    takeRolls(id, people.trainer.viewer, state === "running" ? 1 : 0, asOf);
  if (state === "closed") end(id, viewer, asOf - day);
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
export function takeRolls(courseId: number, by: Viewer, but: number, asOf = now): void {
  const held = askAll<{ id: number; at: number }>(
    "SELECT id, end_instant AS at FROM sessions WHERE course_id = ? AND end_instant < ? ORDER BY start_instant",
    courseId,
    asOf,
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
export function end(courseId: number, by: Viewer, at: number): void {
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
  /** Its civil days, where it is over: its roll is taken, it is approved by whoever coordinates, and ends. */
  held?: { from: string; to: string; by: Viewer };
  /** The instant up to which it has gone on, other than that of all tests. */
  asOf?: number;
};

/** Makes such a workshop, whose trainer schedules it. */
export function makeWorkshop(programmeId: number, trainer: Viewer, wanted: Workshop): Made {
  const { asOf = now } = wanted;
  const plan = workshopSchema.parse({
    programmeId: String(programmeId),
    wholeIds: askAll<{ id: number }>(
      "SELECT v.id FROM tool_versions v JOIN tools t ON t.id = v.tool_id WHERE t.code = 'think-coop' AND v.country = ''",
    ).map(({ id }) => String(id)),
    country: "PS",
    place: "رام الله",
    zone: "Asia/Hebron",
    startsOn: wanted.held?.from ?? "2027-01-11",
    endsOn: wanted.held?.to ?? "2027-01-13",
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
  const { courseId: id, slug } = act(scheduleWorkshop, trainer, plan, asOf - 5 * day);
  for (let n = 0; n < wanted.people; n++)
    act(registerParticipant, trainer, participantSchema([]).parse(somebodyNew(id, n)), asOf - 4 * day);
  if (wanted.held) {
    const approving = contextOf(wanted.held.by, asOf - 3 * day);
    const { seen } = deskCourse(approving, gate.course(approving, "course.read", id));
    act(approveWorkshop, wanted.held.by, { courseId: id, seen }, asOf - 3 * day);
    takeRolls(id, trainer, 0, asOf);
    end(id, trainer, asOf - 2 * day);
    return { id, slug };
  }
  act(setCourseState, trainer, { courseId: id, from: "open", to: "running", reason: null }, asOf - day);
  return { id, slug };
}
