import type { NextRequest } from "next/server";
import { answerFile, fileLocale } from "@/app/_server/files";
import { registerAsked } from "@/app/_server/registerAsked";
import { tableResponse } from "@/app/_server/tableFile";
import { readersDay } from "@/app/_server/zone";
import { registerTable } from "@/app/_words/trainerTable";
import * as gate from "@/lib/access/gate";
import { programmeDays } from "@/lib/programmes/queries";
import { wholeRegister } from "@/lib/trainers/queries";

/** `trainers.read`: the register of trainers as its page shows it, all of it, narrowed as the address says. */
export async function GET(request: NextRequest) {
  return answerFile(request, async (cx) => {
    const reach = gate.reach(cx, "trainers.read");
    const today = await readersDay(cx);
    const days = programmeDays(cx);
    const said = Promise.resolve(Object.fromEntries(request.nextUrl.searchParams));
    const { q, filter, programme } = await registerAsked(cx, reach, days, said);
    // A programme that is not theirs is not there: a file of all others would be taken for its own.
    const foreign = Boolean(request.nextUrl.searchParams.get("programme")) && programme === null;
    if (q.fault || foreign) return null;
    const { heads, rowsOf } = registerTable(fileLocale(request));
    const pages = wholeRegister(cx, reach, filter, today, days);
    return tableResponse(heads, pages, rowsOf, `cascade-trainers-${today}`);
  });
}
