import { sqlite } from "../../../db/client";
import { insertSignIn } from "../../../lib/accounts/store/signIns";
import { newSessionToken } from "../../../lib/crypto/tokens";
import { as } from "../../support/as";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { person } from "../../support/world";
import type { Row } from "./row";

/** Accounts are administrators' to look after, whoever they are of; a sign-in is ended by whose it is. */
export function accountRows({ own, roles }: TwoProgrammes): Record<string, Row> {
  const put = (personId: number, administrator: number, id: number | null = null) =>
    sqlite()
      .prepare(
        "INSERT OR IGNORE INTO accounts (id, person_id, email, password_hash, is_administrator, created_at, email_proven_at) VALUES (?, ?, ?, 'x', ?, 0, 1)",
      )
      .run(id, personId, `account-${personId}@example.org`, administrator).lastInsertRowid;
  const made = [0, 1].map((administrator) =>
    ["One", "Other"].map((name) => Number(put(person(name), administrator))),
  );
  for (const id of made.flat())
    sqlite()
      .prepare(
        "INSERT OR IGNORE INTO identities (issuer, subject, account_id) VALUES ('https://id.example', ?, ?)",
      )
      .run(`of ${id}`, id);
  const signIn = (role: string) => {
    const { accountId } = roles[role]!;
    // The viewers of these tests have keys of accounts, which need not be there.
    put(person(role), 0, accountId);
    return insertSignIn(as(roles[role]!), accountId!, newSessionToken(), false);
  };
  const signIns = [signIn("coordinator"), signIn("coordinatorElsewhere")];
  const at = (of: Filled) => (of === own ? 0 : 1);
  const onAccount = (administrator: 0 | 1): Row => ({
    form: (of) => ({ accountId: String(made[administrator]![at(of)]) }),
    by: ["administrator"],
  });
  return {
    disableAccount: onAccount(0),
    enableAccount: onAccount(0),
    endSessionsOf: onAccount(0),
    removeIdentityOf: onAccount(0),
    giveAdministration: onAccount(1),
    takeAdministration: onAccount(1),
    endSignIn: { form: (of) => ({ signInId: String(signIns[at(of)]) }), by: ["coordinator"] },
    inviteSomebody: {
      form: () => ({ name: "Invited", email: "invited@example.org", language: "en" }),
      by: ["administrator"],
    },
  };
}
