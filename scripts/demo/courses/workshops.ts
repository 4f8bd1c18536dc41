import { usualWorkshop } from "../../../lib/courses/rules/workshops";
import { holdOwnWorkshop, type OwnWorkshop, registerInWorkshop, schedule } from "../ownWorkshop";
import type { Plan } from "../plan";
import { dayMs, daysFrom, freeOfCharge, type Story } from "../story";

const workshopIn = (
  story: Story,
  more: Pick<Plan, "slug" | "place" | "days"> &
    Pick<OwnWorkshop, "cooperatives" | "audience" | "people" | "women">,
): OwnWorkshop => ({
  programme: "PROSPECTS",
  kind: "user",
  country: "JO",
  zone: "Asia/Amman",
  own: "ar",
  languages: ["ar"],
  tools: [{ code: "think-coop" }],
  capacity: usualWorkshop.capacity,
  admission: "first_come",
  pool: "ar",
  trainers: 0,
  led: story.staff.rami,
  costs: freeOfCharge,
  ...more,
});

/** Deir Alla: approved and held, its certificates issued. */
function tellDeirAlla(story: Story): void {
  holdOwnWorkshop(
    story,
    workshopIn(story, {
      slug: "user-deir-alla-demo",
      place: { en: "Deir Alla", fr: "Deir Alla", ar: "دير علا" },
      days: daysFrom(story, -23, -23),
      ...{ cooperatives: ["تعاونية وادي الأردن"], audience: "", people: 12, women: 7 },
    }),
  );
}

/** Kufr Asad: awaits approval. */
function tellKufrAsad(story: Story): void {
  const plan = workshopIn(story, {
    slug: "user-kufr-asad-demo",
    place: { en: "Kufr Asad", fr: "Kufr Asad", ar: "كفر أسد" },
    days: daysFrom(story, 27, 27),
    ...{ cooperatives: ["تعاونية سهول إربد الزراعية"], audience: "منتجو الحليب في كفر أسد" },
    ...{ people: 6, women: 4 },
  });
  registerInWorkshop(story, schedule(story, plan, story.now - 12 * dayMs), plan, story.now - 8 * dayMs);
}

/** The trainer's own workshops. */
export function tellWorkshops(story: Story): void {
  tellDeirAlla(story);
  tellKufrAsad(story);
}
