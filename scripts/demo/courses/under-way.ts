import { shareCourse } from "../../../lib/sharing/commands";
import { shareSchema } from "../../../lib/sharing/schema";
import { addDays } from "../../../lib/time/civil";
import { accept, registerPeople } from "../admit";
import { hold, takeRolls } from "../hold";
import { bookRoom, type Course, daysFromStart, type Plan, planCourse, step, teachOn } from "../plan";
import { endOnLastSession } from "../put";
import { timetableOf } from "../read";
import { as, daysFrom, done, freeOfCharge, hourMs, type Story } from "../story";

/** Another programme pays for a part of it. */
function share(story: Story, course: Course, programme: string, at: number): void {
  const form = {
    courseId: String(course.id),
    programmeId: String(story.programmes.get(programme)),
    percent: "40",
  };
  done(shareCourse(as(course.coordinator, at), shareSchema.parse(form)));
}

/** Ramallah: two programmes pay for it; runs, is taught today, and the roll of the last session has not been taken yet. */
export async function tellRunning(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "tot-ramallah-demo",
    programme: "Be the Impact",
    kind: "tot",
    country: "PS",
    place: { en: "Ramallah", fr: "Ramallah", ar: "رام الله" },
    zone: "Asia/Hebron",
    venue: story.venues.get("Ramallah"),
    days: daysFrom(story, -3, 7),
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "think-coop" }, { code: "start-coop" }],
    capacity: 40,
    admission: "selection",
    pool: "ar",
    trainers: 1,
    led: story.staff.rami,
    costs: freeOfCharge,
  };
  const plannedAt = daysFromStart(plan, -60);
  const course = planCourse(story, plan, plannedAt);
  // Whatever the days of the week are, there is a roll that waits, and one that can be taken today.
  const yesterday = addDays(story.today, -1);
  if (timetableOf(course.id)[0]!.day > yesterday) teachOn(course, yesterday, plannedAt + hourMs);
  teachOn(course, story.today, plannedAt + hourMs);
  endOnLastSession(course.id);
  bookRoom(course, plannedAt + 2 * hourMs);
  share(story, course, "Land and Rights", plannedAt + 3 * hourMs);
  step(course, course.coordinator, "draft", "open", daysFromStart(plan, -45));
  const crowd = { people: 40, women: 19, first: story.staff.hana };
  await registerPeople(story, course, crowd, daysFromStart(plan, -20));
  accept(course, 40, daysFromStart(plan, -14));
  step(course, course.coordinator, "open", "running", daysFromStart(plan, 0));
  const over = timetableOf(course.id).filter(({ endInstant }) => endInstant < story.now);
  const before = over.filter(({ day }) => day < story.today);
  takeRolls(course, story.staff.rami, before.length < over.length ? before : before.slice(0, -1));
}

/** Bertoua: has ended, and its certificates are to be issued. */
export async function tellDue(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "user-bertoua-demo",
    programme: "Central Africa",
    kind: "user",
    country: "CM",
    place: { en: "Bertoua", fr: "Bertoua", ar: "برتوا" },
    zone: "Africa/Douala",
    venue: story.venues.get("Bertoua"),
    days: daysFrom(story, -15, -9),
    own: "fr",
    languages: ["fr"],
    tools: [{ code: "my-coop" }],
    capacity: 20,
    admission: "selection",
    pool: "fr",
    trainers: 1,
    costs: freeOfCharge,
  };
  const course = planCourse(story, plan, daysFromStart(plan, -60));
  bookRoom(course, daysFromStart(plan, -60) + hourMs);
  step(course, course.coordinator, "draft", "open", daysFromStart(plan, -45));
  await registerPeople(story, course, { people: 20, women: 9 }, daysFromStart(plan, -20));
  accept(course, 20, daysFromStart(plan, -14));
  hold(course);
}
