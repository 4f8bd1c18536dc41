import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { read, sqlite } from "../../db/client";
import { jobs, persons } from "../../db/schema";
import { system, visitor } from "../../lib/access/table";
import {
  askProof,
  beginNoSignIn,
  beginSignIn,
  changeContact,
  changePassword,
  endSessionsOf,
  endSignIn,
  giveAdministration,
  proveByCode,
  requestLink,
  signIn,
  signInByIdentity,
  signOutElsewhere,
  useCode,
  useLink,
} from "../../lib/accounts/commands";
import { inviteByOperator } from "../../lib/accounts/commands/invite";
import { contactChangeSchema } from "../../lib/accounts/schema";
import { hashToken, newToken } from "../../lib/crypto/tokens";
import { addMember, editPerson, giveAccess, makeCode } from "../../lib/people/commands";
import { personEditSchema } from "../../lib/people/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { account, haveAccounts, ownersBy, password } from "../support/owners";
import { begun, firefox, holder } from "../support/signedIn";
import { day, fault, now, opened, person, value, viewer, world } from "../support/world";

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
const w = world();
haveAccounts(w.coordinator, w.trainer);
const administrator = viewer(person("Chief"), { administrator: true });
haveAccounts(administrator);
const course = opened(w, { capacity: "100" });
const enter = (identifier: string, typed = password, device: string | null = null, at = now) =>
  signIn(
    { ...as(visitor, at), browser: { device, registrations: [] } },
    { identifier, password: typed, back: "/today" },
    `from ${numbers++}`,
  );
let numbers = 0;
const somebody = ownersBy(course.slug);
const coming = (identifier: string, code: string, at = now) =>
  // biome-ignore lint/correctness/useHookAtTopLevel: a command and no hook
  useCode(as(visitor, at), { identifier, code, password: "chosen by the owner" }, `from ${numbers++}`);
const by = (cookie: string, at = now) => as(holder(cookie, at), at);
const codeFor = (personId: number) => value(makeCode(as(w.coordinator), { personId })).code;
const mailsTo = (address: string) =>
  read()
    .select()
    .from(jobs)
    .all()
    .map(({ payload }) => payload as { to: string; params: Record<string, string> })
    .filter(({ to }) => to === address)
    .map(({ params }) => params);
const mailTo = (address: string) => mailsTo(address).at(-1)!;
const vouched = (email: string) => ({
  issuer: "https://id.example",
  subject: email,
  email,
  emailVerified: true,
});

describe("a password", () => {
  it("is guessed no more often by whoever has an account with the same contact, on whatever device", async () => {
    const email = "guessed@example.org";
    const { id } = await somebody({ email, phone: "", password: "the owner's own one" }, true);
    const other = await somebody({ email, phone: "", password: "of somebody else" });
    const device = newToken();
    const letIn = value(await enter(email, "of somebody else"));
    value(beginSignIn(as(visitor), letIn, { session: null, device, userAgent: firefox }));
    for (let i = 0; i < 5; i++)
      expect(fault(await enter(email, `guess ${i}`, device)).code).toBe("signInWrong");
    // Their own account opens there as before, and forgives none of the guesses.
    expect(value(await enter(email, "of somebody else", device)).accountId).toBe(other.id);
    expect(fault(await enter(email, "the owner's own one", device)).code).toBe("signInWrong");
    expect(fault(await enter(email, "the owner's own one")).code).toBe("tooManyAttempts");
    expect(value(await enter(email, "the owner's own one", null, now + day)).accountId).toBe(id);
  });
  it("that somebody changes on their own account is no guess for nothing at another with that contact", async () => {
    const email = "tried@example.org";
    await somebody({ email, phone: "", password: "the owner's own one" }, true);
    await somebody({ email, phone: "", password: "of somebody else" });
    for (let i = 0; i < 5; i++) value(await enter(email, "of somebody else"));
    expect(fault(await enter(email, "of somebody else")).code).toBe("tooManyAttempts");
  });
  it("costs nothing where it is right: nobody waits for it, whoever missed before", async () => {
    const p = await somebody();
    for (let i = 0; i < 5; i++) expect(fault(await enter(p.phone, `guess ${i}`)).code).toBe("signInWrong");
    const later = now + 31_000;
    for (let i = 0; i < 4; i++)
      expect(value(await enter(p.phone, password, null, later)).accountId).toBe(p.id);
    // A miss still makes whoever comes next wait.
    expect(fault(await enter(p.phone, "another guess", null, later)).code).toBe("signInWrong");
    expect(fault(await enter(p.phone, password, null, later)).code).toBe("tooManyAttempts");
    expect(value(await enter(p.phone, password, null, later + 61_000)).accountId).toBe(p.id);
  });
  it("lets nobody in that was changed or taken away while it was looked at", async () => {
    const p = await somebody();
    const flying = enter(p.phone);
    value(giveAccess(as(administrator), { personId: p.personId, reset: true }));
    expect(fault(await flying).code).toBe("signInWrong");
    expect(account(p.id).passwordHash).toBeNull();
  });
  it("is changed by nobody whose session was ended while it was hashed", async () => {
    const p = await somebody();
    const flying = changePassword(by(p.cookie), { current: password, password: "a thief chose this" }, "a");
    value(giveAccess(as(administrator), { personId: p.personId, reset: true }));
    expect(fault(await flying).code).toBe("signInNeeded");
    expect(account(p.id).passwordHash).toBeNull();
  });
  it("is chosen in an old session by nobody who has none, nor another contact, without signing in again", async () => {
    const email = "issuer-only@example.org";
    await somebody({ email, phone: "" });
    const cookie = begun(value(signInByIdentity(as(visitor), vouched(email))));
    const later = by(cookie, now + 3 * 3_600_000);
    const chosen = { current: "", password: "a thief chose this" };
    const contact = contactChangeSchema.parse({ contact: "thief@example.org", current: "" });
    expect(fault(await changePassword(later, chosen, "a")).code).toBe("confirmBySigningIn");
    expect(fault(await changeContact(later, contact, "a")).code).toBe("confirmBySigningIn");
    value(await changePassword(by(cookie), chosen, "a"));
  });
});

describe("a sign-in", () => {
  it("that was ended before its browser had it stays ended", async () => {
    const p = await somebody();
    const browser = { session: null, device: null, userAgent: firefox };
    const letIn = value(await enter(p.phone));
    value(endSessionsOf(as(system), { accountId: p.id }));
    expect(fault(beginSignIn(as(visitor), letIn, browser)).code).toBe("signInNeeded");
    const cookie = begun(value(await enter(p.phone)));
    const changed = { current: password, password: "another long one" };
    const goesOn = value(await changePassword(by(cookie), changed, "a"));
    value(endSessionsOf(as(system), { accountId: p.id }));
    expect(fault(beginSignIn(as(visitor), goesOn, browser)).code).toBe("signInNeeded");
  });
  it("that is ended, or begun with another password, ends what its device is known for, but for this one", async () => {
    const p = await somebody();
    const [here, phone, lost] = [newToken(), newToken(), newToken()];
    const cookies = [];
    for (const device of [here, phone, lost])
      cookies.push(
        value(
          beginSignIn(as(visitor), value(await enter(p.phone)), {
            session: null,
            device,
            userAgent: firefox,
          }),
        ).session,
      );
    const known = () =>
      sqlite().prepare("SELECT device_hash FROM known_devices WHERE account_id = ?").pluck().all(p.id);
    const mine = { ...by(cookies[0]!), browser: { device: here, registrations: [] } };
    value(endSignIn(mine, { signInId: holder(cookies[2]!).signInId! }));
    expect(known()).not.toContain(hashToken(lost));
    expect(known()).toContain(hashToken(phone));
    value(await changePassword(mine, { current: password, password: "another long one" }, "a"));
    expect(known()).toEqual([hashToken(here)]);
  });
  it("gives up a cookie of a device that we did not set, whether it opens something or nothing", () => {
    const device = newToken();
    expect(beginNoSignIn(device).device).toBe(device);
    expect(beginNoSignIn("made up").device).toMatch(/^[\w-]{22}$/);
  });
});

describe("what is under way", () => {
  it("ends with a role and with administration, code as link", async () => {
    const given = [
      (p: { id: number }) => value(giveAdministration(as({ ...system }), { accountId: p.id })),
      (p: { id: number }) =>
        value(inviteByOperator(as(system), { accountId: p.id, reset: false, grant: true })),
      ({ personId }: { personId: number }) =>
        value(
          addMember(as(w.coordinator), {
            personId,
            programmeId: w.programmeId,
            role: "coordinator",
            endsOn: null,
          }),
        ),
    ];
    for (const [i, give] of given.entries()) {
      const p = await somebody({ email: `raised${i}@example.org` }, true);
      const code = codeFor(p.personId);
      give(p);
      expect(fault(await coming(p.phone, code)).fields).toEqual({ code: { code: "codeWrong" } });
    }
  });
  it("ends with signing out elsewhere", async () => {
    const email = "elsewhere@example.org";
    const p = await somebody({ email });
    const code = codeFor(p.personId);
    value(requestLink(as(visitor), { identifier: email }, "l"));
    const token = new URL(mailTo(email).link!).searchParams.get("token")!;
    value(signOutElsewhere(by(p.cookie), {}));
    expect(fault(await useLink(as(visitor), { token, password: "a long password" }, "a")).code).toBe(
      "linkExpired",
    );
    expect(fault(await coming(p.phone, code)).fields).toEqual({ code: { code: "codeWrong" } });
    expect(holder(p.cookie).kind).toBe("account");
  });
});

describe("mailed links", () => {
  it("to an address that several have name each its person, and one that was used bars none of the others", async () => {
    const email = "shared@example.org";
    const names = ["Amal", "Basma", "Cyrine"];
    const all = [];
    for (const name of names) all.push(await somebody({ email, phone: "", name }));
    value(requestLink(as(visitor, now), { identifier: email }, "shared"));
    const links = mailsTo(email)
      .filter(({ shared }) => shared === "yes")
      .map((params) => ({
        ...writeMessage({ language: "en", message: "signInLink", params }),
        link: params.link!,
      }));
    expect(links.map(({ subject }) => subject)).toEqual(names.map(() => "Your link to sign in"));
    for (const [i, { link, text }] of links.entries()) {
      expect(text).toContain(`this one is for ${names[i]} alone`);
      const token = new URL(link).searchParams.get("token")!;
      // biome-ignore lint/correctness/useHookAtTopLevel: a command and no hook
      const used = await useLink(as(visitor, now), { token, password: `chosen by ${names[i]}` }, "a");
      expect(value(used).accountId).toBe(all[i]!.id);
    }
    expect(all.map(({ id }) => account(id).emailProvenAt)).toEqual([now, null, null]);
    expect(value(await enter(email, "chosen by Cyrine")).accountId).toBe(all[2]!.id);
  });
});

describe("an account of which somebody has proven a phone", () => {
  const proven = async (email: string) => {
    const p = await somebody({ email });
    value(await proveByCode(by(p.cookie), { code: codeFor(p.personId) }, "a"));
    return p;
  };
  it("is joined by no issuer for the address beside it, which may be a stranger's", async () => {
    const email = "beside@example.org";
    const p = await proven(email);
    expect(fault(signInByIdentity(as(visitor), vouched(email))).code).toBe("noAccount");
    // Another of which nothing is proven is joined, though it is younger.
    const other = await somebody({ email });
    expect(value(signInByIdentity(as(visitor), vouched(email))).accountId).toBe(other.id);
    expect(account(p.id).emailProvenAt).toBeNull();
  });
  it("takes one new contact at a time from a coordinator, so that none is lost on the way", async () => {
    const p = await proven("first@example.org");
    const edit = (email: string, phone: string) => {
      const { name, version } = read().select().from(persons).where(eq(persons.id, p.personId)).get()!;
      const typed = { personId: `${p.personId}`, version: `${version}`, name, language: "en", country: "JO" };
      return editPerson(as(w.coordinator), personEditSchema.parse({ ...typed, email, phone }));
    };
    const open = () =>
      sqlite().prepare("SELECT email, phone FROM one_time_codes WHERE account_id = ? AND used_at IS NULL");
    expect(fault(edit("second@example.org", "+962795888100")).fields).toEqual({
      email: { code: "oneContactAtOnce" },
    });
    expect(open().all(p.id)).toEqual([]);
    value(edit("first@example.org", "+962795888100"));
    expect(open().all(p.id)).toEqual([{ email: null, phone: "+962795888100" }]);
  });
  it("is opened by no code that goes where a coordinator says, the newest of which counts alone", async () => {
    const p = await proven("right@example.org");
    const corrected = (email: string) => {
      const { name, version } = read().select().from(persons).where(eq(persons.id, p.personId)).get()!;
      const typed = { personId: `${p.personId}`, version: `${version}`, name, language: "en", country: "JO" };
      value(editPerson(as(w.coordinator), personEditSchema.parse({ ...typed, email, phone: p.phone })));
      return mailTo(email);
    };
    const [first, second] = [corrected("one@example.org"), corrected("two@example.org")];
    expect([first.instead, second.instead]).toEqual(["", "yes"]);
    expect(fault(await coming("two@example.org", second.code!)).fields).toEqual({
      code: { code: "codeWrong" },
    });
    expect(fault(await coming(p.phone, second.code!)).fields).toEqual({ code: { code: "codeWrong" } });
    const proving = (code: string) => proveByCode(by(p.cookie), { code }, "a");
    expect(fault(await proving(first.code!)).fields).toEqual({ code: { code: "codeOver" } });
    value(await proving(second.code!));
    expect(account(p.id)).toMatchObject({ email: "two@example.org", emailProvenAt: now });
  });
  it("is opened by no code that its owner asked for to prove another contact, which may be mistyped", async () => {
    const email = "mistyped@example.org";
    const p = await proven(email);
    value(await askProof(by(p.cookie), { field: "email" }, "a"));
    const code = mailTo(email).code!;
    expect(fault(await coming(email, code)).fields).toEqual({ code: { code: "codeWrong" } });
    expect(holder(p.cookie).kind).toBe("account");
    value(await proveByCode(by(p.cookie), { code }, "a"));
    expect(account(p.id).emailProvenAt).toBe(now);
  });
});
