import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { auditLog, jobs } from "../../db/schema";
import { system, visitor } from "../../lib/access/table";
import {
  removeIdentity,
  removeIdentityOf,
  restoreIdentity,
  signIn,
  signInByIdentity,
} from "../../lib/accounts/commands";
import { undoOf } from "../../lib/accounts/rules/states";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { ownersBy, password } from "../support/owners";
import { begun, holder } from "../support/signedIn";
import { fault, now, opened, value, world } from "../support/world";

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
const somebody = ownersBy(opened(world()).slug);
const hour = 3_600_000;

describe("an identity at an issuer", () => {
  const joined = async (email: string) => {
    const p = await somebody({ email, phone: "" }, true);
    const who = { issuer: "https://id.example", subject: email, email, emailVerified: true };
    const byIssuer = begun(value(signInByIdentity(as(visitor), who)));
    return { ...p, byIssuer, again: who };
  };
  const told = (email: string) =>
    JSON.stringify(read().select().from(jobs).all()).split(`"to":"${email}"`).length - 1;
  it("is taken off by whose it is with their password, who hears of it, and opens nothing any more", async () => {
    const email = "own@example.org";
    const { id, cookie, byIssuer, again } = await joined(email);
    const mine = as(holder(cookie, now + hour), now + hour);
    const before = told(email);
    expect(fault(await removeIdentity(mine, { current: "wrong" }, "a")).fields?.current?.code).toBe(
      "passwordWrong",
    );
    value(await removeIdentity(mine, { current: password }, "a"));
    expect(fault(signInByIdentity(as(visitor), again)).code).toBe("noAccount");
    expect([holder(cookie, now + hour).kind, holder(byIssuer, now + hour).kind]).toEqual([
      "account",
      "visitor",
    ]);
    expect(told(email)).toBe(before + 1);
    const acts = read().select().from(auditLog).all();
    expect(
      acts.filter(({ action, subjectId }) => action === "account.issuer-removed" && subjectId === id),
    ).toHaveLength(1);
    expect(fault(await removeIdentity(mine, { current: password }, "a")).code).toBe("notFound");
  });
  it("is let in again by the owner who took it off, with their password; not where an administrator did", async () => {
    const { id, cookie, again } = await joined("mistaken@example.org");
    const mine = as(holder(cookie, now + hour), now + hour);
    expect(fault(await restoreIdentity(mine, { current: password }, "a")).code).toBe("notFound");
    value(await removeIdentity(mine, { current: password }, "a"));
    const later = as(holder(cookie, now + 2 * hour), now + 2 * hour);
    expect(fault(await restoreIdentity(later, { current: "" }, "a")).fields?.current?.code).toBe(
      "confirmNeeded",
    );
    expect(fault(await restoreIdentity(later, { current: "wrong" }, "a")).fields?.current?.code).toBe(
      "passwordWrong",
    );
    expect(fault(signInByIdentity(as(visitor), again)).code).toBe("noAccount");
    const before = told("mistaken@example.org");
    value(await restoreIdentity(later, { current: password }, "a"));
    expect(told("mistaken@example.org")).toBe(before + 1);
    expect(value(signInByIdentity(as(visitor), again)).accountId).toBe(id);
    const acts = read().select().from(auditLog).all();
    expect(
      acts.filter(({ action, subjectId }) => action === "account.issuer-restored" && subjectId === id),
    ).toHaveLength(1);
    value(removeIdentityOf(as(system), { accountId: id }));
    const typed = { identifier: "mistaken@example.org", password, back: "/account" };
    const anew = as(holder(begun(value(await signIn(as(visitor), typed, "a")))));
    expect(fault(await restoreIdentity(anew, { current: "" }, "a")).code).toBe("notFound");
    expect(fault(signInByIdentity(as(visitor), again)).code).toBe("noAccount");
  });
  it("stays where it is the only way in, until an administrator takes it off", async () => {
    const email = "alone@example.org";
    await somebody({ email, phone: "" });
    const who = { issuer: "https://id.example", subject: email, email, emailVerified: true };
    const letIn = value(signInByIdentity(as(visitor), who));
    const mine = as(holder(begun(letIn)));
    const withoutMail = { ...mine, settings: { ...mine.settings, smtpUrl: null } };
    expect(fault(await removeIdentity(withoutMail, { current: "" }, "a")).code).toBe("issuerOnlyWay");
    value(removeIdentityOf(as(system), { accountId: letIn.accountId }));
    expect(fault(signInByIdentity(as(visitor), who)).code).toBe("noAccount");
    // Somebody else at the issuer to whom it gave the address is not the one who was taken off.
    expect(signInByIdentity(as(visitor), { ...who, subject: "another" }).ok).toBe(true);
    // The page offers no other act as its undoing.
    expect(undoOf("issuerRemoved", { own: false, state: "inUse", administrator: false })).toBeNull();
  });
  it("is taken off without a password by whoever gets in by mail, and never off one's own by the form for others'", async () => {
    const { id, byIssuer } = await joined("mailed@example.org");
    sqlite().prepare("UPDATE accounts SET password_hash = NULL, is_administrator = 1 WHERE id = ?").run(id);
    const mine = as(holder(byIssuer));
    expect(fault(removeIdentityOf(mine, { accountId: id })).code).toBe("ownAccount");
    value(await removeIdentity(mine, { current: "" }, "a"));
  });
});
