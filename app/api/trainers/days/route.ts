import type { NextRequest } from "next/server";
import { currentContext } from "@/app/_server/context";
import * as gate from "@/lib/access/gate";
import { mayAnywhere } from "@/lib/access/table";
import { isCivilDay, isCivilTime } from "@/lib/time/civil";
import { usualHours } from "@/lib/timetable/rules";
import { timesToPlan } from "@/lib/trainers/queries";

/** The keys in a list. */
const keysIn = (said: string | null) =>
  (said ?? "")
    .split(",")
    .filter((key) => /^\d{1,12}$/.test(key))
    .map(Number);

/** Whoever plans (`course.create`, `workshop.schedule`): how the time of the trainers of their programmes fits the days that they typed. */
export async function GET(request: NextRequest) {
  const cx = await currentContext();
  if (!mayAnywhere(cx.viewer, "course.create") && !mayAnywhere(cx.viewer, "workshop.schedule"))
    return new Response(null, { status: 404 });
  const asked = request.nextUrl.searchParams;
  const planned = gate.planningIn(cx, keysIn(asked.get("programmes")));
  const [here] = gate.coursesAmong(cx, "course.read", keysIn(asked.get("course")).slice(0, 1));
  const days = [...new Set((asked.get("days") ?? "").split(",").filter(isCivilDay))];
  const hours = { startsAt: asked.get("startsAt") ?? "", endsAt: asked.get("endsAt") ?? "" };
  const areHours = isCivilTime(hours.startsAt) && isCivilTime(hours.endsAt);
  const times = timesToPlan(cx, planned, { days, hours: areHours ? hours : usualHours }, here ?? null);
  return Response.json(Object.fromEntries(times), { headers: { "Cache-Control": "private, no-store" } });
}
