import type { Context } from "../../acts/context";
import { fault } from "../../faults";
import { edited, type Locale } from "../../i18n/rules";
import { eachLanguage } from "../../languageFields";
import { countryRow } from "../../places/store";
import { refuse, refuseAt } from "../../result";
import { renamedModules } from "../../timetable/store/renamed";
import { inOrder } from "../rules";
import type { ModuleRow } from "../schema";
import {
  clearPositions,
  insertModule,
  insertVersion,
  isVersionTaken,
  modulesOf,
  setModule,
  setVersion,
} from "../store";

/** Checks label and country of a version and puts it in; gives its key. */
export function putVersion(
  cx: Context,
  toolId: number,
  input: { versionLabel: string; country: string | null },
  toolVersionId: number | null,
): number {
  const country = input.country ?? "";
  if (country && !countryRow(cx, country)) refuseAt({ country: fault("choose") });
  const columns = { toolId, label: input.versionLabel, country };
  if (isVersionTaken(cx, columns, toolVersionId)) refuseAt({ versionLabel: fault("versionTaken") });
  if (toolVersionId === null) return insertVersion(cx, columns);
  setVersion(cx, toolVersionId, columns);
  return toolVersionId;
}

/** The titles of modules by their keys, to compare. */
const titlesOf = (rows: ReturnType<typeof modulesOf>) =>
  new Map(rows.map(({ id, title }) => [id, JSON.stringify(title)]));

/** Puts the rows of a form into a version, in their order. What the form does not name stays behind them. */
export function putModules(
  cx: Context,
  toolVersionId: number,
  { modules: rows, ownLanguage }: { modules: readonly ModuleRow[]; ownLanguage: Locale },
): void {
  const kept = modulesOf(cx, toolVersionId);
  const known = new Map(kept.map((m) => [m.id, m]));
  if (rows.some(({ id }) => id !== null && !known.has(id))) refuse("notFound");
  const given = rows.map((row) => ({
    id: row.id,
    row,
    was: row.id === null ? null : known.get(row.id)!.position,
    place: row.position,
  }));
  const named = new Set(rows.map(({ id }) => id));
  const rest = kept
    .filter((m) => !named.has(m.id))
    .map((m) => ({ id: m.id, row: null, was: null, place: null }));
  const titles = titlesOf(kept);
  clearPositions(cx, toolVersionId);
  for (const [i, { id, row }] of [...inOrder(given), ...rest].entries()) {
    const position = i + 1;
    const before = id === null ? null : known.get(id)!;
    const columns = row && {
      code: row.code ?? "",
      title: edited(before?.title ?? null, ownLanguage, eachLanguage(row, "title")),
      minutes: row.minutes,
      retiredAt: row.retired ? (before?.retiredAt ?? cx.now) : null,
    };
    if (before) setModule(cx, before.id, { position, ...columns });
    else if (columns) insertModule(cx, { toolVersionId, position, ...columns });
  }
  const renamed = modulesOf(cx, toolVersionId).filter(({ id, title }) =>
    titles.has(id) ? titles.get(id) !== JSON.stringify(title) : false,
  );
  if (renamed.length > 0)
    renamedModules(
      cx,
      renamed.map(({ id }) => id),
    );
}
