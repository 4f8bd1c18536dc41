import type { Translated } from "../i18n/rules";
import { quarterOf, quartersUpTo } from "../programmes/rules/numbers";
import type { LedgerCatalogue, modulesOfTools } from "../stages/rules/ledger";
import { type Certified, isCertifiedOn, isLapsedOn } from "../stages/rules/register";
import { addMonths } from "../time/zone";

/** What a trainer did with a module: taught it in sessions that were held, completed it as a participant, or neither. */
export type ModuleStand = "taught" | "completed" | "none";

/** The modules of a tool as a trainer stands to each: those of all its versions and variants, each once. */
export type ToolStand = {
  /** Place in the catalogue. */
  position: number;
  code: string;
  title: Translated;
  modules: { code: string; stand: ModuleStand }[];
};

/**
 * How a trainer stands to the modules of each tool of which they taught or completed any, in the order of the catalogue. A
 * module counts in whichever version it was: what was taught is further than what was completed.
 * @param of which module of its tool each one is (`modulesOfTools`).
 */
export function toolsOf(
  catalogue: LedgerCatalogue,
  of: ReturnType<typeof modulesOfTools>,
  taught: ReadonlySet<number>,
  completed: ReadonlySet<number>,
): ToolStand[] {
  return catalogue.flatMap(({ code, title, versions }, position) => {
    const stands = new Map<string, ModuleStand>();
    for (const { id } of versions.flatMap((version) => version.modules)) {
      const module = of.get(id)!.code;
      const before = stands.get(module) ?? "none";
      const now = taught.has(id) ? "taught" : completed.has(id) ? "completed" : "none";
      stands.set(module, now === "none" || before === "taught" ? before : now);
    }
    const modules = [...stands].map(([of, stand]) => ({ code: of, stand }));
    return modules.some(({ stand }) => stand !== "none") ? [{ position, code, title, modules }] : [];
  });
}

/** In how many courses somebody trained in each of the last eight quarters, the oldest first. */
export function coursesByQuarter(days: readonly (string | null)[], today: string): number[] {
  const quarters = quartersUpTo(today, 8);
  const counts = quarters.map(() => 0);
  for (const day of days) {
    const at = day === null ? -1 : quarterOf(day, quarters);
    if (at >= 0) counts[at]! += 1;
  }
  return counts;
}

/** What a certification as a trainer is on a civil day. */
export const certifications = ["valid", "suspended", "expired", "none"] as const;
export type Certification = (typeof certifications)[number];

/**
 * What somebody's certification is, by where they are with each tool, each on a civil day of its own: valid where one of them
 * holds, else suspended where one is, expired where one held and none is; `until`: the last civil day of that which holds, or
 * held, the longest.
 */
export function certificationOn<Way extends Certified>(
  dayOf: (way: Way) => string,
  ways: readonly Way[],
): { certification: Certification; until: string | null } {
  const latest = (some: readonly Certified[]) =>
    some.reduce<string | null>(
      (last, { validUntil }) => (validUntil !== null && validUntil > (last ?? "") ? validUntil : last),
      null,
    );
  const valid = ways.filter((way) => isCertifiedOn(way, dayOf(way)));
  if (valid.length > 0) return { certification: "valid", until: latest(valid) };
  if (ways.some(({ stage }) => stage === "suspended")) return { certification: "suspended", until: null };
  const lapsed = ways.filter((way) => isLapsedOn(way, dayOf(way)));
  return { certification: lapsed.length > 0 ? "expired" : "none", until: latest(lapsed) };
}

/** What trainers can be put in order by besides their names: the most courses, or the last one, first. */
export const trainerOrders = ["courses", "last"] as const;
export type TrainerOrder = (typeof trainerOrders)[number];

type Work = { id: number; courses: number; lastOn: string | null };

/** What an order goes by, as the address of a page says it. */
export const orderedBy = (order: TrainerOrder, work: Work): string =>
  order === "courses" ? String(work.courses) : (work.lastOn ?? "");

/** Trainers who are given by name, in another order; those of a page that begins after one of them. */
export function inOrderOfWork<T extends Work>(
  byName: readonly T[],
  order: TrainerOrder,
  after: { name: string; id: number } | null,
): T[] {
  const place = new Map(byName.map(({ id }, at) => [id, at]));
  const further = (a: string, b: string) =>
    order === "courses" ? Number(b) - Number(a) : b.localeCompare(a);
  const compare = (value: string, id: number, work: T) =>
    further(value, orderedBy(order, work)) || (place.get(id) ?? -1) - place.get(work.id)!;
  const sorted = [...byName].sort((a, b) => compare(orderedBy(order, a), a.id, b));
  return after === null ? sorted : sorted.filter((work) => compare(after.name, after.id, work) < 0);
}

/** Within how many months a certification ends, as the register can be narrowed. */
export const withinMonths = ["1", "3", "6", "12"] as const;
export type WithinMonths = (typeof withinMonths)[number];

/** The last civil day on which a certification ends that ends within so many months. */
export const endsWithin = (today: string, months: WithinMonths): string => addMonths(today, Number(months));
