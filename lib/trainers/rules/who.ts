import { type AwayTime, isAwayAt } from "../../away/rules";
import { fold } from "../../text";
import { addDays } from "../../time/civil";

/** Where somebody lives or works, seen from a course: at its place, in its country, elsewhere. Nothing finer is known of people. */
export type Near = "place" | "country" | "other";

/** What is known of where somebody lives, and of where their organisation is. */
export type Whereabouts = { country: string | null; worksIn: string | null; worksAt: string | null };

/**
 * How near somebody is to a course; null where nothing is known of where they live or work.
 * @param places what its place is called in each language.
 */
export function nearTo(
  { country, places }: { country: string; places: readonly string[] },
  { country: lives, worksIn, worksAt }: Whereabouts,
): Near | null {
  if (lives === null && worksIn === null) return null;
  if ((worksIn ?? lives) === country && worksAt && places.some((place) => fold(place) === fold(worksAt)))
    return "place";
  return lives === country || worksIn === country ? "country" : "other";
}

/** How somebody fits what is to be taught. */
export type Fit = {
  /** For how many of the modules they are qualified (`qualifiedFor`), of how many. */
  modules: { known: number; all: number };
  /** True where they speak a language of the course. */
  speaks: boolean;
  /** How near to its place they live or work; null where that is not known. */
  near: Near | null;
  /** How many of the sessions, or days, meet what else they teach, and at how many they are away. */
  clashes: number;
  /** How many of these sessions meet others of the same course, where that is told apart. */
  clashesHere?: number;
  away: number;
  /** On how many civil days they teach around that time. */
  load: number;
};

/** So many days before and after what is to be taught count for how much somebody teaches around it. */
export const loadDays = 14;

/** What decides between two, the weightiest first; smaller comes first. */
const weights = (fit: Fit): number[] => [
  fit.clashes > 0 ? 1 : 0,
  fit.away > 0 ? 1 : 0,
  fit.modules.all === 0 ? 0 : 1 - fit.modules.known / fit.modules.all,
  fit.speaks ? 0 : 1,
  fit.near === "place" ? 0 : fit.near === "country" ? 1 : fit.near === null ? 2 : 3,
  fit.load,
];

/**
 * People in the order in which they can teach it: whoever is free before whoever is not, then by modules, language, place
 * and load; who is alike stays in the order in which they are given.
 */
export function inOrderOfFit<T extends { fit: Fit }>(people: readonly T[]): T[] {
  const compare = (a: T, b: T) => {
    const [one, other] = [weights(a.fit), weights(b.fit)];
    const at = one.findIndex((weight, i) => weight !== other[i]);
    return at < 0 ? 0 : one[at]! - other[at]!;
  };
  return [...people].sort(compare);
}

/** True where somebody is qualified for all that is to be taught; where nothing is, nobody is told apart. */
export const knowsAll = ({ modules }: Pick<Fit, "modules">): boolean => modules.known === modules.all;

/** A module as it is called beside others: its code, empty where it has none, and the tool that it is of. */
export type CalledByCode = { code: string; tool: string };

/**
 * What modules are called in a row: each by its code, once, the first of each tool after what that is called; where all that is to
 * be taught is of one tool it goes without saying. What has no code is called as its tool.
 */
export function codesInRow(lacking: readonly CalledByCode[], taught: readonly CalledByCode[]): string[] {
  const several = new Set(taught.map(({ tool }) => tool)).size > 1;
  const codes = new Map<string, Set<string>>();
  for (const { tool, code } of lacking) codes.set(tool, (codes.get(tool) ?? new Set()).add(code));
  return [...codes].flatMap(([tool, of]) =>
    [...of].map((code, nth) => (code === "" ? tool : several && nth === 0 ? `${tool} ${code}` : code)),
  );
}

/** What is known of a trainer whom a plan may choose. Days are civil. */
export type TrainerToPlan = Whereabouts & {
  language: string;
  /** Modules for which they are qualified, in whichever version. */
  can: readonly number[];
};

/** When a plan is held: its days, and the usual hours of a day. */
export type DaysOfPlan = { days: readonly string[]; hours: { startsAt: string; endsAt: string } };

/** How a trainer's time fits the days of a plan. */
export type TimeThen = Pick<Fit, "clashes" | "away" | "load">;

/** So many days of a plan are looked at. Of one that has more nobody is said to be free. */
export const mostDays = 120;

/** A plan as far as who can teach it is asked. */
export type PlanToTeach = {
  moduleIds: readonly number[];
  languages: readonly string[];
  country: string;
  places: readonly string[];
};

/** How the time of somebody who teaches something else on these days, and is away at these times, fits those of a plan. */
export function timeThen(
  { busy, away }: { busy: ReadonlySet<string>; away: readonly AwayTime[] },
  { days, hours }: DaysOfPlan,
): TimeThen {
  const inOrder = [...days].sort();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const around =
    first && last
      ? [...busy].filter((day) => day >= addDays(first, -loadDays) && day <= addDays(last, loadDays))
      : [];
  return {
    clashes: days.filter((day) => busy.has(day)).length,
    away: days.filter((day) => away.some((time) => isAwayAt(time, { day, ...hours }))).length,
    load: around.length,
  };
}

/** How a trainer fits a plan that has no sessions yet. @param then how their time does; null where that is not known. */
export function fitOfPlan(trainer: TrainerToPlan, plan: PlanToTeach, then: TimeThen | null): Fit {
  const { moduleIds, languages } = plan;
  return {
    modules: { known: moduleIds.filter((id) => trainer.can.includes(id)).length, all: moduleIds.length },
    speaks: languages.includes(trainer.language),
    near: nearTo(plan, trainer),
    ...(then ?? { clashes: 0, away: 0, load: 0 }),
  };
}
