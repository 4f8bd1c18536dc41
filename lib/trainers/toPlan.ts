import type { Granted, GrantedCourse, PlanningIn } from "../access/gate";
import { disabledAmong } from "../accounts/store";
import type { Context } from "../acts/context";
import { awayBetween } from "../away/queries";
import type { PersonsNames } from "../i18n/rules";
import { notReached } from "../messages/tell";
import { speaksAndLives } from "../people/store/named";
import { trainersOfProgrammes } from "../programmes/store/trainers";
import { addDays } from "../time/civil";
import { qualifiedFor } from "../timetable/queries/qualified";
import { engagements } from "../timetable/store/taken";
import { phoneEndsFor } from "./apart";
import { haltedWays } from "./halted";
import {
  type DaysOfPlan,
  loadDays,
  mostDays,
  type TimeThen,
  type TrainerToPlan,
  timeThen,
} from "./rules/who";

/** So many trainers are told apart, in the order of their names; more are named alone. */
const mostToldApart = 300;

/** A trainer whom a plan may choose, the programmes that they train in, and what is known of them; null of too many. */
export type PlanTrainer = Somebody & {
  programmeIds: number[];
  known: TrainerToPlan | null;
  /** True where no mail reaches them, so that whoever asks tells them. */
  byHand: boolean;
  /** True where they can no longer sign in: who trained what is over may be one of them, nobody else. */
  disabled: boolean;
  /** In which programmes their way to teach which modules is halted; only what the viewer may be told. */
  halted: Pick<ReturnType<typeof haltedWays>[number], "programmeId" | "moduleIds" | "stage" | "tool">[];
  /** The last digits of their phone, where the viewer may know them. */
  phoneEnd: string | null;
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

/** Rows by the person whom they are of. */
function byPerson<Row>(rows: readonly Row[], personOf: (row: Row) => number): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) found.set(personOf(row), [...(found.get(personOf(row)) ?? []), row]);
  return found;
}

/** Those of these people who are told apart. */
const toldApart = (all: readonly { id: number }[]) => all.slice(0, mostToldApart).map(({ id }) => id);

/**
 * Trainers to choose from for what is planned in these programmes, each with what says who can teach it: which of these
 * modules they are qualified for, their language, and where they live and work. Whose way is halted comes last, also where the viewer is
 * not told that it is.
 * @param here the course whose plan is changed, whose own trainers are offered too.
 */
export function trainersToPlan(
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
  moduleIds: readonly number[],
  here: Here | null,
): PlanTrainer[] {
  const all = people(cx, programmes, here);
  const ids = toldApart(all);
  const isQualified = qualifiedFor(cx, ids, moduleIds);
  const known = new Map(speaksAndLives(cx, ids).map((row) => [row.id, row]));
  const halts = byPerson(haltedWays(cx, ids, moduleIds, programmes), ({ personId }) => personId);
  const untold = (id: number) => halts.get(id)?.some(({ told }) => !told) ?? false;
  const inOrder = [...all.filter(({ id }) => !untold(id)), ...all.filter(({ id }) => untold(id))];
  const unreached = new Set(notReached(cx, ids));
  const disabled = new Set(
    disabledAmong(
      cx,
      all.map(({ id }) => id),
    ),
  );
  const ends = phoneEndsFor(cx, all);
  return inOrder.map((person) => {
    const about = known.get(person.id);
    const halted = (halts.get(person.id) ?? []).filter(({ told }) => told);
    const byHand = unreached.has(person.id);
    const phoneEnd = ends.get(person.id) ?? null;
    const said = { byHand, halted, phoneEnd, disabled: disabled.has(person.id) };
    if (!about) return { ...person, ...said, known: null };
    const { language, country, worksIn, worksAt } = about;
    const can = moduleIds.filter((id) => isQualified(person.id, id));
    return { ...person, ...said, known: { language, country, worksIn, worksAt, can } };
  });
}

/**
 * How the time of the trainers of these programmes fits the days of a plan, by their keys: on how many they teach something
 * else or are away, and how much they teach around them. What they do, and on which days, nobody is told.
 * @param here the course whose plan is changed: its own sessions are in nobody's way.
 */
export function timesToPlan(
  cx: Context,
  { programmes }: Granted<PlanningIn, "course.create" | "workshop.schedule">,
  plan: DaysOfPlan,
  here: GrantedCourse<"course.read"> | null,
): Map<number, TimeThen> {
  const inOrder = [...plan.days].sort();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const ids = toldApart(people(cx, programmes, null));
  if (!first || !last || inOrder.length > mostDays || ids.length === 0) return new Map();
  const span = {
    startsAt: Date.parse(addDays(first, -loadDays - 1)),
    endsAt: Date.parse(addDays(last, loadDays + 2)),
  };
  const engaged = byPerson(engagements(cx, ids, span, here?.id ?? null), ({ trainerId }) => trainerId);
  const away = awayBetween(cx, ids, first, last);
  return new Map(
    ids.map((id) => [
      id,
      timeThen({ busy: new Set(engaged.get(id)?.map(({ day }) => day)), away: away.get(id) ?? [] }, plan),
    ]),
  );
}
