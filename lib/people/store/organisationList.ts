import { and, asc, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { organisations, persons } from "@/db/schema/people";
import { personProgrammes } from "@/db/schema/scopes";
import type { Programmes } from "../../access/table";
import type { Context } from "../../acts/context";
import { hasWords, keysLike } from "../../names/store";
import type { After, OrganisationKind } from "../rules";

/** What a list of organisations is narrowed by. */
export type OrganisationFilter = {
  q: string | null;
  kind: OrganisationKind | null;
  country: string | null;
};

/** Condition: one of these programmes knows somebody of the organisation as `o`. */
const knownTo = (of: Programmes): SQL =>
  of === "all"
    ? sql`1`
    : sql`exists (select 1 from ${persons} as p cross join ${personProgrammes} as k on k.person_id = p.id where p.organisation_id = o.id and k.programme_id in ${of})`;

const asked = ({ q, kind, country }: OrganisationFilter): SQL =>
  sql.join(
    [
      sql`1`,
      ...(kind ? [sql`o.kind = ${kind}`] : []),
      ...(country ? [sql`o.country = ${country}`] : []),
      ...(q ? [hasWords(sql`o.sort_name || ' | ' || o.name_key`, q)] : []),
    ],
    sql` and `,
  );

/** Keys of a page of the organisations that these programmes know, in the order of their names. */
export const organisationKeys = (
  cx: Context,
  of: Programmes,
  filter: OrganisationFilter,
  { name, id }: After,
  most: number,
): { id: number }[] =>
  cx.db.all(
    sql`select o.id from ${organisations} as o where (o.sort_name, o.id) > (${name}, ${id}) and ${asked(filter)} and ${knownTo(of)} order by o.sort_name, o.id limit ${most}`,
  );

/** How many organisations that these programmes know are of each kind, and in each country. */
export function organisationCounts(cx: Context, of: Programmes) {
  const rows = cx.db.all<{ kind: OrganisationKind; country: string | null; count: number }>(
    sql`select o.kind, o.country, count(*) as count from ${organisations} as o where ${knownTo(of)} group by o.kind, o.country`,
  );
  const by = <Key extends string>(keyOf: (row: (typeof rows)[number]) => Key | null) => {
    const sums = new Map<Key, number>();
    for (const row of rows) {
      const key = keyOf(row);
      if (key !== null) sums.set(key, (sums.get(key) ?? 0) + row.count);
    }
    return [...sums].map(([value, sum]) => ({ value, count: sum }));
  };
  return {
    all: rows.reduce((sum, row) => sum + row.count, 0),
    kinds: by((row) => row.kind),
    countries: by((row) => row.country),
  };
}

/** These organisations, in the order of their names. */
export const organisationRows = (cx: Context, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : cx.db
        .select()
        .from(organisations)
        .where(inArray(organisations.id, [...ids]))
        .orderBy(asc(organisations.sortName), asc(organisations.id))
        .all();

/** How many people of each of these organisations these programmes know. */
export function peopleByOrganisation(
  cx: Context,
  ids: readonly number[],
  of: Programmes,
): ReadonlyMap<number, number> {
  if (ids.length === 0) return new Map();
  const known =
    of === "all"
      ? undefined
      : sql`exists (select 1 from ${personProgrammes} as k where k.person_id = ${persons.id} and k.programme_id in ${of})`;
  const rows = cx.db
    .select({ id: persons.organisationId, count: count() })
    .from(persons)
    .where(and(inArray(persons.organisationId, [...ids]), known))
    .groupBy(persons.organisationId)
    .all();
  return new Map(rows.map((row) => [row.id!, row.count]));
}

/** Those of these organisations that are cooperatives, or unions of them. */
export const cooperativesAmong = (cx: Context, ids: readonly number[]): ReadonlySet<number> =>
  new Set(
    cx.db
      .all<{ id: number }>(
        sql`select o.id from json_each(${JSON.stringify(ids)}) as key cross join ${organisations} as o on o.id = key.value where o.kind in ('cooperative', 'union')`,
      )
      .map(({ id }) => id),
  );

export type OrganisationRow = typeof organisations.$inferSelect;

/** An organisation that these programmes know by somebody; undefined where they know nobody of it. */
export const organisationKnown = (
  cx: Context,
  organisationId: number,
  of: Programmes,
): OrganisationRow | undefined => {
  const row = cx.db.select().from(organisations).where(eq(organisations.id, organisationId)).get();
  if (!row || of === "all") return row;
  const known = cx.db.get(
    sql`select 1 from ${organisations} as o where o.id = ${organisationId} and ${knownTo(of)}`,
  );
  return known ? row : undefined;
};

/** The organisations that are called by one of these normal forms, wherever they are. Found by the index of names, one after the other. */
export const organisationsCalled = (cx: Context, nameKeys: readonly string[]) =>
  nameKeys.flatMap((nameKey) =>
    cx.db
      .select({
        id: organisations.id,
        nameKey: organisations.nameKey,
        country: organisations.country,
        place: organisations.place,
      })
      .from(organisations)
      .where(
        and(
          sql`${organisations.id} in (${keysLike(organisations, nameKey)})`,
          eq(organisations.nameKey, nameKey),
        ),
      )
      .all(),
  );

/** Those of these normal forms by which an organisation is called. */
export const organisationKeysCalled = (cx: Context, nameKeys: readonly string[]): ReadonlySet<string> =>
  new Set(organisationsCalled(cx, [...new Set(nameKeys)]).map(({ nameKey }) => nameKey));
