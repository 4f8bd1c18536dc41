import type { Granted, Reach } from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { toolsToday } from "@/lib/curriculum/queries";
import { programmeList } from "@/lib/programmes/queries";
import { asking, key, type SearchParams, text } from "./asked";
import { periodAsked } from "./periodAsked";

const asked = asking({
  programme: key,
  country: text,
  tool: key,
  year: key,
  from: text,
  to: text,
  after: key,
});

/** A key as an address says it. */
const said = (value: number | null) => (value === null ? null : String(value));

/**
 * What a list of cascades is asked for, by an address: which first trainings, the period, and what of the address means something to this
 * viewer, by name (`chosen`). The page and its file read it alike.
 */
export async function cascadeAsked(
  cx: Context,
  reach: Granted<Reach, "cascade.read">,
  searchParams: SearchParams,
) {
  const { after, from, to, ...wanted } = await asked(searchParams);
  const programmes = programmeList(cx, reach);
  const tools = toolsToday(cx);
  const filter = {
    programme: programmes.find(({ id }) => id === wanted.programme)?.id ?? null,
    country: wanted.country && /^[A-Z]{2}$/.test(wanted.country) ? wanted.country : null,
    toolId: tools.find(({ id }) => id === wanted.tool)?.id ?? null,
    year: wanted.year && wanted.year < 10_000 ? wanted.year : null,
  };
  const chosen = {
    programme: said(filter.programme),
    country: filter.country,
    tool: said(filter.toolId),
    year: said(filter.year),
  };
  return { after, filter, chosen, programmes, tools, asks: periodAsked({ from, to }) };
}
