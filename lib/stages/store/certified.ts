import { and, countDistinct, eq, gte, inArray, sql } from "drizzle-orm";
import { standings } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { certifiedStages } from "../rules/asOf";

/** Condition on a standing: by it somebody is certified on a civil day, as a master trainer too. */
const certifiedOn = (day: string) =>
  and(inArray(standings.stage, [...certifiedStages]), gte(standings.validUntil, day));

/** For which tools each of these people is certified on a civil day, as it is kept, in whichever programme. */
export const certifiedAmong = (cx: Context, personIds: readonly number[], day: string) =>
  cx.db
    .selectDistinct({ personId: standings.personId, toolId: standings.toolId })
    .from(standings)
    .where(
      and(
        sql`${standings.personId} in (select value from json_each(${JSON.stringify(personIds)}))`,
        certifiedOn(day),
      ),
    )
    .all();

/** How many people are certified on a civil day in a programme, as it is kept: for whichever of the tools, each once. */
export const countCertified = (cx: Context, programmeId: number, day: string): number =>
  cx.db
    .select({ people: countDistinct(standings.personId) })
    .from(standings)
    .where(and(eq(standings.programmeId, programmeId), certifiedOn(day)))
    .get()!.people;
