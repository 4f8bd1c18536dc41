import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { organisations } from "@/db/schema/people";
import type { Context } from "../../acts/context";
import { organisationKey, sortKey } from "../../names/rules";
import { keysLike } from "../../names/store";
import type { OrganisationKind } from "../rules";

/** What is kept of an organisation's name: the name, what it is recognised by and what it is ordered by. */
const namesOf = (name: string) => ({ name, nameKey: organisationKey(name), sortName: sortKey(name) });

/**
 * The first organisation of that name, however written, in a country; without a country, in any. Found by the index of
 * names in a country, or of names.
 */
export const organisationNamed = (cx: Context, name: string, country: string | null): number | undefined =>
  cx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        country
          ? eq(organisations.country, country)
          : sql`${organisations.id} in (${keysLike(organisations, organisationKey(name))})`,
        eq(organisations.nameKey, organisationKey(name)),
      ),
    )
    .orderBy(organisations.id)
    .get()?.id;

/** Adds an organisation of which a name, what it is and perhaps a country are known; gives its key. */
export const insertOrganisation = (
  cx: Context,
  name: string,
  country: string | null,
  kind: OrganisationKind,
): number =>
  cx.db
    .insert(organisations)
    .values({ ...namesOf(name), kind, country })
    .returning({ id: organisations.id })
    .get().id;

/** What an organisation is called; null where there is none. */
export const organisationName = (cx: Context, organisationId: number | null): string | null =>
  organisationId === null
    ? null
    : cx.db
        .select({ name: organisations.name })
        .from(organisations)
        .where(eq(organisations.id, organisationId))
        .get()!.name;

/** Names of organisations in a country that the public already sees in courses, at most a hundred. */
export const publicOrganisations = (cx: Context, country: string): string[] =>
  cx.db
    .select({ name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.country, country),
        inArray(organisations.kind, ["cooperative", "union", "ministry", "agency"]),
      ),
    )
    .orderBy(asc(organisations.sortName))
    .limit(100)
    .all()
    .map((o) => o.name);

/** Makes anew what all organisations are recognised and ordered by. */
export function nameOrganisationsAgain(cx: Context): void {
  const all = cx.db.select({ id: organisations.id, name: organisations.name }).from(organisations).all();
  for (const { id, name } of all)
    cx.db.update(organisations).set(namesOf(name)).where(eq(organisations.id, id)).run();
}
