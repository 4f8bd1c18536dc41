import type { Translated } from "../i18n/rules";
import { quarterOf, quartersUpTo } from "../programmes/rules/numbers";

/** What a trainer did with a module: taught it in a course that was held, completed it as a participant, or neither. */
export type ModuleStand = "taught" | "completed" | "none";

type Catalogue = readonly {
  code: string;
  title: Translated;
  versions: readonly { modules: readonly { id: number; code: string }[] }[];
}[];

/** The modules of a tool as a trainer stands to each: those of all its versions and variants, by their codes. */
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
 */
export function toolsOf(
  catalogue: Catalogue,
  taught: ReadonlySet<number>,
  completed: ReadonlySet<number>,
): ToolStand[] {
  return catalogue.flatMap(({ code, title, versions }, position) => {
    const stands = new Map<string, ModuleStand>();
    for (const module of versions.flatMap((version) => version.modules)) {
      const before = stands.get(module.code) ?? "none";
      const now = taught.has(module.id) ? "taught" : completed.has(module.id) ? "completed" : "none";
      stands.set(module.code, now === "none" || before === "taught" ? before : now);
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
