import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { registerConsents } from "@/db/schema/register";
import { standings } from "@/db/schema/stages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import type { Locale } from "../../i18n/rules";
import type { After } from "../../people/rules";
import { beyond, inNames, isThere, type Whereabouts } from "../../people/store/named";
import { dayOnIn, type OnDay } from "../../programmes/store/days";
import { certifiedStages, type StageAsked } from "../rules/register";
import { type Stage, stages } from "../rules/stage";
import { certifiedOn } from "./certified";

/** What ways are narrowed by. `module`: the code of one of the tool's; `endsBy`: certified, and until no later than that civil day. */
export type WayFilter = {
  stage?: StageAsked | null;
  toolId?: number | null;
  module?: string | null;
  endsBy?: OnDay | null;
};

/** The column with the codes of the modules that a standing is of. */
const scope = sql.identifier(standings.modules.name);

/** Condition on `s`, a standing: one way of which all of a filter holds. */
export function fitting({ stage, toolId, module, endsBy }: WayFilter): SQL {
  const all = [
    stage ? sql`s.stage = ${stage}` : null,
    toolId ? sql`s.tool_id = ${toolId}` : null,
    module ? sql`exists (select 1 from json_each(s.${scope}) as m where m.value = ${module})` : null,
    endsBy
      ? sql`s.stage in ${certifiedStages} and s.valid_until <= ${dayOnIn(endsBy, sql`s.programme_id`)}`
      : null,
  ].flatMap((condition) => condition ?? []);
  return all.length === 0 ? sql`1` : sql.join(all, sql` and `);
}

const ofProgrammes = (of: Programmes): SQL => (of === "all" ? sql`1` : sql`s.programme_id in ${of}`);

/** Select of the keys (`id`) of those who are anything on the way in these programmes, with a way that fits. */
export const onTheWay = (of: Programmes, filter: WayFilter): SQL =>
  sql`select distinct s.person_id as id from ${standings} as s where ${ofProgrammes(of)} and ${fitting(filter)}`;

/** A page of those who are anything on the way in these programmes, with a way that fits, in the order of their names, which an index keeps. */
export const onTheWayInOrder = (
  cx: Context,
  of: Programmes,
  filter: WayFilter,
  where: Whereabouts,
  after: After,
  most: number,
): { id: number; sortName: string }[] => {
  const there = isThere(sql`s.person_id`, where);
  return cx.db.all(
    sql`select s.person_id as id, s.sort_name as sortName from ${standings} as s indexed by standings_names where ${beyond(sql`s.sort_name`, sql`s.person_id`, after)} and ${ofProgrammes(of)} and ${fitting(filter)} and ${there ?? sql`1`} group by s.sort_name, s.person_id ${inNames(sql`s.sort_name`, sql`s.person_id`, after)} limit ${most}`,
  );
};

/** The keys of some of those who are anything on the way in these programmes, in no order: so many at most. */
export const someOnTheWay = (cx: Context, of: Programmes, most: number): number[] =>
  cx.db.all<{ id: number }>(sql`${onTheWay(of, {})} limit ${most}`).map(({ id }) => id);

/** Condition on `candidate.id`, a person: on the way in these programmes, with a way that fits. */
export const isOnTheWay = (of: Programmes, filter: WayFilter): SQL =>
  sql`exists (select 1 from ${standings} as s where s.person_id = candidate.id and ${ofProgrammes(of)} and ${fitting(filter)})`;

/** Condition that a person, whose key a query has in a column, is nothing on the way in these programmes. */
const isNotOnTheWay = (of: Programmes, personId: SQL): SQL =>
  sql`not exists (select 1 from ${standings} as s where s.person_id = ${personId} and ${ofProgrammes(of)})`;

/** True of a member of a programme (`m`) who is nothing on the way in these programmes. */
export const memberNotOnTheWay = (of: Programmes): SQL => isNotOnTheWay(of, sql`m.person_id`);

/** Those of the people that a query names by their keys (`id`) who are nothing on the way in these programmes. */
export const keysNotOnTheWay = (of: Programmes, keys: SQL): SQL =>
  sql`select t.id from (${keys}) as t where ${isNotOnTheWay(of, sql`t.id`)}`;

/** True where people of these programmes are on more ways than so many. */
export const moreWaysThan = (cx: Context, of: Programmes, most: number): boolean =>
  cx.db.all(sql`select 1 from ${standings} as s where ${ofProgrammes(of)} limit 1 offset ${most}`).length > 0;

/**
 * How many people of these programmes have a way at each stage that fits: at each of theirs, once. An index of each programme has
 * its people one after the other; of all programmes only that of their names has.
 */
export function countByStage(
  cx: Context,
  of: Programmes,
  filter: Omit<WayFilter, "stage">,
): Partial<Record<Stage, number>> {
  const ways =
    of === "all"
      ? sql`indexed by standings_names where ${fitting(filter)} group by s.sort_name, s.person_id`
      : sql`indexed by standings_people where ${ofProgrammes(of)} and ${fitting(filter)} group by s.person_id`;
  const at = (stage: Stage) => sql.identifier(`at_${stage}`);
  const each = (one: (stage: Stage) => SQL) => sql.join(stages.map(one), sql`, `);
  const row = cx.db.get<Record<string, number | null>>(
    sql`select ${each((stage) => sql`sum(${at(stage)}) as ${at(stage)}`)} from (select ${each(
      (stage) => sql`max(s.stage = ${stage}) as ${at(stage)}`,
    )} from ${standings} as s ${ways})`,
  );
  return Object.fromEntries(
    stages.flatMap((stage) => (row[`at_${stage}`] ? [[stage, row[`at_${stage}`]!]] : [])),
  );
}

/** Where these people are in these programmes, or in any, by standings of which a condition on `s` is true. */
export const standingsAmong = (
  cx: Context,
  of: Programmes,
  personIds: readonly number[],
  condition: SQL = sql`1`,
) =>
  cx.db
    .all<{
      personId: number;
      toolId: number;
      programmeId: number;
      stage: Stage;
      codes: string;
      validUntil: string | null;
      exception: number;
    }>(
      sql`select s.person_id as personId, s.tool_id as toolId, s.programme_id as programmeId, s.stage, s.${scope} as codes, s.valid_until as validUntil, s.by_exception as exception from json_each(${JSON.stringify(personIds)}) as key cross join ${standings} as s on s.person_id = key.value where ${ofProgrammes(of)} and ${condition} order by s.person_id, s.tool_id, s.programme_id`,
    )
    .map(({ codes, exception, ...row }) => ({
      ...row,
      modules: JSON.parse(codes) as string[],
      byException: exception === 1,
    }));

/**
 * Select of the keys (`id`) of those in the public register: who agreed to it and is certified on a civil day.
 * @param since of those alone who agreed to this text, or to a later one.
 */
export const listedKeys = (on: OnDay, toolId: number | null, since = ""): SQL =>
  sql`select c.person_id as id from ${registerConsents} as c where c.revoked_at is null and c.text_version >= ${since} and exists (select 1 from ${standings} as s where s.person_id = c.person_id and ${certifiedOn(on)} and ${fitting({ toolId })})`;

/** True where somebody in the public register is certified for a tool on a civil day. */
export const someListed = (cx: Context, on: OnDay, toolId: number): boolean =>
  cx.db.all(sql`${listedKeys(on, toolId)} limit 1`).length > 0;

/** What these people are certified for on a civil day, wherever. */
export const certifiedAmong = (cx: Context, on: OnDay, personIds: readonly number[]) =>
  standingsAmong(cx, "all", personIds, certifiedOn(on));

/** Addresses in the public register of these people and the text to which each agreed, by their keys. */
export const listingsOf = (
  cx: Context,
  personIds: readonly number[],
): ReadonlyMap<number, { address: string; textVersion: string }> =>
  new Map(
    cx.db
      .all<{ id: number; address: string; textVersion: string }>(
        sql`select c.person_id as id, c.address, c.text_version as textVersion from json_each(${JSON.stringify(personIds)}) as key cross join ${registerConsents} as c on c.person_id = key.value where c.revoked_at is null`,
      )
      .map(({ id, ...listing }) => [id, listing]),
  );

/** Whose address in the public register this is, being certified on a civil day; null for anybody who is not in it. */
export const listedAt = (cx: Context, address: string, on: OnDay): number | null =>
  cx.db.get<{ id: number } | undefined>(
    sql`select id from (${listedKeys(on, null)}) where id = (select person_id from ${registerConsents} where address = ${address} and revoked_at is null)`,
  )?.id ?? null;

/** What somebody agreed to, where they did and did not take it back. */
export const consentOf = (cx: Context, personId: number) =>
  cx.db
    .select()
    .from(registerConsents)
    .where(and(eq(registerConsents.personId, personId), isNull(registerConsents.revokedAt)))
    .get();

/** Keeps that somebody agrees, from now on. */
export const insertConsent = (
  cx: Context,
  consent: { personId: number; address: string; textVersion: string; language: Locale },
): void => {
  cx.db
    .insert(registerConsents)
    .values({ ...consent, givenAt: cx.now })
    .run();
};

/** Keeps that somebody agrees no longer, from now on. */
export const revokeConsentOf = (cx: Context, personId: number): void => {
  cx.db
    .update(registerConsents)
    .set({ revokedAt: cx.now })
    .where(and(eq(registerConsents.personId, personId), isNull(registerConsents.revokedAt)))
    .run();
};
