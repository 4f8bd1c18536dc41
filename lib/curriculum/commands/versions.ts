import type { Context } from "../../acts/context";
import { coursesTeaching } from "../../courses/store";
import { fault } from "../../faults";
import { edited, type Locale } from "../../i18n/rules";
import { eachLanguage } from "../../languageFields";
import { countryRow } from "../../places/store";
import { refuse, refuseAt } from "../../result";
import { renamedModules } from "../../timetable/store/renamed";
import { inOrder, isOtherCurriculum } from "../rules";
import type { ModuleRow } from "../schema";
import {
  clearPositions,
  insertModule,
  insertVersion,
  isVersionTaken,
  modulesOf,
  setModule,
  setVersion,
  type ToolVersionRow,
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

/** What modules are called by their keys, to compare: code and title. */
const calledIn = (rows: ReturnType<typeof modulesOf>) =>
  new Map(rows.map(({ id, code, title }) => [id, JSON.stringify([code, title])]));

type Rows = { modules: readonly ModuleRow[]; ownLanguage: Locale };

/** The rows of a form in their order, each with the module that it is of. What the form does not name stays behind them. */
function ordered(kept: ReturnType<typeof modulesOf>, { modules: rows }: Rows) {
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
  return [...inOrder(given), ...rest].map(({ id, row }) => ({
    before: id === null ? null : known.get(id)!,
    row,
  }));
}

/** A module as its row says it; as it was where the form does not name it. */
const columnsOf = (
  cx: Context,
  before: ReturnType<typeof modulesOf>[number] | null,
  row: ModuleRow | null,
  ownLanguage: Locale,
) =>
  row && {
    code: row.code ?? "",
    title: edited(before?.title ?? null, ownLanguage, eachLanguage(row, "title")),
    minutes: row.minutes,
    publishedCode: row.publishedCode === (row.code ?? "") ? null : row.publishedCode,
    retiredAt: row.retired ? (before?.retiredAt ?? cx.now) : null,
  };

/** Puts the rows of a form into a version, in their order. */
export function putModules(cx: Context, toolVersionId: number, input: Rows): void {
  const kept = modulesOf(cx, toolVersionId);
  const rows = ordered(kept, input);
  const was = calledIn(kept);
  clearPositions(cx, toolVersionId);
  for (const [i, { before, row }] of rows.entries()) {
    const position = i + 1;
    const columns = columnsOf(cx, before, row, input.ownLanguage);
    if (before) setModule(cx, before.id, { position, ...columns });
    else if (columns) insertModule(cx, { toolVersionId, position, ...columns });
  }
  const after = [...calledIn(modulesOf(cx, toolVersionId))];
  const renamed = after.flatMap(([id, called]) => (called === (was.get(id) ?? called) ? [] : id));
  if (renamed.length > 0) renamedModules(cx, renamed);
}

/** True where the rows of a form make another curriculum of a version that some course teaches. */
export function needsEdition(cx: Context, toolVersionId: number, input: Rows): boolean {
  const kept = modulesOf(cx, toolVersionId);
  const after = ordered(kept, input).map(({ before, row }) => ({
    id: before?.id ?? null,
    minutes: row?.minutes ?? before!.minutes,
    retired: row ? row.retired : before!.retiredAt !== null,
  }));
  if (!isOtherCurriculum(kept, after)) return false;
  const keys = kept.map(({ id }) => id);
  return coursesTeaching(cx, keys).length > 0;
}

/**
 * Puts the rows of a form into a version of its own, which comes in place of this one: courses that teach this one keep it as it
 * is. Within the open transaction.
 * @returns its key.
 */
export function putEdition(
  cx: Context,
  former: ToolVersionRow,
  input: Rows & { versionLabel: string; country: string | null },
): number {
  const rows = ordered(modulesOf(cx, former.id), input);
  setVersion(cx, former.id, { supersededAt: cx.now });
  const toolVersionId = putVersion(cx, former.toolId, input, null);
  setVersion(cx, toolVersionId, { formerId: former.id, retiredAt: former.retiredAt });
  for (const [i, { before, row }] of rows.entries()) {
    const said = columnsOf(cx, before, row, input.ownLanguage);
    const { code, title, minutes, publishedCode, retiredAt } = said ?? before!;
    insertModule(cx, {
      ...{ toolVersionId, position: i + 1, code, title, minutes, publishedCode, retiredAt },
      formerId: before?.id ?? null,
    });
  }
  return toolVersionId;
}
