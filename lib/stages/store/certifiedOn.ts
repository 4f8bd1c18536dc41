import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { standings } from "@/db/schema/stages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { hadCertificationOn } from "../../certificates/store/ofPerson";
import { personView } from "../../people/store";
import { everCertifiedStages } from "../rules/asOf";

/**
 * Who may have been certified for a tool on a civil day in one of these programmes, in the order of their names: with each
 * programme. Of everybody whose way got so far, those of whom something was decided by then that reached to that day.
 */
export const perhapsCertifiedOn = (
  cx: Context,
  {
    day,
    toolId,
    country,
    programmes,
  }: { day: string; toolId: number; country: string | null; programmes: Programmes },
): { personId: number; programmeId: number }[] =>
  cx.db
    .select({ personId: standings.personId, programmeId: standings.programmeId })
    .from(standings)
    .innerJoin(personView, eq(personView.id, standings.personId))
    .where(
      and(
        eq(standings.toolId, toolId),
        programmes === "all" ? undefined : inArray(standings.programmeId, [...programmes]),
        inArray(standings.stage, [...everCertifiedStages]),
        country === null ? undefined : eq(personView.country, country),
        or(
          sql`exists (select 1 from stage_events as decided where decided.person_id = ${standings.personId} and decided.tool_id = ${standings.toolId} and decided.programme_id = ${standings.programmeId} and decided.day <= ${day} and decided.until >= ${day})`,
          hadCertificationOn(standings.personId, day),
        ),
      ),
    )
    .orderBy(asc(personView.sortName), asc(standings.personId), asc(standings.programmeId))
    .all();
