import { and, asc, eq, inArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { programmeMembers, programmes } from "@/db/schema/programmes";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { mostFound } from "../../names/rules";
import type { After } from "../../people/rules";
import { namedApart, organisationView, personView } from "../../people/store";
import { namedAmong, pageOfFound, peopleNamed } from "../../people/store/named";
import { programmeDays } from "./days";
import { hasNotEnded } from "./roles";

/** Trainers of at most so many are gone through for a name; of more the index of names gives the candidates, in less time. */
const fewTrainers = 1_000;
/** Of so many programmes each is read by itself in the order of names. */
const mostProgrammes = 400;

type Key = { id: number; sortName: string };

/** Condition on `m`, a row of the members: somebody who is a trainer. */
const isTrainer = (cx: Context) =>
  sql`m.role = 'trainer' and (m.ends_on is null or m.ends_on >= ${programmeDays(cx).in(sql`m.programme_id`)})`;

/** Condition that a person is a trainer of a programme now, whose keys a query has in columns. */
export const isTrainerIn = (cx: Context, personId: SQLWrapper, programmeId: SQLWrapper): SQL =>
  sql`exists (select 1 from programme_members as m where m.person_id = ${personId} and m.programme_id = ${programmeId} and ${isTrainer(cx)})`;

/** The same of these programmes, or of any. */
const trains = (cx: Context, of: Programmes) =>
  of === "all" ? isTrainer(cx) : sql`${isTrainer(cx)} and m.programme_id in ${of}`;

/** Keys of trainers in the order of their names: each programme is read where the page begins; `only`: of which a condition on `m` is true. */
export function trainersInOrder(
  cx: Context,
  of: Programmes,
  { name, id }: After,
  most: number,
  only: SQL = sql`1`,
): Key[] {
  const all = (condition: SQL) =>
    sql`select person_id as id, sort_name as sortName from programme_members as m where ${condition} and ${only} and (sort_name, person_id) > (${name}, ${id}) group by sort_name, person_id order by sort_name, person_id limit ${most}`;
  if (of === "all" || of.length > mostProgrammes)
    return cx.db.all<Key>(
      all(of === "all" ? isTrainer(cx) : sql`${isTrainer(cx)} and +m.programme_id in ${of}`),
    );
  const each = of.map((programme) => sql`select * from (${all(trains(cx, [programme]))})`);
  return cx.db.all<Key>(
    sql`select id, sortName from (${sql.join(each, sql` union all `)}) group by sortName, id order by sortName, id limit ${most}`,
  );
}

/** Select of the keys (`id`) of the trainers of these programmes, each once. */
export const trainerKeys = (cx: Context, of: Programmes): SQL =>
  sql`select distinct m.person_id as id from programme_members as m where ${trains(cx, of)}`;

/** True where so few trained these programmes, whoever's role ended too, that their names are gone through: an index alone says it. */
const areFew = (cx: Context, of: Programmes): boolean =>
  cx.db.get<{ many: number }>(
    sql`select count(*) as many from (select 1 from programme_members as m where m.role = 'trainer' and ${of === "all" ? sql`1` : sql`m.programme_id in ${of}`} limit ${fewTrainers + 1})`,
  ).many <= fewTrainers;

/** Keys of trainers with this name, in the order of names; `more`: there are more than a search looks at (`looks`). */
export function trainersFound(
  cx: Context,
  q: string,
  of: Programmes,
  after: After,
  most: number,
  looks = mostFound,
): { keys: Key[]; more: boolean } {
  const found = cx.db.all<{ id: number }>(
    areFew(cx, of)
      ? sql`${namedAmong(sql`select m.person_id as id from programme_members as m where ${trains(cx, of)}`, q)} limit ${looks + 1}`
      : sql`${peopleNamed(q, sql`exists (select 1 from programme_members as m where m.person_id = candidate.id and ${trains(cx, of)})`)} limit ${looks + 1}`,
  );
  return pageOfFound(
    cx,
    found.map((key) => key.id),
    after,
    most,
    looks,
  );
}

/** What the register shows of these people, in the order of their names, with those of these programmes in which they train. */
export function trainersInList(cx: Context, of: Programmes, keys: readonly number[]) {
  if (keys.length === 0) return [];
  return cx.db
    .select({
      id: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      sortName: personView.sortName,
      country: personView.country,
      governorate: personView.governorate,
      organisation: organisationView.organisation,
      programmeIds: sql<string | null>`group_concat(distinct ${programmes.id})`,
    })
    .from(personView)
    .leftJoin(
      programmeMembers,
      and(
        eq(programmeMembers.personId, personView.id),
        eq(programmeMembers.role, "trainer"),
        hasNotEnded(cx),
        of === "all" ? undefined : inArray(programmeMembers.programmeId, [...of]),
      ),
    )
    .leftJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(inArray(personView.id, [...keys]))
    .groupBy(personView.id)
    .orderBy(sql`+${personView.sortName}`, asc(personView.id))
    .all();
}

/** Trainers of these programmes in the order of their names, each with the programme, and where they belong. */
export function trainersOfProgrammes(cx: Context, programmeIds: readonly number[]) {
  if (programmeIds.length === 0) return [];
  return cx.db
    .select({ ...namedApart, programmeId: programmeMembers.programmeId })
    .from(programmeMembers)
    .innerJoin(personView, eq(personView.id, programmeMembers.personId))
    .leftJoin(organisationView, eq(organisationView.organisationId, personView.organisationId))
    .where(
      and(
        eq(programmeMembers.role, "trainer"),
        hasNotEnded(cx),
        inArray(programmeMembers.programmeId, [...programmeIds]),
      ),
    )
    .orderBy(asc(programmeMembers.sortName), asc(programmeMembers.personId))
    .all();
}

/** How many trainers a programme has. */
export const countTrainers = (cx: Context, programmeId: number): number =>
  cx.db
    .select({ trainers: sql<number>`count(*)` })
    .from(programmeMembers)
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        eq(programmeMembers.role, "trainer"),
        hasNotEnded(cx),
      ),
    )
    .get()!.trainers;
