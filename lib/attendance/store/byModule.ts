import { and, eq, inArray, isNotNull, sum } from "drizzle-orm";
import { attendance } from "@/db/schema/attendance";
import type { Context } from "../../acts/context";
import { sessionView } from "../../timetable/store";

/** Minutes attended in the sessions of each module, by registration and module; what is of no module is left out. */
export function minutesByModule(
  cx: Context,
  registrationIds: readonly number[],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map<number, Map<number, number>>();
  if (registrationIds.length === 0) return found;
  const rows = cx.db
    .select({
      registrationId: attendance.registrationId,
      moduleId: sessionView.moduleId,
      minutes: sum(attendance.minutes).mapWith(Number),
    })
    .from(attendance)
    .innerJoin(sessionView, eq(sessionView.id, attendance.sessionId))
    .where(
      and(inArray(attendance.registrationId, [...new Set(registrationIds)]), isNotNull(sessionView.moduleId)),
    )
    .groupBy(attendance.registrationId, sessionView.moduleId)
    .all();
  for (const { registrationId, moduleId, minutes } of rows) {
    if (moduleId === null) continue;
    const own = found.get(registrationId) ?? new Map<number, number>();
    found.set(registrationId, own.set(moduleId, minutes));
  }
  return found;
}
