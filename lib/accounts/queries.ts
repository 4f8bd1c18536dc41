import { asc, eq, sql } from "drizzle-orm";
import { accounts, persons, programmeMembers, signInLinks } from "@/db/schema";
import type { Context } from "../acts/context";
import { hashToken } from "../crypto/tokens";
import { isDemonstration } from "../programmes/queries";
import { linkAsks } from "./rules";

/** The accounts of a demonstration, to sign in with; null where this database holds real data. */
export function demoSignIn(cx: Context) {
  if (!isDemonstration(cx)) return null;
  return cx.db
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

/** What a link that signs in asks of whoever opens it; null where it has been used, replaced, or is too old. */
export function linkOpened(cx: Context, token: string) {
  const row = cx.db
    .select({
      expiresAt: signInLinks.expiresAt,
      usedAt: signInLinks.usedAt,
      passwordHash: accounts.passwordHash,
    })
    .from(signInLinks)
    .innerJoin(accounts, eq(accounts.id, signInLinks.accountId))
    .where(eq(signInLinks.tokenHash, hashToken(token)))
    .get();
  if (!row || row.usedAt !== null || row.expiresAt < cx.now) return null;
  return { asks: linkAsks(row.passwordHash !== null, cx.settings.oidc !== null) };
}
