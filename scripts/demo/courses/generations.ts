import type { Viewer } from "../../../lib/access/table";
import { addDays } from "../../../lib/time/civil";
import { planWorkshops } from "../actionPlan";
import { accept, registerKnown, registerPeople } from "../admit";
import { hold, issue } from "../hold";
import { becomeTrainer } from "../joins";
import { type Course, daysFromStart, type Plan, planCourse, step } from "../plan";
import { completedIn, personOfRegistration } from "../read";
import { hourMs, type Story, type Text } from "../story";

/** Another course that came of a training of trainers: in the same programme, country and language. */
type Later = {
  slug: string;
  kind: "tot" | "user";
  place: Text;
  from: string;
  /** How many days it lasts. */
  days: number;
  tool: string;
  modules?: readonly string[];
  people: number;
  women: number;
  /** Who teaches it: those with an account by themselves, others by their keys. */
  led?: Viewer;
  taughtBy?: readonly number[];
  /** Keys of those who come besides and were in an earlier course. */
  known?: readonly number[];
};

/** A course is planned, people come, it is held, and its certificates are issued. */
async function tellLater(story: Story, first: Course, later: Later): Promise<Course> {
  const { from, tool, modules, people, women, known = [], days, ...said } = later;
  const plan: Plan = {
    ...first,
    title: undefined,
    led: undefined,
    ...said,
    days: { from, to: addDays(from, days - 1) },
    tools: [{ code: tool, modules }],
    capacity: 20,
    trainers: 0,
  };
  const course = planCourse(story, plan, daysFromStart(plan, -40));
  step(course, course.coordinator, "draft", "open", daysFromStart(plan, -30));
  await registerPeople(story, course, { people, women }, daysFromStart(plan, -20));
  for (const [i, personId] of known.entries())
    registerKnown(course, personId, people + i, daysFromStart(plan, -18) + i * hourMs);
  accept(course, people, daysFromStart(plan, -14));
  hold(course);
  issue(course);
  return course;
}

/** Somebody who completed a course, the nth of them. */
const graduate = (course: Course, nth: number): number => personOfRegistration(completedIn(course.id)[nth]!);

/** The same with an action plan, as a trainer of the programme from a day on, to teach what follows. */
function newTrainer(story: Story, course: Course, nth: number): number {
  const personId = graduate(course, nth);
  const planned = { day: addDays(course.days!.to, 90), place: course.place.fr, audience: "Coopératives" };
  planWorkshops(course, completedIn(course.id)[nth]!, course.tools.at(-1)!.code, [planned]);
  becomeTrainer(story, course.programme, personId, daysFromStart(course, 40));
  return personId;
}

/**
 * DRC: she whose way is told makes trainers in Kananga with somebody of her own training; one of those holds a workshop, and
 * another makes trainers in turn, of whom one holds the next.
 */
export async function tellKasai(story: Story, tot: Course, her: Viewer): Promise<void> {
  const beside = newTrainer(story, tot, 1);
  const second = await tellLater(story, tot, {
    ...{ slug: "tot-kananga-demo", kind: "tot", tool: "start-coop", from: "2024-04-15", days: 5 },
    place: { en: "Kananga", fr: "Kananga", ar: "كانانغا" },
    ...{ people: 7, women: 3, led: her, taughtBy: [beside] },
  });
  const [holds, trains] = [newTrainer(story, second, 0), newTrainer(story, second, 1)];
  await tellLater(story, tot, {
    ...{ slug: "user-dibaya-demo", kind: "user", tool: "start-coop", modules: ["M1", "M2"] },
    place: { en: "Dibaya", fr: "Dibaya", ar: "ديبايا" },
    ...{ from: "2024-10-07", days: 2, people: 6, women: 4, taughtBy: [holds] },
  });
  const third = await tellLater(story, tot, {
    ...{ slug: "tot-mbuji-mayi-demo", kind: "tot", tool: "start-coop", from: "2025-05-12", days: 5 },
    place: { en: "Mbuji-Mayi", fr: "Mbujimayi", ar: "مبوجي مايي" },
    ...{ people: 6, women: 3, taughtBy: [trains] },
  });
  await tellLater(story, tot, {
    ...{ slug: "user-kabinda-demo", kind: "user", tool: "start-coop", modules: ["M1", "M2"] },
    place: { en: "Kabinda", fr: "Kabinda", ar: "كابيندا" },
    ...{ from: "2025-10-13", days: 2, people: 6, women: 3, taughtBy: [newTrainer(story, third, 0)] },
  });
}

/**
 * Cameroon: a trainer of Bertoua holds a workshop for cooperatives; somebody of it becomes a trainer in the next training of
 * trainers, and in turn makes trainers in a third.
 */
export async function tellEast(story: Story, tot: Course): Promise<void> {
  const [holds, trains] = [newTrainer(story, tot, 2), newTrainer(story, tot, 3)];
  const workshop = await tellLater(story, tot, {
    ...{ slug: "user-batouri-demo", kind: "user", tool: "my-coop", modules: ["M1", "M2"] },
    place: { en: "Batouri", fr: "Batouri", ar: "باتوري" },
    ...{ from: "2023-03-13", days: 3, people: 8, women: 5, taughtBy: [holds] },
  });
  const known = graduate(workshop, 0);
  const second = await tellLater(story, tot, {
    ...{ slug: "tot-abong-mbang-demo", kind: "tot", tool: "my-coop", from: "2024-02-19", days: 5 },
    place: { en: "Abong-Mbang", fr: "Abong-Mbang", ar: "أبونغ مبانغ" },
    ...{ people: 6, women: 3, taughtBy: [trains], known: [known] },
  });
  becomeTrainer(story, tot.programme, known, daysFromStart(second, 40));
  await tellLater(story, tot, {
    ...{ slug: "user-doume-demo", kind: "user", tool: "my-coop", modules: ["M1", "M2"] },
    place: { en: "Doumé", fr: "Doumé", ar: "دوميه" },
    ...{ from: "2024-07-08", days: 3, people: 6, women: 3, taughtBy: [known] },
  });
  const third = await tellLater(story, tot, {
    ...{ slug: "tot-yokadouma-demo", kind: "tot", tool: "my-coop", from: "2025-03-17", days: 5 },
    place: { en: "Yokadouma", fr: "Yokadouma", ar: "يوكادوما" },
    ...{ people: 6, women: 2, taughtBy: [known] },
  });
  await tellLater(story, tot, {
    ...{ slug: "user-moloundou-demo", kind: "user", tool: "my-coop", modules: ["M1", "M2"] },
    place: { en: "Moloundou", fr: "Moloundou", ar: "مولوندو" },
    ...{ from: "2025-09-08", days: 3, people: 6, women: 4, taughtBy: [newTrainer(story, third, 0)] },
  });
}
