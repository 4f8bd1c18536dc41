import type { NextRequest } from "next/server";
import { cascadeAsked } from "@/app/_server/cascadeAsked";
import { answerFile, fileLocale } from "@/app/_server/files";
import { tableResponse } from "@/app/_server/tableFile";
import { readersDay } from "@/app/_server/zone";
import { cascadeTable } from "@/app/_words/cascadeTable";
import * as gate from "@/lib/access/gate";
import { wholeCascade } from "@/lib/cascade/queries";

/** `cascade.read`: what came of all first trainings of trainers, as their page shows it in totals, narrowed as the address says. */
export async function GET(request: NextRequest) {
  return answerFile(request, async (cx) => {
    const reach = gate.reach(cx, "cascade.read");
    const said = Promise.resolve(Object.fromEntries(request.nextUrl.searchParams));
    const { filter, asks } = await cascadeAsked(cx, reach, said);
    // A programme that is not theirs is not there: a file of all others would be taken for its own.
    const foreign = Boolean(request.nextUrl.searchParams.get("programme")) && filter.programme === null;
    if (asks.period === null || foreign) return null;
    const { heads, rowOf } = cascadeTable(fileLocale(request), "generations");
    const pages = wholeCascade(cx, reach, filter, asks.period);
    return tableResponse(
      heads,
      pages,
      (tot) => [rowOf(tot, tot.generations)],
      `cascade-${await readersDay(cx)}`,
    );
  });
}
