import { type SQL, sql } from "drizzle-orm";
import { stageEvents, standings } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { dayOnIn, type OnDay } from "../../programmes/store/days";
import { certifiedStages } from "../rules/register";

/** The column with the codes of modules, of a standing as of a decision. */
const scope = sql.identifier(standings.modules.name);

/**
 * Condition on `e`: a decision on the way of `s`, a standing, that still holds on a civil day, as far as entries tell without judging the
 * way anew.
 */
const reaches = (day: SQL): SQL =>
  sql`e.person_id = s.person_id and e.tool_id = s.tool_id and e.programme_id = s.programme_id and e.until >= ${day}
    and (e.kind in ('approved', 'renewed', 'master_approved') or (e.kind = 'certified_before' and e.awaits is null))
    and not exists (select 1 from ${stageEvents} as w where w.person_id = e.person_id and w.tool_id = e.tool_id and w.programme_id = e.programme_id and w.id > e.id and (w.kind = 'withdrawn' or (w.kind = 'struck' and w.of_id = e.id)))`;

/**
 * The first end on `s`, a standing, of what holds on a civil day. What is kept is the first end as it was judged: from midnight until
 * the way is judged again that may be over while other modules hold, of which the entries tell.
 */
export const heldUntil = (on: OnDay): SQL => {
  const day = dayOnIn(on, sql`s.programme_id`);
  return sql`case when s.stage in ${certifiedStages} and s.valid_until < ${day} then coalesce((select min(e.until) from ${stageEvents} as e where ${reaches(day)}), s.valid_until) else s.valid_until end`;
};

/** Condition on `s`, a standing: by it somebody is certified on a civil day, as `isCertifiedOn` says of one that was read. */
export const certifiedOn = (on: OnDay): SQL => {
  const day = dayOnIn(on, sql`s.programme_id`);
  return sql`s.stage in ${certifiedStages} and (s.valid_until >= ${day} or exists (select 1 from ${stageEvents} as e where ${reaches(day)}))`;
};

/** Codes of the modules of which tool each of these people is certified for on a civil day, in whichever programme; also from before. */
export const certifiedForAmong = (
  cx: Context,
  personIds: readonly number[],
  on: OnDay,
): { personId: number; toolId: number; code: string }[] => {
  if (personIds.length === 0) return [];
  const day = dayOnIn(on, sql`s.programme_id`);
  const holds = sql`(s.valid_until >= ${day} or exists (select 1 from ${stageEvents} as e where ${reaches(day)} and (e.${scope} is null or exists (select 1 from json_each(e.${scope}) as own where own.value = m.value))))`;
  return cx.db.all(
    sql`select distinct s.person_id as personId, s.tool_id as toolId, m.value as code from ${standings} as s, json_each(s.${scope}) as m where s.person_id in ${[...personIds]} and s.stage in ${certifiedStages} and ${holds}`,
  );
};

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
