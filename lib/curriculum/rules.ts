import type { Translated } from "../i18n/rules";

type Retirable = { retiredAt: number | null };
type Offered = Retirable & { versions: (Retirable & { modules: (Retirable & { id: number })[] })[] };

/**
 * What a course may choose from: tools, versions and modules that are not retired, and whatever the course has already.
 * Versions and tools with nothing to choose are left out.
 */
export function modulesOffered<Tool extends Offered>(
  tools: readonly Tool[],
  kept: ReadonlySet<number>,
): Tool[] {
  return tools
    .map((tool) => ({
      ...tool,
      versions: tool.versions
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

/** What a module is called in a list, in the reader's words: its code, where it has one, and its title. */
export const moduleName = (module: { code: string }, title: string) => `${module.code} ${title}`.trim();

/** True where the text that a reader of this language sees is our translation of a published one. */
export const isOurs = (text: Translated, language: Translated["own"]) =>
  text.ours?.includes(language) ?? false;
