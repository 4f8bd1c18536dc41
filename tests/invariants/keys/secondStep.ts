import { eq } from "drizzle-orm";
import { accounts, passkeys } from "../../../db/schema";
import { transact } from "../../support/transact";
import type { Filled, twoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import type { Row } from "./row";

/** Somebody's account with a passkey; gives the key of that. */
const withPasskey = (personId: number): number =>
  transact((db) => {
    const { id: accountId } =
      db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId)).get() ??
      db
        .insert(accounts)
        .values({ personId, email: `passkey-${personId}@example.org`, createdAt: now })
        .returning({ id: accounts.id })
        .get();
    const row = { accountId, credentialId: `of ${personId}`, publicKey: "", counter: 0, transports: [] };
    return db
      .insert(passkeys)
      .values({ ...row, name: "A key", createdAt: now })
      .returning({ id: passkeys.id })
      .get().id;
  });

/** The second step of accounts: one's own alone, and a colleague's to administrators. */
export const secondStepRows = ({
  own,
  foreign,
}: Awaited<ReturnType<typeof twoProgrammes>>): Record<string, Row> => {
  const whose = (of: Filled) => of.open.rows[2]!.personId;
  const keys = new Map([own, foreign].map((of) => [of, withPasskey(whose(of))]));
  return {
    // Whose it is removes it, and an administrator a colleague's, once they showed who they are: tried with sign-ins, in second-step.test.ts.
    removePasskey: { form: (of) => ({ passkeyId: String(keys.get(of)) }), by: [] },
    takeSecondStepAway: { form: (of) => ({ personId: String(whose(of)) }), by: [] },
  };
};
