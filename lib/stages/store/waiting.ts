import { type SQL, sql } from "drizzle-orm";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";

/** Condition on `e`, an entry of these programmes: a recommendation that nobody answered or struck out. */
const waits = (programmes: Programmes): SQL =>
  sql`e.kind = 'recommended' ${programmes === "all" ? sql`` : sql`and e.programme_id in (select value from json_each(${JSON.stringify(programmes)}))`} and not exists (select 1 from stage_events as a where a.of_id = e.id and a.kind in ('returned', 'refused', 'approved', 'struck'))`;

/** How many recommendations of these programmes wait for an answer. */
export const countWaiting = (cx: Context, programmes: Programmes): number =>
  cx.db.get<{ n: number }>(sql`select count(*) as n from stage_events as e where ${waits(programmes)}`)?.n ??
  0;

/** Keys of the recommendations that wait for an answer, those that wait longest first. */
export const waitingKeys = (cx: Context, programmes: Programmes, most: number): number[] =>
  cx.db
    .all<{ id: number }>(
      sql`select e.id from stage_events as e where ${waits(programmes)} order by e.id limit ${most}`,
    )
    .map(({ id }) => id);
