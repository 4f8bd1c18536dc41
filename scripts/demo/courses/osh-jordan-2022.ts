import { registerByHand, registrationFields, tellEverybody } from "../admit";
import { somebody } from "../people";
import { type Plan, planCourse } from "../plan";
import { endWithoutDays, putCourse, putKnown, written } from "../put";
import { as, dayMs, type Story, type Text } from "../story";

const datesNote: Text = {
  en: "One week; reported on 1 April 2022",
  fr: "Une semaine ; selon une annonce du 1er avril 2022",
  ar: "أسبوع واحد؛ بحسب خبر نُشر في 1 نيسان/أبريل 2022",
};

const registeredAt = Date.parse("2022-03-10T08:00:00Z");

/** Practical OSH training in Jordan, 2022: its days are not known, so that it has no timetable and nobody could register by themselves. */
export function tellOsh(story: Story): void {
  const plan: Plan = {
    slug: "osh-jordan-2022",
    programme: "PROSPECTS",
    kind: "user",
    title: {
      en: "Practical OSH training for cooperatives in agriculture",
      fr: "Formation pratique à la SST pour les coopératives agricoles",
      ar: "تدريب عملي على السلامة والصحة المهنية للتعاونيات الزراعية",
    },
    country: "JO",
    place: { en: "Jordan", fr: "Jordanie", ar: "الأردن" },
    zone: "Asia/Amman",
    own: "ar",
    languages: ["ar"],
    tools: [{ code: "osh-agriculture" }],
    capacity: 25,
    admission: "selection",
    pool: "ar",
    trainers: 0,
  };
  const course = planCourse(story, plan, registeredAt - 10 * dayMs);
  for (let index = 0; index < 18; index++) {
    const woman = index < 6;
    const { country: _, ...person } = somebody(story, plan, index, woman);
    registerByHand(course, { ...registrationFields(plan, index, woman), ...person }, registeredAt);
  }
  tellEverybody(course, registeredAt);
  endWithoutDays(as(course.coordinator, registeredAt + 30 * dayMs), course.id);
  putCourse(course.id, { slug: plan.slug, year: 2022, datesNote: written("en", datesNote) });
  putKnown(course.id, {
    facts: { dates: "document", length: "document", tools: "document", headcount: "assumed" },
  });
}
