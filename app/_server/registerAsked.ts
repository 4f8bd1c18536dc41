import type { Granted, Reach } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { courseLanguages } from "@/lib/i18n/rules";
import { fromEachDay, type ProgrammeDays, programmeList } from "@/lib/programmes/queries";
import { stages } from "@/lib/stages/rules/stage";
import { registerChoices } from "@/lib/trainers/queries";
import { certifications, endsWithin, trainerOrders, withinMonths } from "@/lib/trainers/rules";
import { asking, key, oneOf, pageKey, query, type SearchParams, text } from "./asked";

/** What the address of the register of trainers says. */
export const registerFilters = {
  q: query,
  programme: key,
  certification: oneOf(certifications),
  stage: oneOf([...stages, "none"] as const),
  tool: text,
  module: text,
  language: oneOf(courseLanguages),
  country: text,
  governorate: text,
  place: text,
  within: oneOf(withinMonths),
  sort: oneOf(trainerOrders),
};
const asked = asking({ ...registerFilters, after: pageKey("trainers"), deleted: key });

/**
 * What the register of trainers is asked for, by an address: the filter of its query, and what of the address means something
 * to this viewer, by name. The page and its file read it alike.
 */
export async function registerAsked(
  cx: Context,
  reach: Granted<Reach, "trainers.read">,
  days: ProgrammeDays,
  searchParams: SearchParams,
) {
  const { q, after, deleted, ...said } = await asked(searchParams);
  const programmes = programmeList(cx, reach);
  const programme = programmes.find(({ id }) => id === said.programme)?.id ?? null;
  const choices = registerChoices(cx, reach, programme);
  const tool = choices.tools.find(({ code }) => code === said.tool);
  const place = choices.places.find(({ typed }) => said.place !== null && typed.includes(said.place));
  const ways = {
    ...{ stage: said.stage, language: said.language, within: said.within },
    tool: tool?.code ?? null,
    module: tool?.modules.find((code) => code === said.module) ?? null,
    country: choices.countries.find((code) => code === said.country) ?? null,
    governorate: choices.governorates.find((code) => code === said.governorate) ?? null,
    place: place?.typed[0] ?? null,
  };
  const { within } = ways;
  return {
    ...{ q, after, deleted, programmes, programme, choices, ways },
    certification: said.certification,
    sort: said.sort,
    filter: {
      ...{ q: q.q, programme, certification: said.certification, order: said.sort, after: after.at },
      ...{ stage: ways.stage, toolId: tool?.id ?? null, module: ways.module, language: ways.language },
      ...{ country: ways.country, governorate: ways.governorate, place: place?.typed ?? null },
      endsBy: within && fromEachDay(days, (day) => endsWithin(day, within)),
    },
  };
}
