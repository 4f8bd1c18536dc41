import { and, asc, between, eq, gt, gte, inArray, lt, lte, min, ne, type SQL, sql } from "drizzle-orm";
import { stageEvents, standings } from "@/db/schema/stages";
import type { Stage } from "../../../db/values/stages";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { hadCertificationEnding } from "../../certificates/store/ofPerson";
import { isOfProgrammes } from "../../programmes/store";
import type { ProgrammeDays } from "../../programmes/store/days";
import { isTrainerIn } from "../../programmes/store/trainers";
import { certifiedStages } from "../rules/asOf";
import { takenAsTrainer } from "../rules/next";
import { endsLapsed, lapsedWord } from "../rules/reminding";

export type StandingRow = typeof standings.$inferSelect;

/** Where somebody is, as it is judged; of what they were reminded and how their name is ordered is kept apart. */
export type Judged = Omit<StandingRow, "reminded" | "sortName">;

/** Where these people are, as it is kept. */
export const standingsOf = (cx: Context, personIds: readonly number[]): StandingRow[] =>
  cx.db
    .select()
    .from(standings)
    .where(inArray(standings.personId, [...personIds]))
    .orderBy(asc(standings.personId), asc(standings.toolId), asc(standings.programmeId))
    .all();

const keyOf = ({ personId, toolId, programmeId }: Pick<StandingRow, "personId" | "toolId" | "programmeId">) =>
  `${personId} ${toolId} ${programmeId}`;

/** Puts where these people are in the place of what was kept; a row that says the same stays unwritten. */
export function replaceStandings(cx: Context, personIds: readonly number[], rows: readonly Judged[]): void {
  const kept = new Map(standingsOf(cx, personIds).map((row) => [keyOf(row), row]));
  for (const row of rows) {
    const before = kept.get(keyOf(row));
    kept.delete(keyOf(row));
    const fields = Object.keys(row) as (keyof Judged)[];
    if (before && fields.every((field) => JSON.stringify(before[field]) === JSON.stringify(row[field])))
      continue;
    const { personId: _, toolId: __, programmeId: ___, ...said } = row;
    cx.db
      .insert(standings)
      .values(row)
      .onConflictDoUpdate({
        target: [standings.personId, standings.toolId, standings.programmeId],
        set: said,
      })
      .run();
  }
  for (const { personId, toolId, programmeId } of kept.values())
    cx.db
      .delete(standings)
      .where(
        and(
          eq(standings.personId, personId),
          eq(standings.toolId, toolId),
          eq(standings.programmeId, programmeId),
        ),
      )
      .run();
}

/** Some of those who were judged last before the civil day that it is in their programme, the longest ago first. */
export const judgedBefore = (cx: Context, days: ProgrammeDays, most: number): number[] => [
  ...new Set(
    cx.db
      .select({ personId: standings.personId })
      .from(standings)
      .where(
        and(lt(standings.judgedOn, days.span[1]), lt(standings.judgedOn, days.in(standings.programmeId))),
      )
      .orderBy(asc(standings.judgedOn))
      .limit(most)
      .all()
      .map(({ personId }) => personId),
  ),
];

/** Those who are where they are in a programme since a civil day or later. */
export const standingSince = (cx: Context, programmeId: number, day: string): number[] =>
  cx.db
    .selectDistinct({ personId: standings.personId })
    .from(standings)
    .where(and(eq(standings.programmeId, programmeId), gte(standings.since, day)))
    .all()
    .map(({ personId }) => personId);

/** Notes that all with a tool are to be judged anew, whenever they were: its modules are others. */
export function judgeToolAgain(cx: Context, toolId: number): void {
  cx.db.update(standings).set({ judgedOn: "1900-01-01" }).where(eq(standings.toolId, toolId)).run();
}

/** Those of whom something was entered that is about a civil day after one, up to another. */
export const enteredAbout = (cx: Context, after: string, to: string): number[] =>
  cx.db
    .selectDistinct({ personId: stageEvents.personId })
    .from(stageEvents)
    .where(and(gt(stageEvents.day, after), lte(stageEvents.day, to)))
    .all()
    .map(({ personId }) => personId);

/**
 * Keys of those who are certified or were last and of whom something ends between two civil days, whichever of several ends it is; so
 * many after one of them.
 */
export const endingBetween = (
  cx: Context,
  from: string,
  to: string,
  ...[after, most]: [after: number, most: number]
): number[] =>
  cx.db
    .all<{ personId: number }>(
      sql`select distinct s.person_id as personId from ${standings} as s where s.person_id > ${after} and s.stage in ${[...certifiedStages, "lapsed"]}
      and (s.valid_until between ${from} and ${to} or exists (select 1 from ${stageEvents} as e where e.person_id = s.person_id and e.tool_id = s.tool_id and e.programme_id = s.programme_id and e.until between ${from} and ${to}) or ${hadCertificationEnding(sql`s.person_id`, from, to)})
      order by s.person_id limit ${most}`,
    )
    .map(({ personId }) => personId);

/** Keeps of which ends somebody was reminded. */
export function setReminded(
  cx: Context,
  { personId, toolId, programmeId }: Pick<StandingRow, "personId" | "toolId" | "programmeId">,
  reminded: string | null,
): void {
  cx.db
    .update(standings)
    .set({ reminded })
    .where(
      and(
        eq(standings.personId, personId),
        eq(standings.toolId, toolId),
        eq(standings.programmeId, programmeId),
      ),
    )
    .run();
}

/**
 * Those in a programme who hold workshops that a first certification or a renewal asks for, as it is kept: who practise first, then
 * those whose certification ends next or ended last.
 */
export const holdingWorkshopsIn = (cx: Context, programmeId: number, most: number): number[] => [
  ...new Set(
    cx.db
      .select({ personId: standings.personId })
      .from(standings)
      .where(
        and(
          eq(standings.programmeId, programmeId),
          inArray(standings.stage, ["practising", ...certifiedStages, "lapsed", "suspended"]),
        ),
      )
      .orderBy(asc(standings.validUntil), asc(standings.personId))
      .limit(most)
      .all()
      .map(({ personId }) => personId),
  ),
];

/** Condition that what comes next on a way is for trainers of its programme alone, and that whose it is is none. */
const lacksRole = (cx: Context): SQL =>
  and(
    inArray(standings.stage, ["tot_completed", "candidate", "practising"]),
    inArray(standings.nextStep, [...takenAsTrainer]),
    sql`not ${isTrainerIn(cx, standings.personId, standings.programmeId)}`,
  )!;

/**
 * Keys of who in a programme, or of these people there, comes to nothing for want of the role of trainer, as it is kept: so many, the
 * longest there first.
 */
export const lackingRoleIn = (
  cx: Context,
  programmeId: number,
  of: readonly number[] | "all",
  most: number,
): number[] =>
  cx.db
    .select({ personId: standings.personId })
    .from(standings)
    .where(
      and(
        eq(standings.programmeId, programmeId),
        of === "all" ? undefined : inArray(standings.personId, [...of]),
        lacksRole(cx),
      ),
    )
    .groupBy(standings.personId)
    .orderBy(asc(min(standings.since)), asc(standings.personId))
    .limit(most)
    .all()
    .map(({ personId }) => personId);

/** How many such people each of these programmes has that has any, by its key. */
export const countLackingRole = (cx: Context, programmes: Programmes) =>
  new Map(
    cx.db
      .select({
        programmeId: standings.programmeId,
        people: sql<number>`count(distinct ${standings.personId})`,
      })
      .from(standings)
      .where(and(isOfProgrammes(standings.programmeId, programmes), lacksRole(cx)))
      .groupBy(standings.programmeId)
      .all()
      .map(({ programmeId, people }) => [programmeId, people] as const),
  );

/**
 * Certifications in these programmes, of others than this person, that are in one of these stages and end between two civil days; so
 * many, those that end or ended first.
 */
export const endingIn = (
  cx: Context,
  programmes: Programmes,
  but: number,
  { stages, from, to, most }: { stages: readonly Stage[]; from: string; to: string; most: number },
) =>
  cx.db
    .select({
      personId: standings.personId,
      toolId: standings.toolId,
      programmeId: standings.programmeId,
      until: standings.validUntil,
    })
    .from(standings)
    .where(
      and(
        inArray(standings.stage, [...stages]),
        between(standings.validUntil, from, to),
        ne(standings.personId, but),
        programmes === "all" ? undefined : inArray(standings.programmeId, [...programmes]),
      ),
    )
    .orderBy(asc(standings.validUntil), asc(standings.personId), asc(standings.toolId))
    .limit(most)
    .all();

/**
 * Ways in these programmes, of others than this person, that are certified while a module of theirs ended within the last months, as it
 * was told (`remindersOf`): so many, each with the ends that were told to have come, the first one first. What was decided since they
 * were does not show here.
 */
export const endedBeside = (cx: Context, programmes: Programmes, but: number, most: number) =>
  cx.db
    .all<Pick<StandingRow, "personId" | "toolId" | "programmeId" | "reminded">>(
      // The index of these few is named, and asked in its own words.
      sql`select s.person_id as personId, s.tool_id as toolId, s.programme_id as programmeId, s.reminded from ${standings} as s indexed by standings_lapsed
      where s.reminded like ${sql.raw(`'%${lapsedWord}%'`)} and s.stage in ${certifiedStages} and s.person_id <> ${but} and ${isOfProgrammes(sql`s.programme_id`, programmes)}
      order by s.reminded, s.person_id, s.tool_id limit ${most}`,
    )
    .map(({ reminded, ...row }) => ({ ...row, ended: endsLapsed(reminded) }));
