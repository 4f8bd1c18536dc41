import { asc, eq, sql } from "drizzle-orm";
import { read } from "@/db/client";
import { accounts, persons, programmeMembers } from "@/db/schema";
import type { Viewer } from "../access/rules";
import { isDemonstration } from "../programmes/queries";

/** The accounts of a demonstration, to sign in with; null where this database holds real data. */
export function demoSignIn(_viewer: Viewer) {
  if (!isDemonstration()) return null;
  return read()
    .select({
      identifier: sql<string>`coalesce(${accounts.email}, ${accounts.phone})`,
      administrator: accounts.isAdministrator,
      role: sql<
        "coordinator" | "trainer" | null
      >`(select min(${programmeMembers.role}) from ${programmeMembers} where ${programmeMembers.personId} = ${persons.id})`,
    })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .orderBy(asc(accounts.id))
    .limit(5)
    .all()
    .map(({ identifier, administrator, role }) => ({
      identifier,
      role: administrator ? ("administrator" as const) : (role ?? ("participant" as const)),
    }));
}
