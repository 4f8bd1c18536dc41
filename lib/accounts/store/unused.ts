import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { oneTimeCodes, signInLinks } from "@/db/schema/accounts";

/**
 * Condition on links or codes: those of an account that nobody has used, but what one person hands over, where they are
 * named (`butBy`).
 */
export const unusedOf = (
  { accountId, usedAt, byPersonId }: typeof signInLinks | typeof oneTimeCodes,
  of: number,
  butBy: number | null,
) =>
  and(
    eq(accountId, of),
    isNull(usedAt),
    butBy === null ? undefined : or(isNull(byPersonId), ne(byPersonId, butBy)),
  );
