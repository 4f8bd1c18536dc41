import { spawnSync } from "node:child_process";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { accounts, auditLog, signInLinks } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, type Viewer, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveAdministration,
  signIn,
  takeAdministration,
  useLink,
} from "../../lib/accounts/commands";
import { createAdministrator } from "../../lib/accounts/commands/administrator";
import { inviteByOperator } from "../../lib/accounts/commands/invite";
import { passwordFits } from "../../lib/accounts/password";
import { accountList, accountPage } from "../../lib/accounts/queries";
import { type AccountFilter, undoOf } from "../../lib/accounts/rules/states";
import { anotherAdministrator } from "../../lib/accounts/store/list";
import { addMember, editPerson, giveAccess, inviteSomebody, removeMember } from "../../lib/people/commands";
import { personEditSchema, personSchema } from "../../lib/people/schema";
import { reviewRoles } from "../../lib/programmes/commands";
import { reviewsDue } from "../../lib/programmes/queries";
import { bundled } from "../../scripts/bundled";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { personSeen } from "../support/seen";
import { begun, holder } from "../support/signedIn";
import { day, fault, now, opened, registered, value, world } from "../support/world";

freshDatabase();
process.env.CASCADE_NOW = new Date(now).toISOString();
process.env.PUBLIC_URL = "https://cascade.example.org";
const w = world();
const password = "correct horse battery";
const admin = async (email: string) =>
  value(await createAdministrator(as(system, now), { name: email, email, password })).accountId;
const [first, second] = [await admin("first@example.org"), await admin("second@example.org")];
const viewerIs = (accountId: number): Viewer => viewerOf(as(visitor), accountId);
const account = (id: number) => read().select().from(accounts).where(eq(accounts.id, id)).get()!;
const enter = (identifier: string) =>
  signIn(as(visitor, now), { identifier, password, back: "/today" }, identifier);
const all = (by: Viewer) => gate.everywhere(as(by), "accounts.edit");
const none = { state: null, role: null, programme: null, step: null, contact: null };
const listed = (by: Viewer, q: string | null = null, filter: Partial<AccountFilter> = {}) =>
  accountList(as(by), all(by), { q, before: null, ...none, ...filter });

describe("what was done with an account", () => {
  it("is undone while it is as that left it; a sign-in that ended is not, nor what is one's own", () => {
    const of = { own: false, state: "inUse", administrator: false } as const;
    expect(undoOf("disabled", { ...of, state: "disabled" })).toBe("enable");
    expect(undoOf("enabled", of)).toBe("disable");
    expect(undoOf("given", { ...of, administrator: true })).toBe("take");
    expect(undoOf("taken", of)).toBe("give");
    for (const what of ["ended", "disabled", "given"] as const) expect(undoOf(what, of)).toBeNull();
    expect(undoOf("enabled", { ...of, own: true })).toBeNull();
  });
});

describe("an account", () => {
  it("is invited by an administrator, comes in by the link, and is disabled and enabled again", async () => {
    const by = viewerIs(first);
    const form = personSchema.parse({ name: "Zeina Rahal", email: "zeina@example.org", language: "en" });
    expect(fault(inviteSomebody(as(w.coordinator, now), form)).code).toBe("notFound");
    const { link } = value(inviteSomebody(as(by, now), form));
    expect(listed(by).accounts[0]).toMatchObject({ name: "Zeina Rahal", state: "invited" });
    const { id: accountId, personId } = listed(by, "zeina").accounts[0]!;
    const token = new URL(link).searchParams.get("token")!;
    const cookie = begun(value(await useLink(as(visitor, now), { token, password }, "a")));
    expect(listed(by).accounts[0]!.state).toBe("inUse");
    expect(accountPage(as(by), gate.account(as(by), accountId)).signIns).toHaveLength(1);

    value(disableAccount(as(by, now), { accountId }));
    expect(holder(cookie).kind).toBe("visitor");
    expect(fault(await enter("zeina@example.org")).code).toBe("accountDisabled");
    expect(fault(giveAccess(as(by, now), { personId, reset: true })).code).toBe("accountDisabled");
    expect(read().select().from(signInLinks).where(eq(signInLinks.accountId, accountId)).all()).toHaveLength(
      1,
    );
    value(enableAccount(as(by, now), { accountId }));
    // What was ended stays ended; the password opens again.
    expect(holder(cookie).kind).toBe("visitor");
    const again = begun(value(await enter("zeina@example.org")));
    value(endSessionsOf(as(by, now), { accountId }));
    expect(holder(again).kind).toBe("visitor");
    const acts = read().select().from(auditLog).where(eq(auditLog.subject, "account")).all();
    expect(
      acts.filter((a) => a.subjectId === accountId && a.byPersonId === by.personId).map((a) => a.action),
    ).toEqual(expect.arrayContaining(["account.disabled", "account.enabled", "account.sessions-ended"]));
  });
  it("of a new administrator has no password that the operator saw: a link asks for one", async () => {
    const words = ["--create", "--email", "chief@example.org", "--name", "Chief"];
    const made = spawnSync(process.execPath, [await bundled("scripts/admin.ts"), ...words], {
      encoding: "utf8",
      input: "",
    });
    expect([made.status, made.stderr]).toEqual([0, ""]);
    expect(made.stdout).not.toMatch(/password: /i);
    const id = listed(viewerIs(first), "chief@example.org").accounts[0]!.id;
    expect(account(id)).toMatchObject({ isAdministrator: true, passwordHash: null });
    const token = /token=([\w-]+)/.exec(made.stdout)![1]!;
    const use = (chosen: string | null) => useLink(as(visitor, now), { token, password: chosen }, "a");
    expect(fault(await use(null)).fields).toEqual({ password: { code: "required" } });
    expect(value(await use(password)).accountId).toBe(id);
    value(takeAdministration(as(viewerIs(first), now), { accountId: id }));
  });
  it("of a new administrator opens with the very password that was typed, spaces around it too", async () => {
    const words = ["--create", "--email", "spaced@example.org", "--name", "Spaced"];
    const typed = "  violet tram on ice ";
    const made = spawnSync(process.execPath, [await bundled("scripts/admin.ts"), ...words], {
      encoding: "utf8",
      input: `${typed}\n`,
    });
    expect([made.status, made.stderr]).toEqual([0, ""]);
    const { id } = listed(viewerIs(first), "spaced@example.org").accounts[0]!;
    expect(await passwordFits(account(id).passwordHash, typed)).toBe(true);
    value(takeAdministration(as(viewerIs(first), now), { accountId: id }));
  });
  it("of an administrator is given and taken, never by accident, and never the last that can sign in", async () => {
    const by = viewerIs(first);
    for (const command of [disableAccount, takeAdministration])
      expect(fault(command(as(by, now), { accountId: first })).code).toBe("ownAccount");
    for (const command of [
      disableAccount,
      enableAccount,
      endSessionsOf,
      giveAdministration,
      takeAdministration,
    ])
      for (const who of [w.coordinator, w.trainer, w.participant, visitor])
        expect(fault(command(as(who, now), { accountId: second })).code).toMatch(/notFound|signInNeeded/);
    value(takeAdministration(as(by, now), { accountId: second }));
    expect(viewerIs(second).administrator).toBe(false);
    // The operator's command is held to the same.
    for (const command of [disableAccount, takeAdministration])
      expect(fault(command(as(system, now), { accountId: first })).code).toBe("lastAdministrator");
    // An account that somebody made beforehand with a colleague's address is nobody's yet.
    const { slug } = opened(w);
    value(
      await registered(slug, { name: "Early", email: "early@example.org", phone: "0791234567", password }),
    );
    const early = listed(by, "early@example.org").accounts[0]!.id;
    expect(fault(giveAdministration(as(by, now), { accountId: early })).code).toBe("contactUnproven");
    // Nor does the operator's other way give it, which makes a link besides.
    const grant = (accountId: number) =>
      inviteByOperator(as(system, now), { accountId, reset: false, grant: true });
    expect(fault(grant(early)).code).toBe("contactUnproven");
    expect(viewerIs(early).administrator).toBe(false);
    sqlite().prepare("UPDATE accounts SET email_proven_at = 1 WHERE id = ?").run(second);
    value(giveAdministration(as(by, now), { accountId: second }));
    value(disableAccount(as(by, now), { accountId: second }));
    expect(account(second).isAdministrator).toBe(true);
    expect(fault(disableAccount(as(system, now), { accountId: first })).code).toBe("lastAdministrator");
  });
});

describe("the last administrator who can sign in", () => {
  it("has no other beside them by a password, a passkey, or an identity at the issuer that is asked", () => {
    const settings = { ...as(system).settings, publicUrl: "https://cascade.example.org" };
    const issuer = { issuer: "https://id.example.org", clientId: "c", clientSecret: "s", name: "N" };
    const another = (oidc: typeof issuer | null) =>
      anotherAdministrator({ ...as(system), settings: { ...settings, oidc } }, first);
    const only = sqlite().prepare(
      "UPDATE accounts SET password_hash = NULL, disabled_at = NULL WHERE id = ?",
    );
    sqlite().exec("BEGIN");
    only.run(second);
    sqlite()
      .prepare("INSERT INTO identities (issuer, subject, account_id) VALUES (?, 's', ?)")
      .run(issuer.issuer, second);
    const byIssuer = [
      another(null),
      another({ ...issuer, issuer: "https://other.example.org" }),
      another(issuer),
    ];
    sqlite()
      .prepare("INSERT INTO passkeys VALUES (null, ?, 'credential', 'key', 0, '[]', 'Theirs', 1, null)")
      .run(second);
    const byPasskey = another(null);
    sqlite().exec("ROLLBACK");
    expect([...byIssuer, byPasskey]).toEqual([false, false, true, true]);
  });
});

describe("a role", () => {
  const coordinator = () => {
    const { id } = sqlite()
      .prepare(
        "INSERT INTO accounts (person_id, email, created_at) VALUES (?, 'c@example.org', 0) RETURNING id",
      )
      .get(w.coordinator.personId) as { id: number };
    return id;
  };
  const accountId = coordinator();
  const at = (days: number) => viewerOf(as(visitor, now + days * day), accountId);
  const role = {
    personId: w.coordinator.personId!,
    programmeId: w.programmeId,
    role: "coordinator" as const,
  };
  const first_ = viewerIs(first);
  it("ends after its last day by time passing, and nobody prolongs their own", () => {
    value(addMember(as(first_, now), { ...role, endsOn: "2027-01-12" }));
    expect([0, 1, 2, 3].map((days) => at(days).coordinates.length)).toEqual([1, 1, 1, 0]);
    expect(fault(addMember(as(at(0), now), { ...role, endsOn: null })).code).toBe("ownRole");
    const over = fault(addMember(as(first_, now), { ...role, endsOn: "2020-12-31" }));
    expect(over.fields?.endsOn?.code).toBe("roleDayOver");
    expect(value(removeMember(as(first_, now), role)).endsOn).toBe("2027-01-12");
    value(addMember(as(first_, now), { ...role, endsOn: null }));
  });
  it("reads for ninety days after the programme, then nothing; an administrator moves the end", () => {
    const end = (day: string | null) =>
      sqlite().prepare("UPDATE programmes SET ends_on = ? WHERE id = ?").run(day, w.programmeId);
    end("2027-01-12");
    const edit = (viewer: Viewer) =>
      personSeen(as(viewer), w.trainerIds[0]!) === null
        ? "unseen"
        : fault(
            editPerson(
              as(viewer, now),
              personEditSchema.parse({
                personId: String(w.trainerIds[0]),
                version: "99",
                name: "X",
                language: "en",
              }),
            ),
          ).code;
    expect([2, 3, 92, 93].map((days) => edit(at(days)))).toEqual(["stale", "notFound", "notFound", "unseen"]);
    end("2027-06-30");
    expect(edit(at(93))).toBe("stale");
    end(null);
  });
  it("is looked through twice a year by whoever may give it", () => {
    const half = 184 * day;
    const due = (viewer: Viewer, at = now) =>
      reviewsDue(as(viewer, at), gate.reach(as(viewer, at), "programmes.edit")).map(({ id }) => id);
    expect(due(w.coordinator)).toEqual([]);
    expect(due(w.coordinator, now + half)).toEqual([w.programmeId]);
    expect(due(first_, now + half)).toEqual(expect.arrayContaining([w.programmeId, w.otherId]));
    expect(fault(reviewRoles(as(w.stranger, now + half), { programmeId: w.programmeId })).code).toBe(
      "notFound",
    );
    value(reviewRoles(as(w.coordinator, now + half), { programmeId: w.programmeId }));
    expect(due(w.coordinator, now + half + day)).toEqual([]);
    expect(due(w.coordinator, now + 2 * half + day)).toEqual([w.programmeId]);
  });
});
