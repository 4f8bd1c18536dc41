import { accept, registerPeople } from "../admit";
import { hold, issue, issuedAt, revoke } from "../hold";
import { type Course, daysFromStart, type Plan, planCourse, step } from "../plan";
import { putKnown } from "../put";
import { dayMs, type Story } from "../story";

/** Tshikapa, December 2022: certificates came after the course, and one was issued by mistake. */
export async function tellTshikapa(story: Story): Promise<Course> {
  const plan: Plan = {
    slug: "tot-tshikapa-2022",
    programme: "Central Africa",
    kind: "tot",
    title: {
      en: "Training of trainers on the ILO cooperative development tools",
      fr: "Formation de formateurs sur les outils de développement coopératif de l’OIT",
      ar: "تدريب المدرّبين على أدوات منظمة العمل الدولية لتنمية التعاونيات",
    },
    country: "CD",
    place: { en: "Tshikapa, Kasai", fr: "Tshikapa, Kasaï", ar: "تشيكابا، كاساي" },
    zone: "Africa/Lubumbashi",
    days: { from: "2022-12-12", to: "2022-12-23" },
    own: "fr",
    languages: ["fr"],
    tools: [{ code: "think-coop" }, { code: "start-coop" }, { code: "my-coop" }],
    capacity: 20,
    admission: "selection",
    pool: "fr",
    trainers: 2,
  };
  const course = planCourse(story, plan, daysFromStart(plan, -60));
  step(course, course.coordinator, "draft", "open", daysFromStart(plan, -45));
  await registerPeople(story, course, { people: 20, women: 4 }, daysFromStart(plan, -20));
  accept(course, 20, daysFromStart(plan, -14));
  hold(course);
  issue(course);
  revoke(course, 2, "Délivrée par erreur", issuedAt(course) + 30 * dayMs);
  putKnown(course.id, {
    headcounts: [
      { measure: "enrolled", grouping: "total", count: 20, source: "published" },
      { measure: "enrolled", grouping: "woman", count: 4, source: "published" },
    ],
    facts: {
      dates: "document",
      place: "published",
      headcount: "published",
      tools: "document",
      language: "published",
    },
  });
  return course;
}
