import { and, countDistinct, eq, gte, inArray, sql } from "drizzle-orm";
import { standings } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { dayOnIn, type OnDay } from "../../programmes/store/days";
import { certifiedStages } from "../rules/asOf";

/** Condition on a standing: by it somebody is certified on a civil day, as a master trainer too. */
const certifiedOn = (on: OnDay) =>
  and(
    inArray(standings.stage, [...certifiedStages]),
    gte(standings.validUntil, dayOnIn(on, standings.programmeId)),
  );

/** For which tools each of these people is certified on a civil day, as it is kept, in whichever programme. */
export const certifiedAmong = (cx: Context, personIds: readonly number[], on: OnDay) =>
  cx.db
    .selectDistinct({ personId: standings.personId, toolId: standings.toolId })
    .from(standings)
    .where(
      and(
        sql`${standings.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
        certifiedOn(on),
      ),
    )
    .all();

/** How many people are certified on a civil day in a programme, as it is kept: for whichever of the tools, each once. */
export const countCertified = (cx: Context, programmeId: number, on: OnDay): number =>
  cx.db
    .select({ people: countDistinct(standings.personId) })
    .from(standings)
    .where(and(eq(standings.programmeId, programmeId), certifiedOn(on)))
    .get()!.people;
