import { proposalPartNames } from "../../../db/values/timetable";
import type { PartName } from "./parts";
import type { LeftOver } from "./propose";

const names: readonly string[] = ["module", ...proposalPartNames];

/** What found no room in a proposal, as an address says it: `module-12.90,closing.60`. */
export const leftOverWord = (leftOver: readonly LeftOver[]): string =>
  leftOver
    .map(({ part, moduleId, minutes }) => `${moduleId === null ? part : `${part}-${moduleId}`}.${minutes}`)
    .join(",");

/** The same read again; what makes no sense is passed over. */
export const leftOverIn = (word: string | null): LeftOver[] =>
  (word ?? "").split(",").flatMap((one) => {
    const [, part = "", moduleId, minutes] = /^([a-zA-Z]+)(?:-(\d{1,15}))?\.(\d{1,5})$/.exec(one) ?? [];
    if (!names.includes(part) || part === "people" || (part === "module") !== (moduleId !== undefined))
      return [];
    return [
      { part: part as PartName, moduleId: moduleId ? Number(moduleId) : null, minutes: Number(minutes) },
    ];
  });
