import type { TrainerRole } from "../../../db/values/timetable";
import type { CourseKind } from "../../courses/rules";
import { codeInTool } from "../../curriculum/rules";
import type { PersonsNames, Translated } from "../../i18n/rules";

type CatalogueModule = {
  id: number;
  code: string;
  publishedCode: string | null;
  title: Translated;
  formerId: number | null;
  retiredAt: number | null;
};

/** What the ledger has to know of the catalogue of tools. */
export type LedgerCatalogue = readonly {
  id: number;
  code: string;
  title: Translated;
  versions: readonly {
    country: string;
    supersededAt: number | null;
    modules: readonly CatalogueModule[];
  }[];
}[];

/** A module completed: in a course, with a certificate of participation that stands, or recognised as earlier learning. */
export type Learnt = { moduleId: number; day: string | null } & (
  | {
      by: "course";
      courseId: number;
      course: Translated;
      kind: CourseKind;
      /** Attended in its sessions of this module; null where none of the timetable is its. */
      minutes: number | null;
    }
  | {
      by: "recognition";
      recognitionId: number;
      programmeId: number;
      evidence: string;
      recognisedBy: PersonsNames | null;
      /** When it was entered, an instant in ms. */
      at: number;
    }
);

/** A module taught in a course, in one role; null where a course without a timetable says of its trainers no more. */
export type Taught = {
  moduleId: number;
  /** Civil day of its last session, or of the course's begin. */
  day: string | null;
  courseId: number;
  course: Translated;
  role: TrainerRole | null;
};

/** One module of a tool, in whichever version it was, with all that somebody has to do with it. */
export type ModuleLedger = {
  code: string;
  title: Translated;
  learnt: Learnt[];
  taught: Taught[];
};

/** A tool of which somebody completed or taught a module. */
export type ToolLedger = {
  toolId: number;
  code: string;
  title: Translated;
  modules: ModuleLedger[];
  /** True where all modules of the tool, as it is taught today or in one of its national variants, are completed. */
  complete: boolean;
};

/** The module of a tool that a row of the catalogue is. */
export type ModuleOfTool = { toolId: number; code: string };

/**
 * Which module of its tool each row of the catalogue is, by the row's key: a row that came in place of another one is the same
 * module, called as the newest is; rows of national variants and of other versions are the module of the tool as published that is stated of
 * them, else that of their own code.
 */
export function modulesOfTools(catalogue: LedgerCatalogue): ReadonlyMap<number, ModuleOfTool> {
  const found = new Map<number, ModuleOfTool>();
  for (const tool of catalogue) {
    const all = tool.versions.flatMap(({ modules }) => modules);
    const after = new Map(all.flatMap((module) => (module.formerId ? [[module.formerId, module]] : [])));
    for (const module of all) {
      let newest = module;
      for (let next = after.get(newest.id); next; next = after.get(newest.id)) newest = next;
      found.set(module.id, { toolId: tool.id, code: codeInTool(newest) });
    }
  }
  return found;
}

/** The codes in the tool (`codeInTool`) of its modules in each version that is taught today, the tool as published before its variants. */
export const codesToday = (tool: LedgerCatalogue[number]): string[][] =>
  tool.versions
    .filter(({ supersededAt, modules }) => supersededAt === null && modules.length > 0)
    .sort((a, b) => Number(a.country !== "") - Number(b.country !== ""))
    .map(({ modules }) => modules.filter(({ retiredAt }) => retiredAt === null).map(codeInTool))
    .filter((codes) => codes.length > 0);

/** True where these codes are all that a tool has, in one of the versions of it that are taught today. */
export const isComplete = (tool: LedgerCatalogue[number], codes: ReadonlySet<string>): boolean =>
  codesToday(tool).some((all) => all.every((code) => codes.has(code)));

/** True where these codes are all that a tool has, or had, in one of its versions: what a training of all of it taught. */
export const isWhole = (
  tool: LedgerCatalogue[number],
  of: ReadonlyMap<number, ModuleOfTool>,
  codes: ReadonlySet<string>,
): boolean =>
  tool.versions.some(({ modules }) => {
    const all = modules.filter(({ retiredAt }) => retiredAt === null);
    return all.length > 0 && all.every(({ id }) => codes.has(of.get(id)!.code));
  });

/** The modules of a tool in their order, those that are taught today before what only older versions have. */
function modulesIn(
  tool: LedgerCatalogue[number],
  of: ReadonlyMap<number, ModuleOfTool>,
): Omit<ModuleLedger, "learnt" | "taught">[] {
  const newestFirst = [...tool.versions].sort(
    (a, b) =>
      Number(a.supersededAt !== null) - Number(b.supersededAt !== null) ||
      Number(a.country !== "") - Number(b.country !== ""),
  );
  const titles = new Map<string, Translated>();
  for (const { id, title } of newestFirst.flatMap(({ modules }) => modules)) {
    const { code } = of.get(id)!;
    if (!titles.has(code)) titles.set(code, title);
  }
  return [...titles]
    .map(([code, title]) => ({ code, title }))
    .sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
}

/**
 * What somebody completed and taught of each tool, over all courses, versions, variants and years: the tools of which there
 * is anything, in the order of the catalogue.
 */
export function ledgerOf(
  catalogue: LedgerCatalogue,
  learnt: readonly Learnt[],
  taught: readonly Taught[],
): ToolLedger[] {
  const of = modulesOfTools(catalogue);
  const byDay = (a: { day: string | null }, b: { day: string | null }) =>
    (a.day ?? "").localeCompare(b.day ?? "");
  return catalogue.flatMap((tool) => {
    const is = (code: string) => (row: { moduleId: number }) => {
      const module = of.get(row.moduleId);
      return module?.toolId === tool.id && module.code === code;
    };
    const modules = modulesIn(tool, of).map((module) => ({
      ...module,
      learnt: learnt.filter(is(module.code)).sort(byDay),
      taught: taught.filter(is(module.code)).sort(byDay),
    }));
    if (modules.every((m) => m.learnt.length === 0 && m.taught.length === 0)) return [];
    const done = new Set(modules.flatMap((m) => (m.learnt.length > 0 ? m.code : [])));
    return [
      { toolId: tool.id, code: tool.code, title: tool.title, modules, complete: isComplete(tool, done) },
    ];
  });
}

/** How a module looks in the small grid: taught in how many courses and last in which year, or else completed and when. */
export function markOfModule({ learnt, taught }: Pick<ModuleLedger, "learnt" | "taught">) {
  const year = (rows: readonly { day: string | null }[]) =>
    rows
      .flatMap(({ day }) => day ?? [])
      .reduce<string | null>((last, day) => (day > (last ?? "") ? day : last), null)
      ?.slice(0, 4) ?? null;
  const courses = new Set(taught.map(({ courseId }) => courseId)).size;
  if (courses > 0) return { stand: "taught" as const, times: courses, year: year(taught) };
  return {
    stand: learnt.length > 0 ? ("completed" as const) : ("none" as const),
    times: 0,
    year: year(learnt),
  };
}

/** In which roles somebody taught each course, by its key, the furthest first; a course without a timetable says none. */
export function rolesByCourse(ledger: readonly ToolLedger[]): ReadonlyMap<number, readonly TrainerRole[]> {
  const taught = ledger.flatMap(({ modules }) => modules.flatMap((module) => module.taught));
  const all: readonly TrainerRole[] = ["lead", "co_trainer", "apprentice"];
  return new Map(
    taught.map(({ courseId }) => [
      courseId,
      all.filter((role) => taught.some((one) => one.courseId === courseId && one.role === role)),
    ]),
  );
}
