import { and, asc, count, eq, inArray, notInArray, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { programmeCountries, programmeMembers, programmes } from "@/db/schema/programmes";
import type { ProgrammeRole } from "@/db/values/programmes";
import type { Programmes } from "../access/table";
import { contactOfAccount } from "../accounts/store";
import type { Context } from "../acts/context";
import type { Translated } from "../i18n/rules";
import { personView } from "../people/store";
import { programmeCalled } from "./rules";
import { hasNotEnded } from "./store/roles";

export type ProgrammeRow = typeof programmes.$inferSelect;

/** A programme as it is within the open transaction. */
export const programmeRow = (cx: Context, programmeId: number): ProgrammeRow | undefined =>
  cx.db.select().from(programmes).where(eq(programmes.id, programmeId)).get();

/** The programme of a short name. */
export const programmeByCode = (cx: Context, code: string): ProgrammeRow | undefined =>
  cx.db.select().from(programmes).where(eq(programmes.code, code)).get();

/** Programmes of these keys, or all of them, by short name. */
export const programmesIn = (cx: Context, keys: readonly number[] | "all"): ProgrammeRow[] =>
  cx.db
    .select()
    .from(programmes)
    .where(keys === "all" ? undefined : inArray(programmes.id, [...keys]))
    .orderBy(asc(programmes.code))
    .all();

/** What programmes are called and who issues for them, in every language: the first hundred, by key. */
export const wordsOfProgrammes = (cx: Context): string[] =>
  cx.db
    .select({ code: programmes.code, title: programmes.title, issuer: programmes.issuer })
    .from(programmes)
    .orderBy(asc(programmes.id))
    .limit(100)
    .all()
    .flatMap(({ code, title, issuer }) => [
      code,
      ...Object.values({ ...title }),
      ...Object.values({ ...issuer }),
    ])
    .flatMap((word) => word ?? []);

/** What the programmes of these keys are called, by key. */
export const programmesCalled = (cx: Context, keys: readonly number[]): Map<number, Translated> =>
  new Map(programmesIn(cx, keys).map(({ id, title }) => [id, programmeCalled(title)]));

/**
 * Condition that a column has the key of one of these programmes. All are named too where it is "all": an index that begins
 * with the programme is read for one after the other.
 */
export const isOfProgrammes = (column: SQLWrapper, of: Programmes): SQL =>
  of === "all"
    ? sql`${column} in (select id from ${programmes})`
    : sql`${column} in (select value from json_each(${JSON.stringify(of)}))`;

/** A programme's short name, which orders, and its title. For other stores to join. */
export const programmeView = new QueryBuilder({ casing: "snake_case" })
  .select({ programmeId: programmes.id, programmeCode: programmes.code, programmeTitle: programmes.title })
  .from(programmes)
  .as("programme");

/** True where there is a programme. */
export const someProgramme = (cx: Context): boolean =>
  cx.db.select({ id: programmes.id }).from(programmes).limit(1).get() !== undefined;

/** Puts in a programme; gives its key. */
export const insertProgramme = (cx: Context, row: typeof programmes.$inferInsert): number =>
  cx.db.insert(programmes).values(row).returning({ id: programmes.id }).get().id;

/** Changes a programme. */
export function setProgramme(cx: Context, programmeId: number, row: Partial<ProgrammeRow>): void {
  cx.db.update(programmes).set(row).where(eq(programmes.id, programmeId)).run();
}

/** In which countries which programme works, by country. */
export const allProgrammeCountries = (cx: Context) =>
  cx.db.select().from(programmeCountries).orderBy(asc(programmeCountries.country)).all();

/** Countries in which there are programmes. */
export const countriesOfProgrammes = (cx: Context): string[] =>
  cx.db
    .selectDistinct({ country: programmeCountries.country })
    .from(programmeCountries)
    .all()
    .map(({ country }) => country);

/** Puts the countries of a programme in the place of what was. */
export function replaceCountries(cx: Context, programmeId: number, codes: readonly string[]): void {
  cx.db
    .delete(programmeCountries)
    .where(
      and(
        eq(programmeCountries.programmeId, programmeId),
        notInArray(programmeCountries.country, [...codes]),
      ),
    )
    .run();
  for (const country of codes)
    cx.db.insert(programmeCountries).values({ programmeId, country }).onConflictDoNothing().run();
}

/** How many roles people have in a programme. */
export const countMembers = (cx: Context, programmeId: number): number =>
  cx.db
    .select({ count: count() })
    .from(programmeMembers)
    .where(eq(programmeMembers.programmeId, programmeId))
    .get()!.count;

/** Who coordinates and who trains in a programme, by role and name: so many after this one. */
export const membersOf = (
  cx: Context,
  programmeId: number,
  after: { role: string; name: string; id: number },
  most: number,
) =>
  cx.db
    .select({
      personId: personView.id,
      name: personView.name,
      latinName: personView.latinName,
      role: programmeMembers.role,
      since: programmeMembers.since,
      endsOn: programmeMembers.endsOn,
      lastSignInAt: contactOfAccount.lastSignInAt,
      sortName: programmeMembers.sortName,
    })
    .from(programmeMembers)
    .innerJoin(personView, eq(personView.id, programmeMembers.personId))
    .leftJoin(contactOfAccount, eq(contactOfAccount.accountPersonId, personView.id))
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        sql`(${programmeMembers.role}, ${programmeMembers.sortName}, ${programmeMembers.personId}) > (${after.role}, ${after.name}, ${after.id})`,
      ),
    )
    .orderBy(asc(programmeMembers.role), asc(programmeMembers.sortName), asc(programmeMembers.personId))
    .limit(most)
    .all();

/** True where somebody has this role now in a programme, or in one of these. */
export const someMember = (
  cx: Context,
  role: ProgrammeRole,
  programmeIds: readonly number[] | null = null,
): boolean =>
  cx.db
    .select({ id: programmeMembers.personId })
    .from(programmeMembers)
    .where(
      and(
        eq(programmeMembers.role, role),
        hasNotEnded(cx),
        programmeIds ? inArray(programmeMembers.programmeId, [...programmeIds]) : undefined,
      ),
    )
    .limit(1)
    .get() !== undefined;

/** Coordinators who have an account, and how to reach them by it, those of longest standing first. */
const reachableCoordinators = (cx: Context, of?: SQL) =>
  cx.db
    .select({
      programmeId: programmeMembers.programmeId,
      name: personView.name,
      phone: contactOfAccount.accountPhone,
      email: contactOfAccount.accountEmail,
    })
    .from(programmeMembers)
    .innerJoin(personView, eq(personView.id, programmeMembers.personId))
    .innerJoin(contactOfAccount, eq(contactOfAccount.accountPersonId, personView.id))
    .where(and(eq(programmeMembers.role, "coordinator"), hasNotEnded(cx), of))
    .orderBy(asc(programmeMembers.since), asc(personView.id));

/** The coordinator of longest standing who has an account, and how to reach them by it. */
export const firstCoordinator = (cx: Context, programmeId: number) =>
  reachableCoordinators(cx, eq(programmeMembers.programmeId, programmeId)).limit(1).get();

/** The same for each programme that has one. */
export function firstCoordinators(cx: Context) {
  const rows = reachableCoordinators(cx).all();
  // The first of each is put in last, and stays.
  return new Map(rows.reverse().map((row) => [row.programmeId, row]));
}

/** True where this person coordinates or trains in any programme. */
export const holdsRole = (cx: Context, personId: number): boolean =>
  cx.db
    .select({ id: programmeMembers.programmeId })
    .from(programmeMembers)
    .where(eq(programmeMembers.personId, personId))
    .limit(1)
    .get() !== undefined;

/** Which of these people are trainers in a programme. */
export const trainersAmong = (cx: Context, programmeId: number, personIds: readonly number[]): number[] =>
  cx.db
    .select({ id: programmeMembers.personId })
    .from(programmeMembers)
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        eq(programmeMembers.role, "trainer"),
        hasNotEnded(cx),
        inArray(programmeMembers.personId, [...personIds]),
      ),
    )
    .all()
    .map((member) => member.id);

/** Everybody who coordinates a programme now and has an address for mail, with their language. */
export const coordinatorsToMail = (cx: Context, programmeId: number) =>
  cx.db
    .select({
      personId: personView.id,
      name: personView.name,
      language: personView.language,
      email: personView.email,
    })
    .from(programmeMembers)
    .innerJoin(personView, eq(personView.id, programmeMembers.personId))
    .where(
      and(
        eq(programmeMembers.programmeId, programmeId),
        eq(programmeMembers.role, "coordinator"),
        hasNotEnded(cx),
      ),
    )
    .orderBy(asc(personView.id))
    .all()
    .flatMap(({ email, ...person }) => (email === null ? [] : { ...person, email }));
