import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { stageEvents } from "@/db/schema/stages";
import type { Context } from "../../acts/context";
import { latinNameOf, namedBy, nameOf } from "../../people/store";

export type StageEventRow = typeof stageEvents.$inferSelect;

/** What is to be entered: who and when the context says. */
export type NewStageEvent = Pick<StageEventRow, "personId" | "toolId" | "programmeId" | "kind" | "day"> &
  Partial<
    Pick<
      StageEventRow,
      | "ofId"
      | "awaits"
      | "courseId"
      | "modules"
      | "until"
      | "exception"
      | "words"
      | "rubric"
      | "certificateId"
    >
  >;

/** Something that was entered, as it is within the open transaction. */
export const stageEventRow = (cx: Context, eventId: number): StageEventRow | undefined =>
  cx.db.select().from(stageEvents).where(eq(stageEvents.id, eventId)).get();

const eventsWhere = (cx: Context, is: SQL) =>
  cx.db
    .select({
      ...getTableColumns(stageEvents),
      by: nameOf(stageEvents.enteredBy),
      byLatin: latinNameOf(stageEvents.enteredBy),
    })
    .from(stageEvents)
    .where(is)
    .orderBy(asc(stageEvents.id))
    .all()
    .map(({ by, byLatin, ...row }) => ({ ...row, by: namedBy(by, byLatin) }));

/** All that was entered of these people, in the order in which it was, with who entered it. */
export const stageEventsOf = (cx: Context, personIds: readonly number[]) =>
  eventsWhere(cx, inArray(stageEvents.personId, [...personIds]));

/** What was entered under these keys, in the same order. */
export const stageEventsAt = (cx: Context, keys: readonly number[]) =>
  eventsWhere(cx, inArray(stageEvents.id, [...keys]));

/** Those of these people of whom more than one thing was decided, or a certification from before was entered. */
export const decidedTwice = (cx: Context, personIds: readonly number[]): number[] =>
  personIds.length === 0
    ? []
    : cx.db
        .select({ personId: stageEvents.personId })
        .from(stageEvents)
        .where(
          and(
            inArray(stageEvents.personId, [...personIds]),
            inArray(stageEvents.kind, ["approved", "renewed", "master_approved", "certified_before"]),
          ),
        )
        .groupBy(stageEvents.personId)
        .having(sql`count(*) > 1 or max(${stageEvents.kind} = 'certified_before')`)
        .all()
        .map(({ personId }) => personId);

export type StageEvent = ReturnType<typeof stageEventsOf>[number];

/** Enters something; gives the key. */
export const insertStageEvent = (cx: Context, row: NewStageEvent): number =>
  cx.db
    .insert(stageEvents)
    .values({ ...row, enteredBy: cx.viewer.personId, enteredAt: cx.now })
    .returning({ id: stageEvents.id })
    .get().id;

/** Certificates by their keys, and whose they are: entries are found by their people, for an index has those together. */
export type Papers = readonly { before: number; personId: number }[];

const keysAs = (keys: readonly number[]) =>
  sql`(select value from json_each(${JSON.stringify([...new Set(keys)])}))`;

/** Entries (`e`) that are the decisions of these certificates. */
const ofPapers = (papers: Papers) =>
  sql`${keysAs(papers.map(({ personId }) => personId))} as key cross join ${stageEvents} as e on e.person_id = key.value and e.certificate_id in ${keysAs(papers.map(({ before }) => before))}`;

/** The decisions of which these certificates came: on which civil day, and whether by exception; those that are of none are left out. */
export const decisionsOf = (cx: Context, papers: Papers) =>
  cx.db
    .all<{ certificateId: number; day: string; exception: number }>(
      sql`select e.certificate_id as certificateId, e.day, e.exception from ${ofPapers(papers)}`,
    )
    .map(({ exception, ...decision }) => ({ ...decision, exception: exception === 1 }));

/** Of these decisions those that somebody left as they are though something on which they rest was struck out. */
export const leftAsTheyAre = (cx: Context, papers: Papers) =>
  cx.db.all<{ id: number; certificateId: number; personId: number; toolId: number; programmeId: number }>(
    sql`select distinct e.id, e.certificate_id as certificateId, e.person_id as personId, e.tool_id as toolId, e.programme_id as programmeId
      from ${ofPapers(papers)}
      cross join ${stageEvents} as s on s.person_id = e.person_id and s.tool_id = e.tool_id and s.programme_id = e.programme_id and s.kind = 'struck' and s.id > e.id
      cross join ${stageEvents} as g on g.of_id = s.id and g.kind = 'signed'
      where not exists (select 1 from ${stageEvents} as x where x.of_id = g.id and x.kind = 'struck')`,
  );

/** Who was certified before in a programme, as somebody confirmed, with the first civil day of it: the day on which they entered there who completed no training. */
export const certifiedBeforeIn = (cx: Context, programmeId: number): { personId: number; day: string }[] =>
  cx.db.all(
    sql`select e.person_id as personId, min(e.day) as day from ${stageEvents} as e where e.programme_id = ${programmeId} and e.kind = 'certified_before'
      and (e.awaits is null or exists (select 1 from ${stageEvents} as a where a.of_id = e.id and a.kind = 'approved'))
      and not exists (select 1 from ${stageEvents} as x where x.of_id = e.id and x.kind = 'struck')
      group by e.person_id order by day, e.person_id`,
  );
