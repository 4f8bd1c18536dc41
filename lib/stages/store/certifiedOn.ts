import { type SQL, sql } from "drizzle-orm";
import { standings } from "@/db/schema/stages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { hadCertificationOn, holdsPaperOfTotIn } from "../../certificates/store/ofPerson";
import { worksIn } from "../../programmes/store/countries";
import { everCertifiedStages } from "../rules/asOf";

/** A way that is asked about, in the order of names. */
export type Candidate = { personId: number; programmeId: number; sortName: string };

/** Begins after this way; all begins before any. */
export const fromTheFirst: Candidate = { sortName: "", personId: 0, programmeId: 0 };

/**
 * Who may have been certified for a tool on a civil day in one of these programmes, in the order of their names, so many after
 * one of them: with each programme. Of everybody whose way got so far, those of whom something was decided by then that reached
 * to that day. The order of names is an index's, so that a page reads no more than it shows.
 */
export const perhapsCertifiedOn = (
  cx: Context,
  {
    day,
    toolId,
    country,
    programmes,
  }: { day: string; toolId: number; country: string | null; programmes: Programmes },
  after: Candidate,
  most: number,
): Candidate[] => {
  const decided = sql`exists (select 1 from stage_events as decided where decided.person_id = s.person_id and decided.tool_id = s.tool_id and decided.programme_id = s.programme_id and decided.day <= ${day} and decided.until >= ${day})`;
  const conditions: SQL[] = [
    sql`(s.sort_name, s.person_id, s.programme_id) > (${after.sortName}, ${after.personId}, ${after.programmeId})`,
    sql`s.tool_id = ${toolId}`,
    sql`s.stage in ${everCertifiedStages}`,
    ...(programmes === "all" ? [] : [sql`s.programme_id in ${programmes}`]),
    // Which of the two counts is asked of what is found (`wasIn`): by the training of trainers, where there was one.
    ...(country === null
      ? []
      : [
          sql`(${worksIn(sql`s.programme_id`, country)} or ${holdsPaperOfTotIn(sql`s.person_id`, sql`s.programme_id`, country)})`,
        ]),
    sql`(${decided} or ${hadCertificationOn(sql`s.person_id`, day)})`,
  ];
  return cx.db.all<Candidate>(
    sql`select s.person_id as personId, s.programme_id as programmeId, s.sort_name as sortName from ${standings} as s indexed by standings_names where ${sql.join(conditions, sql` and `)} order by s.sort_name, s.person_id, s.programme_id limit ${most}`,
  );
};
