import type { Viewer } from "../../../lib/access/table";
import {
  approve,
  approveMaster,
  confirmWorkshop,
  enterMasterStep,
  enterStep,
  observe,
  recommend,
  renew,
  setGates,
  signObservation,
} from "../../../lib/stages/commands";
import { ownGates } from "../../../lib/stages/rules/gates";
import { type Criterion, criteria } from "../../../lib/stages/rules/rubric";
import {
  approveSchema,
  confirmWorkshopSchema,
  gatesSchema,
  masterStepSchema,
  observeSchema,
  recommendSchema,
  renewSchema,
  signSchema,
  stepSchema,
} from "../../../lib/stages/schema";
import { instantOf } from "../../../lib/time/zone";
import { planWorkshops } from "../actionPlan";
import { tellEverybody } from "../admit";
import { becomeTrainer, openAccount } from "../joins";
import { agree } from "../listing";
import { holdOwnWorkshop, type OwnWorkshop } from "../ownWorkshop";
import type { Course } from "../plan";
import { completedIn, lastEntry, timetableOf, wayOf } from "../read";
import { as, beginning, done, type Story, type Text } from "../story";

/** The tool with which she becomes a trainer. */
const tool = "start-coop";

/** The administrator sets what the programme asks of its trainers, before anybody is on the way. */
export function tellGates(story: Story): void {
  const form = {
    ...ownGates,
    ...{ countOneIn: 1, validMonths: 24, graceMonths: 6 },
    programmeId: String(story.programmes.get("Central Africa")),
    seen: "0",
    preset: "own",
    inForceFrom: "2022-03-01",
  };
  done(setGates(as(story.staff.amina, beginning), gatesSchema.parse(form)));
}

/** Somebody on the way, with those who accompany it: who led the training of trainers, and who coordinates. */
type Told = {
  story: Story;
  tot: Course;
  trainer: Viewer;
  expert: Viewer;
  /** The way as the forms name it. */
  way: { personId: string; programmeId: string; toolId: string };
  modules: readonly string[];
};

const at = ({ tot }: Pick<Told, "tot">, day: string, time = "10:00") => instantOf(day, time, tot.zone);

const places: Record<"tshikapa" | "luebo" | "ilebo" | "mweka", Text> = {
  tshikapa: { en: "Tshikapa", fr: "Tshikapa", ar: "تشيكابا" },
  luebo: { en: "Luebo", fr: "Luebo", ar: "لويبو" },
  ilebo: { en: "Ilebo", fr: "Ilebo", ar: "إيليبو" },
  mweka: { en: "Mweka", fr: "Mweka", ar: "مويكا" },
};

/** For whom her workshops are. */
const audience = "Coopératives agricoles";

/** She holds a workshop for cooperatives of her own, which a coordinator confirms. */
function workshop(
  { story, tot, trainer, way }: Told,
  where: keyof typeof places,
  from: string,
  to: string,
): Course {
  const plan: OwnWorkshop = {
    ...tot,
    slug: `user-${where}-${from.slice(0, 4)}-demo`,
    kind: "user",
    title: undefined,
    place: places[where],
    days: { from, to },
    tools: [{ code: tool, modules: ["M1", "M2"] }],
    capacity: 20,
    admission: "first_come",
    trainers: 0,
    led: trainer,
    audience,
    ...{ people: 6, women: 3 },
  };
  const held = holdOwnWorkshop(story, plan);
  const confirmed = confirmWorkshopSchema.parse({ ...way, courseId: String(held.id) });
  done(confirmWorkshop(as(tot.coordinator, at({ tot }, to, "23:30")), confirmed));
  return held;
}

const points: Partial<Record<Criterion, string>> = { [criteria[0]]: "5", [criteria[11]]: "3" };

/** Who led the training of trainers observes a workshop with the rubric, and she reads and signs it. */
function observed(told: Told, course: Course, day: string): void {
  const form = {
    ...told.way,
    courseId: String(course.id),
    day,
    points: Object.fromEntries(criteria.map((one) => [one, points[one] ?? "4"])),
    strengths: "Les participantes travaillent en groupes sur leur propre coopérative.",
    advice: "Garder un quart d’heure pour résumer chaque module.",
  };
  done(observe(as(told.expert, at(told, day, "16:30")), observeSchema.parse(form)));
  const observationId = String(lastEntry(told.trainer.personId!, "observation"));
  done(signObservation(as(told.trainer, at(told, day, "18:00")), signSchema.parse({ observationId })));
  tellEverybody(course, at(told, day, "18:30"));
}

/** Two people decide: one recommends, and another one approves. */
function certified(told: Told, recommendedOn: string, approvedOn: string): void {
  const { way, modules, tot } = told;
  const words = "Deux ateliers tenus avec soin ; les coopératives ont un plan d’affaires.";
  const asked = as(told.expert, at(told, recommendedOn));
  done(recommend(asked, recommendSchema.parse({ ...way, modules, words })));
  const recommendationId = String(lastEntry(told.trainer.personId!, "recommended"));
  const answer = approveSchema.parse({ recommendationId, modules, words: "" });
  done(approve(as(tot.coordinator, at(told, approvedOn)), answer));
  tellEverybody(tot, at(told, approvedOn, "11:00"));
}

/** After it ran out it is renewed within the grace: for workshops in the period and a refresher, by another than who entered that. */
function renewed(told: Told, refreshedOn: string, day: string): void {
  const { way, tot, story } = told;
  const refresher = {
    ...way,
    step: "refresher",
    day: refreshedOn,
    words: "Recyclage de deux jours à Kinshasa.",
  };
  done(enterStep(as(tot.coordinator, at(told, refreshedOn, "17:00")), stepSchema.parse(refresher)));
  const words = "Deux ateliers pendant la période et le recyclage d’août.";
  done(renew(as(story.staff.amina, at(told, day)), renewSchema.parse({ ...way, words, exception: "" })));
  tellEverybody(tot, at(told, day, "11:00"));
}

/** She becomes a master trainer: a training of master trainers, a training of trainers that she delivered, and the assessment. */
function master(told: Told, days: { training: string; examination: string; approved: string }): void {
  const { way, tot, story } = told;
  const steps = [
    { kind: "master_training", day: days.training, words: "Formation de maîtres formateurs, Turin." },
    { kind: "master_examination", day: days.examination, words: "Évaluée par deux maîtres formateurs." },
  ];
  for (const step of steps) {
    const by = as(tot.coordinator, at(told, step.day, "17:00"));
    done(enterMasterStep(by, masterStepSchema.parse({ ...way, ...step })));
  }
  const words = "A mené la formation de formateurs de Kananga.";
  const form = renewSchema.parse({ ...way, words, exception: "" });
  done(approveMaster(as(story.staff.amina, at(told, days.approved)), form));
  tellEverybody(tot, at(told, days.approved, "11:00"));
}

/** Whom the way is told of: somebody who completed the training of trainers, with whoever led it. */
async function setOut(story: Story, tot: Course): Promise<Told> {
  const registrationId = completedIn(tot.id)[0]!;
  const { personId, programmeId, toolId, modules } = wayOf(registrationId, tool);
  planWorkshops(tot, registrationId, tool, [
    { day: "2023-02-20", place: places.tshikapa.fr, audience },
    { day: "2023-05-15", place: places.luebo.fr, audience },
  ]);
  becomeTrainer(story, tot.programme, personId, at({ tot }, "2023-01-09"));
  const lead = timetableOf(tot.id)[0]!.trainerIds[0]!;
  return {
    story,
    tot,
    trainer: await openAccount(story, personId, at({ tot }, "2023-01-10")),
    expert: await openAccount(story, lead, at({ tot }, "2023-01-11")),
    way: { personId: String(personId), programmeId: String(programmeId), toolId: String(toolId) },
    modules,
  };
}

/**
 * The whole way of one trainer, with a clock, from the training of trainers of 2022: an action plan, two workshops of which one
 * is observed, recommended by one and approved by another, certified, lapsed, renewed, and a master trainer.
 * @param trainsTrainers what she and others do as trainers of trainers meanwhile, told when she is certified.
 */
export async function tellWay(
  story: Story,
  tot: Course,
  trainsTrainers: (trainer: Viewer) => Promise<void>,
): Promise<void> {
  const told = await setOut(story, tot);
  workshop(told, "tshikapa", "2023-02-20", "2023-02-21");
  observed(told, workshop(told, "luebo", "2023-05-15", "2023-05-16"), "2023-05-15");
  certified(told, "2023-06-05", "2023-07-03");
  agree(told.trainer, at(told, "2023-07-10"));
  workshop(told, "ilebo", "2023-11-13", "2023-11-14");
  await trainsTrainers(told.trainer);
  workshop(told, "mweka", "2024-09-16", "2024-09-17");
  // It ran out on 3 July 2025.
  renewed(told, "2025-08-18", "2025-09-01");
  master(told, { training: "2025-11-10", examination: "2026-03-09", approved: "2026-04-15" });
}
