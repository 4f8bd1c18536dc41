import { addDays } from "../../../lib/time/civil";
import { accept, type Crowd, registerPeople, tellEverybody } from "../admit";
import { teachInGroups } from "../groups";
import { bookRoom, type Course, change, type Plan, planCourse, step } from "../plan";
import { timetableOf } from "../read";
import { dayMs, daysFrom, freeOfCharge, hourMs, type Story, type Text } from "../story";

const question: Text = {
  en: "How do you plan to use what you will learn?",
  fr: "Comment comptez-vous utiliser ce que vous apprendrez ?",
  ar: "ما خطتك للاستفادة مما ستقدّمه الدورة؟",
};

const plannedAt = ({ now }: Story) => now - 45 * dayMs;

/** A course is planned, opened, and people register for it. */
async function open(story: Story, plan: Plan, crowd: Crowd): Promise<Course> {
  const applyBy = addDays(plan.days!.from, -7);
  const course = planCourse(story, { ...plan, applyBy, question, costs: freeOfCharge }, plannedAt(story));
  if (course.venue) bookRoom(course, plannedAt(story) + hourMs);
  step(course, course.coordinator, "draft", "open", story.now - 40 * dayMs);
  await registerPeople(story, course, { apartMs: 5 * hourMs, ...crowd }, story.now - 9 * dayMs);
  return course;
}

/** Irbid: people applied, five of them are accepted, and the others await a decision. */
async function tellIrbid(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "tot-irbid-demo",
    programme: "PROSPECTS",
    kind: "tot",
    country: "JO",
    place: { en: "Irbid", fr: "Irbid", ar: "إربد" },
    zone: "Asia/Amman",
    venue: story.venues.get("Irbid"),
    days: daysFrom(story, 33, 43),
    own: "ar",
    languages: ["ar"],
    tools: [
      { code: "think-coop", country: "JO" },
      { code: "start-coop", country: "JO" },
    ],
    capacity: 25,
    admission: "selection",
    pool: "ar",
    trainers: 2,
  };
  const course = await open(story, plan, { people: 13, women: 3 });
  accept(course, 5, story.now - 4 * dayMs);
}

/** Zahlé: almost full. */
async function tellZahle(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "user-zahle-demo",
    programme: "PROSPECTS",
    kind: "user",
    country: "LB",
    place: { en: "Zahlé", fr: "Zahlé", ar: "زحلة" },
    zone: "Asia/Beirut",
    days: daysFrom(story, 19, 24),
    own: "ar",
    languages: ["ar", "fr"],
    tools: [{ code: "my-coop" }],
    capacity: 20,
    admission: "first_come",
    pool: "ar",
    trainers: 1,
  };
  await open(story, plan, { people: 17, women: 9 });
}

/** The first session is interpreted, and the last one is held online. */
function interpretAndJoin(course: Course, at: number): void {
  const timetable = timetableOf(course.id);
  change(course, timetable[0]!, { interpretedInto: ["sw"], interpreter: "Wanjiru Mutua" }, at);
  const link = "https://meet.cascade.example/nairobi";
  change(course, timetable.at(-1)!, { online: true, roomId: null, link }, at);
  tellEverybody(course, at);
}

/**
 * Nairobi: full, and three people wait; on one day it is taught in two groups, one session is interpreted and one is held
 * online.
 */
async function tellNairobi(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "tot-nairobi-demo",
    programme: "PROSPECTS",
    kind: "tot",
    country: "KE",
    place: { en: "Nairobi", fr: "Nairobi", ar: "نيروبي" },
    zone: "Africa/Nairobi",
    venue: story.venues.get("Nairobi"),
    days: daysFrom(story, 26, 36),
    own: "en",
    languages: ["en", "sw"],
    tools: [{ code: "start-coop" }, { code: "my-coop", modules: ["M1", "M2"] }],
    capacity: 16,
    admission: "first_come",
    pool: "en",
    trainers: 2,
  };
  const course = await open(story, plan, { people: 19, women: 7 });
  interpretAndJoin(course, story.now - 5 * dayMs);
  teachInGroups(course, ["Group A", "Group B"], story.now - 4 * dayMs);
}

/** Tshikapa: has just been opened. */
async function tellTshikapaAgain(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "user-tshikapa-demo",
    programme: "Central Africa",
    kind: "user",
    country: "CD",
    place: { en: "Tshikapa", fr: "Tshikapa", ar: "تشيكابا" },
    zone: "Africa/Lubumbashi",
    days: daysFrom(story, 40, 44),
    own: "fr",
    languages: ["fr"],
    tools: [{ code: "think-coop" }, { code: "start-coop", modules: ["M1", "M2"] }],
    capacity: 25,
    admission: "first_come",
    pool: "fr",
    trainers: 1,
  };
  await open(story, plan, { people: 6, women: 3 });
}

/** Bishkek: a draft. */
function tellBishkek(story: Story): void {
  const plan: Plan = {
    slug: "tot-bishkek-demo",
    programme: "SSE Asia",
    kind: "tot",
    country: "KG",
    place: { en: "Bishkek", fr: "Bichkek", ar: "بيشكك" },
    zone: "Asia/Bishkek",
    online: true,
    days: daysFrom(story, 60, 66),
    own: "en",
    languages: ["ru", "ky", "en"],
    tools: [{ code: "my-coop" }],
    capacity: 25,
    admission: "selection",
    pool: "ky",
    trainers: 1,
    costs: freeOfCharge,
  };
  planCourse(story, plan, plannedAt(story));
}

/** Courses to come, so that every journey can be tried. Wholly fictional. */
export async function tellUpcoming(story: Story): Promise<void> {
  await tellIrbid(story);
  await tellZahle(story);
  await tellNairobi(story);
  await tellTshikapaAgain(story);
  tellBishkek(story);
}
