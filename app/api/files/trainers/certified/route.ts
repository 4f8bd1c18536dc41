import type { NextRequest } from "next/server";
import { certifiedAsked } from "@/app/_server/certifiedAsked";
import { answerFile, fileLocale } from "@/app/_server/files";
import { tableResponse } from "@/app/_server/tableFile";
import { readersDay } from "@/app/_server/zone";
import { certifiedTable } from "@/app/_words/trainerTable";
import * as gate from "@/lib/access/gate";
import { allCertifiedOnDay } from "@/lib/stages/queries/certifiedOn";

/** `trainers.read`: everybody who was certified on a day, as its page shows them. */
export async function GET(request: NextRequest) {
  return answerFile(request, async (cx) => {
    const reach = gate.reach(cx, "trainers.read");
    const said = Promise.resolve(Object.fromEntries(request.nextUrl.searchParams));
    const { tool, wrong, day, modules, country } = await certifiedAsked(cx, await readersDay(cx), said);
    if (!tool || wrong) return null;
    const { heads, rowOf } = certifiedTable(fileLocale(request));
    const pages = allCertifiedOnDay(cx, reach, { day, toolId: tool.id, modules, country });
    return tableResponse(heads, pages, (row) => [rowOf(row)], `cascade-certified-${tool.code}-${day}`);
  });
}
