import { accept, registerPeople } from "../admit";
import { certify, hold, issue, issuedAt } from "../hold";
import { agreeToBeFound } from "../listing";
import { type Course, daysFromStart, type Plan, planCourse, step } from "../plan";
import { putKnown } from "../put";
import { dayMs, type Story } from "../story";

/** Bertoua, November 2022. One trainer’s certification has run out and one stands, so that every answer of verification can be tried. */
export async function tellBertoua(story: Story): Promise<Course> {
  const plan: Plan = {
    slug: "tot-bertoua-2022",
    programme: "Central Africa",
    kind: "tot",
    title: {
      en: "Training of trainers on Think.Coop, Start.Coop and My.Coop",
      fr: "Formation de formateurs sur Think.Coop, Start.Coop et My.Coop",
      ar: "تدريب المدرّبين على Think.Coop وStart.Coop وMy.Coop",
    },
    country: "CM",
    place: { en: "Bertoua", fr: "Bertoua", ar: "برتوا" },
    zone: "Africa/Douala",
    days: { from: "2022-11-14", to: "2022-11-24" },
    own: "fr",
    languages: ["fr"],
    tools: [{ code: "think-coop" }, { code: "start-coop" }, { code: "my-coop" }],
    capacity: 25,
    admission: "selection",
    pool: "fr",
    trainers: 2,
  };
  const course = planCourse(story, plan, daysFromStart(plan, -60));
  step(course, course.coordinator, "draft", "open", daysFromStart(plan, -45));
  await registerPeople(story, course, { people: 22, women: 8 }, daysFromStart(plan, -20));
  accept(course, 22, daysFromStart(plan, -14));
  hold(course);
  issue(course);
  certify(story, course, 0, issuedAt(course));
  certify(story, course, 1, story.now - 30 * dayMs);
  await agreeToBeFound(story, course, 1, story.now - 29 * dayMs);
  putKnown(course.id, {
    facts: {
      dates: "document",
      place: "document",
      tools: "document",
      partners: "published",
      language: "published",
      headcount: "assumed",
    },
  });
  return course;
}
