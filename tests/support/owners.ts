import { eq } from "drizzle-orm";
import { read, sqlite } from "../../db/client";
import { accounts } from "../../db/schema";
import type { Viewer } from "../../lib/access/table";
import { begun } from "./signedIn";
import { registered, value } from "./world";

export const password = "correct horse battery";

/** An account as it stands in the file. */
export const account = (id: number) => read().select().from(accounts).where(eq(accounts.id, id)).get()!;

/**
 * Somebody else each time, who registers for a course with that password, and by what they are signed in; their address
 * is proven where it is said.
 */
export const ownersBy = (slug: string) => {
  let numbers = 0;
  return async (more: Record<string, unknown> = {}, proven = false) => {
    const phone = `+9627955${10_000 + numbers++}`;
    const { session } = value(await registered(slug, { phone, password, ...more }));
    const { accountId: id } = session!;
    if (proven) sqlite().prepare("UPDATE accounts SET email_proven_at = 1 WHERE id = ?").run(id);
    return { id, personId: account(id).personId, phone, cookie: begun(session!) };
  };
};

/** Puts in the accounts that these viewers act with: what somebody hands over holds while they could make it. */
export function haveAccounts(...viewers: readonly Viewer[]): void {
  for (const { accountId, personId, administrator } of viewers)
    sqlite()
      .prepare(
        "INSERT INTO accounts (id, person_id, email, is_administrator, created_at) VALUES (?, ?, ?, ?, 1)",
      )
      .run(accountId, personId, `acts-${personId}@example.org`, administrator ? 1 : 0);
}
