import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import {
  certificateStands,
  certificates,
  courses,
  courseTrainers,
  organisations,
  persons,
  programmeMembers,
  programmes,
  registrations,
} from "@/db/schema";
import { programmeFilter } from "../access/queries";
import type { Context } from "../acts/context";
import { counts } from "../courses/queries";
import { mostFound } from "../names/rules";
import { hasWords, keysNamed } from "../names/store";

const pageSize = 50;
/** Trainers of at most so many are gone through for a name; of more the index of names gives the candidates. */
const fewTrainers = 10_000;
/** Of so many programmes each is read by itself in the order of names. */
const mostProgrammes = 400;

type Key = { id: number };

/** Condition on `m`, a row of the members: a trainer of these programmes, or of any. */
const trains = (of: readonly number[] | null) =>
  of === null ? sql`m.role = 'trainer'` : sql`m.role = 'trainer' and m.programme_id in ${of}`;

/** Keys of trainers in the order of their names after this one: each programme is read where the page begins. */
function keysInOrder(cx: Context, of: readonly number[] | null, after: SQL, most: number): Key[] {
  const all = (condition: SQL) =>
    sql`select person_id as id, sort_name from programme_members as m where ${condition} and (sort_name, person_id) > ${after} group by sort_name, person_id order by sort_name, person_id limit ${most}`;
  if (of === null || of.length > mostProgrammes)
    return cx.db.all<Key>(
      all(of === null ? trains(null) : sql`m.role = 'trainer' and +m.programme_id in ${of}`),
    );
  const each = of.map((programme) => sql`select * from (${all(trains([programme]))})`);
  return cx.db.all<Key>(
    sql`select id from (${sql.join(each, sql` union all `)}) group by sort_name, id order by sort_name, id limit ${most}`,
  );
}

/** Keys of trainers with this name, in the order of names; `more`: there are more than a search looks at. */
function keysFound(cx: Context, q: string, of: readonly number[] | null, after: SQL, most: number) {
  const some = sql`select 1 from programme_members as m where ${trains(of)} limit ${fewTrainers + 1}`;
  const found = cx.db.all<Key>(
    cx.db.all(some).length > fewTrainers
      ? sql`${keysNamed("persons", q, sql`exists (select 1 from programme_members as m where m.person_id = candidate.id and ${trains(of)})`)} limit ${mostFound + 1}`
      : sql`select distinct p.id from programme_members as m cross join persons as p on p.id = m.person_id where ${trains(of)} and ${hasWords(sql`p.search`, q)} limit ${mostFound + 1}`,
  );
  const keys = JSON.stringify(found.slice(0, mostFound).map(({ id }) => id));
  return {
    more: found.length > mostFound,
    keys: cx.db.all<Key>(
      sql`select p.id from json_each(${keys}) as key cross join persons as p on p.id = key.value where (p.sort_name, p.id) > ${after} order by p.sort_name, p.id limit ${most}`,
    ),
  };
}

/**
 * The register of trainers of the viewer's programmes, by name, a page at a time: who, courses and sessions led,
 * certification and its end as of a civil day. `count`: how many there are without a search, as far as they are counted
 * (`mostFound`); `more`: the search finds more than it looks at.
 */
export function trainerRegister(
  cx: Context,
  filter: { q: string | null; after?: string | null },
  today: string,
) {
  const of = programmeFilter(cx);
  if (of?.length === 0) return { trainers: [], next: null, count: 0, more: false };
  const [, name = "", id = "0"] = /^(.*)_(\d+)$/s.exec(filter.after ?? "") ?? [];
  const after = sql`(${name}, ${Number(id)})`;
  const { keys, more } = filter.q
    ? keysFound(cx, filter.q, of, after, pageSize + 1)
    : { keys: keysInOrder(cx, of, after, pageSize + 1), more: false };
  const page = rowsOf(
    cx,
    of,
    keys.slice(0, pageSize).map((key) => key.id),
  );
  const last = page.at(-1);
  return {
    trainers: page.map((row) => ({ ...row, certification: certificationOn(today, row.certifiedUntil) })),
    next: keys.length > pageSize && last ? `${last.sortName}_${last.id}` : null,
    count: keysInOrder(cx, of, sql`('', 0)`, mostFound + 1).length,
    more,
  };
}

const certificationOn = (today: string, until: string | null) =>
  until === null ? ("none" as const) : until < today ? ("expired" as const) : ("valid" as const);

/** What the register shows of these people, in the order of their names. */
function rowsOf(cx: Context, of: readonly number[] | null, keys: readonly number[]) {
  if (keys.length === 0) return [];
  return cx.db
    .select({
      id: persons.id,
      name: persons.name,
      latinName: persons.latinName,
      sortName: persons.sortName,
      country: persons.country,
      organisation: organisations.name,
      programmes: sql<string>`group_concat(distinct ${programmes.code})`,
      courses: sql<number>`(select count(*) from ${courseTrainers} join ${courses} on ${courses.id} = ${courseTrainers.courseId} where ${courseTrainers.personId} = ${persons.id} and ${counts})`,
      userCourses: sql<number>`(select count(*) from ${courseTrainers} join ${courses} on ${courses.id} = ${courseTrainers.courseId} where ${courseTrainers.personId} = ${persons.id} and ${courses.kind} = 'user' and ${counts})`,
      certifiedUntil: sql<
        string | null
      >`(select max(${certificates.expiresOn}) from ${certificates} join ${registrations} on ${registrations.id} = ${certificates.registrationId} where ${registrations.personId} = ${persons.id} and ${certificates.kind} = 'trainer_certification' and ${certificateStands})`,
    })
    .from(persons)
    .innerJoin(programmeMembers, eq(programmeMembers.personId, persons.id))
    .innerJoin(programmes, eq(programmes.id, programmeMembers.programmeId))
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .where(
      and(
        inArray(persons.id, [...keys]),
        eq(programmeMembers.role, "trainer"),
        of === null ? undefined : inArray(programmeMembers.programmeId, [...of]),
      ),
    )
    .groupBy(persons.id)
    .orderBy(sql`+${persons.sortName}`, asc(persons.id))
    .all();
}

/** Trainers of these programmes, to choose from, in the order of their names. */
export function trainersOf(cx: Context, programmeIds: readonly number[]) {
  if (programmeIds.length === 0) return [];
  return cx.db
    .select({ id: persons.id, name: persons.name, programmeId: programmeMembers.programmeId })
    .from(programmeMembers)
    .innerJoin(persons, eq(persons.id, programmeMembers.personId))
    .where(
      and(eq(programmeMembers.role, "trainer"), inArray(programmeMembers.programmeId, [...programmeIds])),
    )
    .orderBy(asc(programmeMembers.sortName), asc(programmeMembers.personId))
    .all();
}
