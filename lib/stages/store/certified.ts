import { type SQL, sql } from "drizzle-orm";
import { standings } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { dayOnIn, type OnDay } from "../../programmes/store/days";
import { certifiedStages } from "../rules/register";

/** Condition on `s`, a standing: by it somebody is certified on a civil day, as `isCertifiedOn` says of one that was read. */
export const certifiedOn = (on: OnDay): SQL =>
  sql`s.stage in ${certifiedStages} and s.valid_until >= ${dayOnIn(on, sql`s.programme_id`)}`;

/** Codes of the modules of which tool each of these people is certified for on a civil day, in whichever programme; also from before. */
export const certifiedForAmong = (
  cx: Context,
  personIds: readonly number[],
  on: OnDay,
): { personId: number; toolId: number; code: string }[] =>
  personIds.length === 0
    ? []
    : cx.db.all(
        sql`select distinct s.person_id as personId, s.tool_id as toolId, m.value as code from ${standings} as s, json_each(s.${sql.identifier(standings.modules.name)}) as m where s.person_id in ${[...personIds]} and ${certifiedOn(on)}`,
      );

/** How many people are certified on a civil day in a programme, as it is kept: for whichever of the tools, each once. */
export const countCertified = (cx: Context, programmeId: number, on: OnDay): number =>
  cx.db.get<{ people: number }>(
    sql`select count(distinct s.person_id) as people from ${standings} as s where s.programme_id = ${programmeId} and ${certifiedOn(on)}`,
  ).people;

/** Up to two people who are certified with a tool in a programme on a civil day, as it is kept. */
export const someCertified = (
  cx: Context,
  { toolId, programmeId }: { toolId: number; programmeId: number },
  on: OnDay,
): number[] =>
  cx.db
    .all<{ personId: number }>(
      sql`select s.person_id as personId from ${standings} as s where s.programme_id = ${programmeId} and s.tool_id = ${toolId} and ${certifiedOn(on)} limit 2`,
    )
    .map(({ personId }) => personId);
