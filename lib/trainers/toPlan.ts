import type { Granted, PlanningIn } from "../access/gate";
import type { Context } from "../acts/context";
import { awayBetween } from "../away/queries";
import type { PersonsNames } from "../i18n/rules";
import { speaksAndLives } from "../people/store/named";
import { trainersOfProgrammes } from "../programmes/store/trainers";
import { addDays } from "../time/civil";
import { daysSomewhere } from "../time/zone";
import { qualifiedFor } from "../timetable/queries/qualified";
import { engagements } from "../timetable/store/taken";
import { haltedWays } from "./halted";
import type { TrainerToPlan } from "./rules/who";

/** So many days ahead it is known when somebody teaches or is away. */
const daysAhead = 550;
const dayMs = 86_400_000;

/** So many trainers are told apart, in the order of their names; more are named alone. */
const mostToldApart = 300;

/** A trainer whom a plan may choose, the programmes that they train in, and what is known of them; null of too many. */
export type PlanTrainer = Somebody & {
  programmeIds: number[];
  known: TrainerToPlan | null;
  /** In which programmes their way to teach which modules is halted; how it stands is said to whom it may be (`told`). */
  halted: Pick<
    ReturnType<typeof haltedWays>[number],
    "programmeId" | "moduleIds" | "stage" | "tool" | "told"
  >[];
};

/** Somebody with what tells them from others of their name. */
type Somebody = PersonsNames & {
  id: number;
  organisation: string | null;
  place: string | null;
  country: string | null;
};

/** Trainers of programmes, each once, in the order of their names, with whoever trains in the course already. */
function people(cx: Context, programmes: readonly number[], here: Here | null) {
  const found = new Map<number, Somebody & { programmeIds: number[] }>();
  for (const { programmeId, ...person } of [
    ...trainersOfProgrammes(cx, programmes),
    ...(here?.trainers.map((one) => ({ ...one, programmeId: here.programmeId })) ?? []),
  ]) {
    const { id, name, latinName, organisation, place, country } = person;
    const programmeIds = [...new Set([...(found.get(id)?.programmeIds ?? []), programmeId])];
    found.set(id, { id, name, latinName, organisation, place, country, programmeIds });
  }
  return [...found.values()];
}

/** The course whose plan is changed, with whoever trains in it. */
type Here = { id: number; programmeId: number; trainers: readonly Somebody[] };

/**
 * Trainers to choose from for what is planned in these programmes, each with what says who can teach it: which of these
 * modules they know, their language, where they live and work, and when they teach something else or are away. Whoever plans
 * sees of what else they do only when.
 * @param here the course whose plan is changed: its own sessions are in nobody's way.
 */
export function trainersToPlan(
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
  moduleIds: readonly number[],
  here: Here | null,
): PlanTrainer[] {
  const all = people(cx, programmes, here);
  const ids = all.slice(0, mostToldApart).map(({ id }) => id);
  const [today] = daysSomewhere(cx.now);
  const span = { startsAt: cx.now - dayMs, endsAt: cx.now + daysAhead * dayMs };
  const engaged = ids.length === 0 ? [] : engagements(cx, ids, span);
  const away = awayBetween(cx, ids, today, addDays(today, daysAhead));
  const isQualified = qualifiedFor(cx, ids, moduleIds, here?.id ?? null);
  const known = new Map(speaksAndLives(cx, ids).map((row) => [row.id, row]));
  const halts = haltedWays(cx, ids, moduleIds, programmes);
  return all.map((person) => {
    const about = known.get(person.id);
    const halted = halts.filter(({ personId }) => personId === person.id);
    if (!about) return { ...person, known: null, halted };
    const { language, country, worksIn, worksAt } = about;
    const busy = engaged.filter((one) => one.trainerId === person.id && one.courseId !== here?.id);
    return {
      ...person,
      halted,
      known: {
        ...{ language, country, worksIn, worksAt },
        can: moduleIds.filter((id) => isQualified(person.id, id)),
        busy: [...new Set(busy.map(({ day }) => day))],
        away: away.get(person.id) ?? [],
      },
    };
  });
}
