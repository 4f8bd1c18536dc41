import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { stageEvents, standings } from "@/db/schema/stages";
import type { StageAwaits } from "../../../db/values/stages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { isOfProgrammes } from "../../programmes/store";

/** The column of the modules that an entry names. */
const scope = sql.identifier(stageEvents.modules.name);

/** Condition on `e`, an entry of these programmes: what somebody else is to decide, and nobody answered or struck out. */
const waits = (programmes: Programmes): SQL =>
  sql`e.kind in ('recommended', 'certified_before') and (e.kind = 'recommended' or e.awaits is not null) and ${isOfProgrammes(sql`e.programme_id`, programmes)} and not exists (select 1 from stage_events as a where a.of_id = e.id and a.kind in ('returned', 'refused', 'approved', 'renewed', 'master_approved', 'struck'))`;

/** What waits for a decision in these programmes and is neither about this person nor their own word, those that wait longest first. */
export const waitingFor = (cx: Context, programmes: Programmes, personId: number, most: number) =>
  cx.db.all<{
    id: number;
    personId: number;
    programmeId: number;
    kind: "recommended" | "certified_before";
    awaits: string | null;
    /** The instant at which it was entered. */
    at: number;
  }>(
    sql`select e.id, e.person_id as personId, e.programme_id as programmeId, e.kind, e.awaits, e.entered_at as at from stage_events as e where ${waits(programmes)} and e.person_id <> ${personId} and e.entered_by is not ${personId} order by e.id limit ${most}`,
  );

/**
 * About whom this person was asked something that they recommended, whatever came of it since, who was asked about last first: so
 * many, of whom `openQuestion` says which question waits.
 */
export const askedAbout = (cx: Context, personId: number, most: number): number[] =>
  cx.db
    .all<{ id: number }>(
      sql`select q.person_id as id from stage_events as r join stage_events as q on q.of_id = r.id
      where r.entered_by = ${personId} and r.kind = 'recommended' and q.kind = 'returned'
      group by q.person_id order by max(q.id) desc limit ${most}`,
    )
    .map(({ id }) => id);

/** What became of something that was sent, or that it waits. */
type Answer = { kind: "refused" | "approved" | "renewed" | "master_approved" | "struck" | null };

/**
 * What this person recommended, or entered as a certification from before, with what became of it: first all that waits, the
 * longest first, then what was answered since an instant (ms), the newest first.
 */
export const sentBy = (cx: Context, personId: number, since: number, most: number) =>
  cx.db.all<
    {
      id: number;
      personId: number;
      toolId: number;
      programmeId: number;
      awaits: StageAwaits | null;
      /** The instant at which it was entered, and answered. */
      at: number;
      answeredAt: number | null;
      answeredBy: number | null;
      words: string | null;
      /** JSON: codes of the modules that it names, and that the answer does. */
      asked: string | null;
      given: string | null;
    } & Answer
  >(
    sql`select r.id, r.person_id as personId, r.tool_id as toolId, r.programme_id as programmeId, r.awaits, r.entered_at as at, a.kind, a.entered_at as answeredAt, a.entered_by as answeredBy, case when a.kind in ('refused', 'struck') then a.words end as words, r.${scope} as asked, a.${scope} as given
      from stage_events as r left join stage_events as a on a.id = (select max(x.id) from stage_events as x where x.of_id = r.id and x.kind in ('returned', 'refused', 'approved', 'renewed', 'master_approved', 'struck'))
      where r.entered_by = ${personId} and (r.kind = 'recommended' or (r.kind = 'certified_before' and r.awaits is not null))
      and (a.id is null or (a.kind <> 'returned' and a.entered_at >= ${since}))
      order by a.id is not null, case when a.id is null then r.id else -r.id end limit ${most}`,
  );

/** The observations that this person wrote and somebody else struck out since an instant (ms), the newest strike first. */
export const struckOf = (cx: Context, personId: number, since: number, most: number) =>
  cx.db.all<{
    id: number;
    personId: number;
    toolId: number;
    programmeId: number;
    courseId: number;
    /** The civil day of the observation. */
    of: string;
    answeredAt: number;
    answeredBy: number | null;
    words: string | null;
  }>(
    sql`select s.id, e.person_id as personId, e.tool_id as toolId, e.programme_id as programmeId, e.course_id as courseId, e.day as "of", s.entered_at as answeredAt, s.entered_by as answeredBy, s.words
      from stage_events as e join stage_events as s on s.of_id = e.id and s.kind = 'struck'
      where e.entered_by = ${personId} and e.kind = 'observation' and s.entered_by is not ${personId} and s.entered_at >= ${since}
      order by s.id desc limit ${most}`,
  );

/**
 * Who in these programmes has met all conditions, of whoever is or was certified those for other modules (`stage`), and waits for a
 * recommendation, as it is kept, who is longest where they are first.
 * @param after how many of them were read already.
 */
export const toRecommendIn = (
  cx: Context,
  programmes: Programmes,
  but: number,
  after: number,
  most: number,
) =>
  cx.db
    .select({
      personId: standings.personId,
      toolId: standings.toolId,
      programmeId: standings.programmeId,
      since: standings.since,
      stage: standings.stage,
    })
    .from(standings)
    .where(
      and(
        eq(standings.nextStep, "recommend"),
        ne(standings.personId, but),
        programmes === "all" ? undefined : inArray(standings.programmeId, [...programmes]),
      ),
    )
    .orderBy(asc(standings.since), asc(standings.personId), asc(standings.toolId))
    .limit(most)
    .offset(after)
    .all();

/** Keys of what waits for a decision, that which waits longest first. */
export const waitingKeys = (cx: Context, programmes: Programmes, most: number): number[] =>
  cx.db
    .all<{ id: number }>(
      sql`select e.id from stage_events as e where ${waits(programmes)} order by e.id limit ${most}`,
    )
    .map(({ id }) => id);

/**
 * The people in these programmes of whose way something was struck out after a decision that may have gone by it, and nobody said
 * anything under the strike since: few, of whom `doubtsIn` says which certification rests on it. `among`: of these people alone.
 */
export const struckAfterDecision = (
  cx: Context,
  programmes: Programmes,
  most: number,
  among: readonly number[] | null = null,
): number[] =>
  cx.db
    .all<{ personId: number }>(
      sql`select distinct s.person_id as personId from stage_events as s join stage_events as e on e.id = s.of_id
      where s.kind = 'struck' and ${isOfProgrammes(sql`s.programme_id`, programmes)}
      and ${among ? sql`s.person_id in (select value from json_each(${JSON.stringify(among)}))` : sql`true`}
      and exists (select 1 from stage_events as d where d.person_id = s.person_id and d.tool_id = s.tool_id and d.programme_id = s.programme_id and d.id > e.id and d.id < s.id and d.kind in ('approved', 'renewed', 'master_approved'))
      and not exists (select 1 from stage_events as g where g.of_id = s.id and g.kind = 'signed' and not exists (select 1 from stage_events as x where x.of_id = g.id and x.kind = 'struck'))
      order by s.person_id limit ${most}`,
    )
    .map(({ personId }) => personId);
