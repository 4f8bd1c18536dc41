import type { NextRequest } from "next/server";
import { asking, key, keyIn, text } from "@/app/_server/asked";
import { answerFile, fileLocale } from "@/app/_server/files";
import { periodAsked } from "@/app/_server/periodAsked";
import { tableResponse } from "@/app/_server/tableFile";
import { readersDay } from "@/app/_server/zone";
import { cascadeTable } from "@/app/_words/cascadeTable";
import * as gate from "@/lib/access/gate";
import { trainingsOf } from "@/lib/cascade/queries";
import { mayHaveCascade } from "@/lib/cascade/rules/forest";

const asked = asking({ tool: key, from: text, to: text });

/** `cascade.read`: a training of trainers and all below it with their numbers, each of its own trainers, as its page shows them in totals. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ course: string }> }) {
  return answerFile(request, async (cx) => {
    const course = gate.course(cx, "cascade.read", keyIn((await params).course));
    const { tool, ...days } = await asked(Promise.resolve(Object.fromEntries(request.nextUrl.searchParams)));
    const { period } = periodAsked(days);
    if (!mayHaveCascade(course) || period === null) return null;
    const { heads, rowOf } = cascadeTable(fileLocale(request), "generation");
    const all = trainingsOf(cx, course, { toolId: tool, period });
    const name = `cascade-${course.slug}-${await readersDay(cx)}`;
    return tableResponse(heads, [all].values(), (tot) => [rowOf(tot, tot.generation)], name);
  });
}
