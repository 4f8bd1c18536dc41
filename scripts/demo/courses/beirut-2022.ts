import { accept, registerPeople } from "../admit";
import { hold, issue } from "../hold";
import { daysFromStart, type Plan, planCourse, step } from "../plan";
import { putKnown } from "../put";
import type { Story } from "../story";

/** Beirut, December 2022: people of nine cooperatives. */
export async function tellBeirut(story: Story): Promise<void> {
  const plan: Plan = {
    slug: "user-beirut-2022",
    programme: "PROSPECTS",
    kind: "user",
    title: {
      en: "Training workshop for agricultural cooperatives",
      fr: "Atelier de formation pour les coopératives agricoles",
      ar: "ورشة تدريبية للتعاونيات الزراعية",
    },
    country: "LB",
    place: { en: "Beirut", fr: "Beyrouth", ar: "بيروت" },
    zone: "Asia/Beirut",
    days: { from: "2022-12-05", to: "2022-12-08" },
    own: "ar",
    languages: ["ar"],
    tools: [
      { code: "start-coop", modules: ["M1", "M2"] },
      { code: "my-coop", modules: ["M1", "M2"] },
    ],
    capacity: 26,
    admission: "selection",
    pool: "ar",
    organisations: 9,
    trainers: 2,
  };
  const course = planCourse(story, plan, daysFromStart(plan, -60));
  step(course, course.coordinator, "draft", "open", daysFromStart(plan, -45));
  await registerPeople(story, course, { people: 26, women: 11 }, daysFromStart(plan, -20));
  accept(course, 26, daysFromStart(plan, -14));
  hold(course);
  issue(course);
  putKnown(course.id, {
    headcounts: [{ measure: "attended", grouping: "total", count: 26, source: "published" }],
    facts: {
      dates: "document",
      place: "document",
      length: "document",
      headcount: "published",
      tools: "published",
    },
  });
}
