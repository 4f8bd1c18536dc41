import type { AdmissionMode, CourseKind, CourseState } from "../../db/values/courses";
import type { CourseLanguage, Locale } from "../../db/values/languages";
import type { Viewer } from "../../lib/access/table";
import { defaultRule } from "../../lib/completion/rules";
import { createCourse, setCourseState } from "../../lib/courses/commands";
import { courseSchema, courseStateSchema } from "../../lib/courses/schema";
import { addMember, createPerson } from "../../lib/people/commands";
import { membershipSchema, personSchema } from "../../lib/people/schema";
import { instantOf } from "../../lib/time/zone";
import { proposeSessions, saveSession } from "../../lib/timetable/commands";
import { proposalSchema, sessionSchema } from "../../lib/timetable/schema";
import { type Origin, somebody } from "./people";
import { endOnLastSession, putCourse, translateQuestion, written } from "./put";
import { moduleIdsOf, type Session, type Taught, timetableOf } from "./read";
import { as, coordinatorOf, dayMs, done, type Story, type Text, type Venue } from "./story";

/** A course as it is planned. Texts are in all languages; `own` is the one that its people speak. */
export type Plan = Origin & {
  own: Locale;
  programme: string;
  kind: CourseKind;
  /** Left out: the title follows kind, tools and place. */
  title?: Text;
  place: Text;
  zone: string;
  venue?: Venue;
  online?: true;
  /** Left out where nobody knows them any more. */
  days?: { from: string; to: string };
  applyBy?: string;
  languages: readonly CourseLanguage[];
  tools: readonly Taught[];
  capacity: number;
  admission: AdmissionMode;
  /** How many trainers come into it with the course, and who of those with an account leads it. */
  trainers: number;
  led?: Viewer;
  /** Keys of those who teach it besides, who are trainers of the programme already. */
  taughtBy?: readonly number[];
  costs?: Text;
  question?: Text;
};

/** A course that is there, with whoever coordinates it. */
export type Course = Plan & { id: number; coordinator: Viewer };

/** An instant so many days before the first day of a course, or after it. */
export const daysFromStart = ({ days, zone }: Plan, count: number): number =>
  instantOf(days!.from, "08:00", zone) + count * dayMs;

const role: Text = {
  en: "Programme coordinator",
  fr: "Coordinatrice du programme",
  ar: "منسّقة البرنامج",
};

/** Who signs, as the language of the course writes it; fictional. */
export const signatory = ({ own }: Plan) => (own === "ar" ? "سلوى منصور" : "Salwa Mansour");

/** The place of a course as the fields of its form. */
export const placeFields = ({ place }: Plan) => ({ placeEn: place.en, placeFr: place.fr, placeAr: place.ar });

/** A coordinator adds the trainers of a course to the programme. */
function addTrainers(story: Story, plan: Plan, by: Viewer, at: number): number[] {
  const programmeId = String(story.programmes.get(plan.programme));
  return Array.from({ length: plan.trainers }, (_, i) => {
    const person = somebody(story, { ...plan, organisations: 3 }, i + 5, i % 2 === 1);
    const { personId } = done(createPerson(as(by, at), personSchema.parse(person)));
    const member = { personId: String(personId), programmeId, role: "trainer" };
    done(addMember(as(by, at), membershipSchema.parse(member)));
    return personId;
  });
}

/** The fields of the plan as the form sends them. */
export const planForm = (story: Story, plan: Plan, trainerIds: readonly number[]) => ({
  programmeId: String(story.programmes.get(plan.programme)),
  kind: plan.kind,
  moduleIds: moduleIdsOf(plan.tools).map(String),
  titleEn: plan.title?.en ?? "",
  titleFr: plan.title?.fr ?? "",
  titleAr: plan.title?.ar ?? "",
  ownLanguage: plan.own,
  country: plan.country,
  ...placeFields(plan),
  mode: plan.online ? "online" : "venue",
  venueId: plan.venue ? String(plan.venue.id) : "",
  zone: plan.zone,
  startsOn: plan.days?.from ?? "",
  endsOn: plan.days?.to ?? "",
  applyBy: plan.applyBy ?? "",
  languages: [...plan.languages],
  capacity: String(plan.capacity),
  admission: plan.admission,
  trainerIds: trainerIds.map(String),
  minAttendance: String(defaultRule[plan.kind].minAttendance),
  minPostTest: String(defaultRule[plan.kind].minPostTest ?? ""),
  microTeaching: defaultRule[plan.kind].microTeaching ? "on" : "",
  costs: plan.costs?.[plan.own] ?? "",
  signatories: [{ name: signatory(plan), role: role[plan.own] }],
  questions: plan.question ? [{ kind: "text", label: plan.question[plan.own] }] : [],
});

/** What of the plan its form does not say. */
export const unsaidOf = (plan: Plan) => ({
  slug: plan.slug,
  fictional: true,
  signatories: [{ name: signatory(plan), role: written("en", role) }],
  costs: plan.costs ? written("en", plan.costs) : null,
});

/** A coordinator plans a course, with its trainers; where its days are known, with a timetable. */
export function planCourse(story: Story, plan: Plan, at: number): Course {
  const coordinator = coordinatorOf(story, plan.programme);
  const others = addTrainers(story, plan, coordinator, at);
  const led = plan.led?.personId ? [plan.led.personId] : [];
  const trainerIds = [...led, ...(plan.taughtBy ?? []), ...others];
  const form = courseSchema.parse(planForm(story, plan, trainerIds));
  const { courseId } = done(createCourse(as(coordinator, at), form));
  putCourse(courseId, unsaidOf(plan));
  if (plan.question) translateQuestion(courseId, written("en", plan.question));
  const course = { ...plan, id: courseId, coordinator };
  if (plan.days) propose(course, at);
  // What is known of a real course stays as it is known.
  if (isInvented(plan)) endOnLastSession(courseId);
  return course;
}

/** True for a course that only the demonstration knows. */
const isInvented = ({ slug }: Plan): boolean => slug.endsWith("-demo");

const hours = { startsAt: "09:00", endsAt: "15:30", breakFrom: "12:00", breakMinutes: "60" };

function propose({ id, coordinator }: Course, at: number): void {
  done(proposeSessions(as(coordinator, at), proposalSchema.parse({ courseId: String(id), ...hours })));
}

/** The coordinator changes a session of the timetable by hand. */
export const change = (course: Course, session: Session, to: Partial<Session>, at: number): void =>
  save(
    course,
    { sessionId: String(session.id), version: String(session.version) },
    { ...session, ...to },
    at,
  );

/** The coordinator adds a session that is like another one but for what is said. */
export const addLike = (course: Course, session: Session, but: Partial<Session>, at: number): void =>
  save(course, {}, { ...session, ...but }, at);

function save(
  course: Course,
  there: { sessionId?: string; version?: string },
  next: Session,
  at: number,
): void {
  const form = {
    courseId: String(course.id),
    ...there,
    kind: next.kind,
    moduleId: next.moduleId === null ? "" : String(next.moduleId),
    title: next.title ?? "",
    day: next.day,
    startsAt: next.startsAt,
    endsAt: next.endsAt,
    roomId: next.roomId === null ? "" : String(next.roomId),
    groupId: next.groupId === null ? "" : String(next.groupId),
    trainerIds: next.trainerIds.map(String),
    online: next.online ? "on" : "",
    link: next.link ?? "",
    interpretedInto: next.interpretedInto ?? [],
    interpreter: next.interpreter ?? "",
    // What is taught today is taught whatever day of the week that is.
    anyway: "on",
  };
  done(saveSession(as(course.coordinator, at), sessionSchema.parse(form)));
}

/** The coordinator books the room of the venue for all sessions. */
export function bookRoom(course: Course, at: number): void {
  const { roomId } = course.venue!;
  for (const session of timetableOf(course.id)) change(course, session, { roomId }, at);
}

/** The coordinator has a day taught, whatever day of the week it is: the next day with sessions comes forward. */
export function teachOn(course: Course, day: string, at: number): void {
  const timetable = timetableOf(course.id);
  if (timetable.some((session) => session.day === day)) return;
  const next = timetable.find((session) => session.day > day);
  for (const session of timetable.filter((one) => one.day === next?.day))
    change(course, session, { day }, at);
}

/** Takes a course a step on in its life. */
export function step(course: Pick<Course, "id">, by: Viewer, from: CourseState, to: CourseState, at: number) {
  const form = { courseId: String(course.id), from, to };
  const asked = setCourseState(as(by, at), courseStateSchema.parse(form));
  if (asked.ok || asked.fault.code !== "endingChanged") return done(asked);
  // Whoever ends a course is shown first what that does, and says that it is meant.
  const told = asked.fault.params!;
  const figures = ["attended", "noShow", "missingRolls", "waiting", "undecided"] as const;
  const foreseen = figures.map((what) => told[what]);
  return done(setCourseState(as(by, at), courseStateSchema.parse({ ...form, foreseen: foreseen.join("-") })));
}
