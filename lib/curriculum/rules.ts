import type { Translated } from "../i18n/rules";

type Retirable = { retiredAt: number | null };
type Edition = Retirable & {
  id?: number;
  formerId?: number | null;
  supersededAt?: number | null;
  modules: (Retirable & { id: number })[];
};
type Offered = Retirable & { versions: Edition[] };

/** Of the versions of a tool those that a course with these modules is planned by: its own curriculum in place of a newer one. */
function editionsFor<V extends Edition>(versions: readonly V[], kept: ReadonlySet<number>): V[] {
  const has = (version: V) => version.modules.some((m) => kept.has(m.id));
  const former = (version: V) => versions.find(({ id }) => id !== undefined && id === version.formerId);
  const older = (version: V): boolean => {
    const before = former(version);
    return before !== undefined && (has(before) || older(before));
  };
  return versions.filter(
    (version) => has(version) || ((version.supersededAt ?? null) === null && !older(version)),
  );
}

/**
 * What a course may choose from: tools, versions and modules that are not retired, and whatever the course has already; of a
 * version whose curriculum changed the one that the course was planned with, else the newest.
 * Versions and tools with nothing to choose are left out.
 */
export function modulesOffered<Tool extends Offered>(
  tools: readonly Tool[],
  kept: ReadonlySet<number>,
): Tool[] {
  return tools
    .map((tool) => ({
      ...tool,
      versions: editionsFor(tool.versions, kept)
        .map((version) => ({
          ...version,
          modules: version.modules.filter(
            (m) =>
              kept.has(m.id) ||
              (tool.retiredAt === null && version.retiredAt === null && m.retiredAt === null),
          ),
        }))
        .filter((version) => version.modules.length > 0),
    }))
    .filter((tool) => tool.versions.length > 0);
}

/** A row as it stood (null where it is new), and the place asked for (null: the last). */
export type Placed = { was: number | null; place: number | null };

/**
 * Rows in the order that was asked for. Of two that want the same place, the one that was moved there gets it: moved up
 * before the one that stands there, moved down after it.
 */
export function inOrder<Row extends Placed>(rows: readonly Row[]): Row[] {
  const rank = ({ was, place }: Row) => {
    if (place === null) return Number.POSITIVE_INFINITY;
    return place + (was === null || place < was ? -0.5 : place > was ? 0.5 : 0);
  };
  return rows
    .map((row, index) => ({ row, index, rank: rank(row) }))
    .sort((a, b) => (a.rank === b.rank ? a.index - b.index : a.rank - b.rank))
    .map(({ row }) => row);
}

/** The code of the module of the tool as published that this is: what counts as one module over all versions and variants. */
export const codeInTool = (module: { code: string; publishedCode: string | null }): string =>
  module.publishedCode ?? module.code;

/** The codes that the modules of a tool have as published, in its versions that are no national variants and are taught today. */
export const publishedCodes = (
  versions: readonly { country: string; supersededAt: number | null; modules: readonly { code: string }[] }[],
): string[] => [
  ...new Set(
    versions.flatMap(({ country, supersededAt, modules }) =>
      country === "" && supersededAt === null ? modules.flatMap(({ code }) => code || []) : [],
    ),
  ),
];

/** What a module is called in a list, in the reader's words: its code, where it has one, and its title. */
export const moduleName = (module: { code: string }, title: string) => `${module.code} ${title}`.trim();

/** True where the text that a reader of this language sees is our translation of a published one. */
export const isOurs = (text: Translated, language: Translated["own"]) =>
  text.ours?.includes(language) ?? false;

/** A module of a curriculum, with the one that it was before. */
export type CurriculumModule = {
  id: number;
  formerId: number | null;
  code: string;
  title: Translated;
  minutes: number;
  retiredAt: number | null;
};

/** True where what is taught is another: other modules, another order, other minutes. Their words may differ. */
export const isOtherCurriculum = (
  before: readonly Pick<CurriculumModule, "id" | "minutes" | "retiredAt">[],
  after: readonly { id: number | null; minutes: number; retired: boolean }[],
): boolean => {
  const taught = before.filter((m) => m.retiredAt === null).map((m) => `${m.id} ${m.minutes}`);
  return taught.join() !== after.flatMap((m) => (m.retired ? [] : `${m.id ?? "new"} ${m.minutes}`)).join();
};

/** What a course that goes on to the newest curriculum gets of its modules, in the order of the new one. */
export type CurriculumChange = {
  /** Each module that the course teaches, with what it is then; null where it is no longer taught. */
  stays: { from: CurriculumModule; to: CurriculumModule | null }[];
  /** Modules that come new; of a course that does not teach the whole tool none. */
  added: CurriculumModule[];
};

/** What each of these modules is then, by its key; null where it is no longer taught. */
export const modulesThen = (changes: readonly CurriculumChange[]): ReadonlyMap<number, number | null> =>
  new Map(changes.flatMap(({ stays }) => stays.map(({ from, to }) => [from.id, to?.id ?? null])));

/**
 * What goes on to what, from the curriculum that a course was planned with to the newest one.
 * @param editions the modules of each curriculum, the course's first and the newest last.
 * @param taught keys of the modules that the course teaches.
 */
export function curriculumChange(
  editions: readonly (readonly CurriculumModule[])[],
  taught: ReadonlySet<number>,
): CurriculumChange {
  const [own = [], ...later] = editions;
  const then = (module: CurriculumModule): CurriculumModule | null =>
    later.reduce<CurriculumModule | null>(
      (at, edition) => (at ? (edition.find((m) => m.formerId === at.id) ?? null) : null),
      module,
    );
  const offered = (module: CurriculumModule | null) => (module?.retiredAt === null ? module : null);
  const stays = own.filter((m) => taught.has(m.id)).map((from) => ({ from, to: offered(then(from)) }));
  const whole = own.every((m) => taught.has(m.id) || m.retiredAt !== null);
  const known = new Set(own.map((m) => then(m)?.id));
  const newest = later.at(-1) ?? [];
  return { stays, added: whole ? newest.filter((m) => m.retiredAt === null && !known.has(m.id)) : [] };
}

/** Of a tool's versions the one that a course in a country usually teaches: the country's own, else the first. */
export const usualVersion = <Version extends { country: string | null }>(
  versions: readonly Version[],
  country: string | undefined,
): Version | undefined =>
  versions.find((version) => version.country !== null && version.country === country) ?? versions[0];

/** The versions of tools of several modules of which every module is chosen, or that are chosen whole. */
export function wholeAmong(
  moduleIds: readonly string[],
  versionOf: Readonly<Record<string, string>>,
  whole: readonly string[] = [],
): string[] {
  const chosen = new Set(moduleIds);
  const all = Object.entries(versionOf);
  return [...new Set(all.map(([, version]) => version))].filter((version) => {
    const modules = all.filter(([, of]) => of === version);
    return whole.includes(version) || (modules.length > 1 && modules.every(([id]) => chosen.has(id)));
  });
}
