import * as z from "zod";
import * as gate from "@/lib/access/gate";
import type { Context } from "@/lib/acts/context";
import { toolsToday } from "@/lib/curriculum/queries";
import { countriesInUse } from "@/lib/places/queries";
import { someCertifiedOn } from "@/lib/stages/queries/certifiedOn";
import { isCivilDay } from "@/lib/time/civil";
import { readDay } from "@/lib/time/typed";
import { asking, key, pageKey, type SearchParams, text } from "./asked";

const codes = z
  .union([z.string(), z.array(z.string())])
  .transform((said) =>
    [said]
      .flat()
      .flatMap((some) => some.split(","))
      .filter(Boolean)
      .slice(0, 50),
  )
  .catch([]);
const asked = asking({ day: text, tool: key, modules: codes, country: text, after: pageKey("certified") });

/** The first of these tools for which somebody was certified on a day; undefined where nobody was for any. */
const firstHeld = <Tool extends { id: number }>(cx: Context, tools: readonly Tool[], day: string) =>
  tools.find(({ id: toolId }) =>
    someCertifiedOn(cx, gate.reach(cx, "trainers.read"), { day, toolId, modules: [], country: null }),
  );

/**
 * Who was certified on which day an address asks for: the day (today where it says none), tool (where it says none, one that
 * somebody was certified for), modules and country, with what
 * can be chosen. The page and its file read it alike. `wrong`: what was typed is no day; `typed` keeps it.
 */
export async function certifiedAsked(cx: Context, today: string, searchParams: SearchParams) {
  const said = await asked(searchParams);
  const tools = toolsToday(cx);
  const typed = readDay(said.day ?? "");
  const isDay = isCivilDay(typed);
  const day = isDay ? typed : today;
  const tool = tools.find(({ id }) => id === said.tool) ?? firstHeld(cx, tools, day) ?? tools[0];
  // A tool that is one module has no code for it, and nothing to choose.
  const codesOfTool = tool?.versions.flatMap(({ modules }) => modules.map(({ code }) => code)) ?? [];
  const offered = [...new Set(codesOfTool)].filter(Boolean);
  const countries = countriesInUse(cx);
  return {
    ...{ tools, tool, offered, countries, after: said.after.at, wrong: Boolean(said.day) && !isDay },
    day,
    typed: said.day ? typed : today,
    modules: offered.filter((code) => said.modules.includes(code)),
    country: countries.find((code) => code === said.country) ?? null,
  };
}
