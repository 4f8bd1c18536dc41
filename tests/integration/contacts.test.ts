import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { read, sqlite } from "../../db/client";
import { jobs, oneTimeCodes } from "../../db/schema";
import { system, type Viewer, visitor } from "../../lib/access/table";
import {
  changeContact,
  changePassword,
  forgetLinksAndCodes,
  proveByCode,
  removeContact,
  requestLink,
  signIn,
  signInByIdentity,
  signOutElsewhere,
  useCode,
  useLink,
} from "../../lib/accounts/commands";
import { codeUseSchema, contactChangeSchema } from "../../lib/accounts/schema";
import { makeParticipantCode } from "../../lib/participants/commands";
import { addMember, giveAccess, makeCode } from "../../lib/people/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { everything } from "../support/everything";
import { account, haveAccounts, ownersBy, password } from "../support/owners";
import { begun, holder } from "../support/signedIn";
import { day, fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.PUBLIC_URL = "https://cascade.example.org";
const w = world();
haveAccounts(w.coordinator, w.trainer);
const course = opened(w, { capacity: "100" });
const enter = (identifier: string, typed: string, at = now) =>
  signIn(as(visitor, at), { identifier, password: typed, back: "/today" }, "a");
let numbers = 0;
const somebody = ownersBy(course.slug);
const coming = (identifier: string, code: string, at = now, typed = "chosen by the owner") =>
  // biome-ignore lint/correctness/useHookAtTopLevel: a command and no hook
  useCode(as(visitor, at), { identifier, code, password: typed }, `from ${numbers++}`);
const by = (cookie: string, at = now) => as(holder(cookie, at), at);
const code = (personId: number, viewer: Viewer = w.coordinator, at = now) =>
  value(makeCode(as(viewer, at), { personId })).code;
/** What was last put into the outbox for an address. */
const mailTo = (to: string) =>
  read()
    .select()
    .from(jobs)
    .all()
    .map(({ payload }) => payload as { to: string; message: string; params: Record<string, string> })
    .filter((mail) => mail.to === to);

describe("several accounts with one contact", () => {
  it("are ten at most until one is proven: a family on one phone, each let in by their own password", async () => {
    const phone = "+962795600001";
    const made = [];
    for (let i = 0; i < 11; i++)
      made.push(value(await registered(course.slug, { phone, password: `a password of ${i}` })));
    expect(made.map(({ session }) => session !== null)).toEqual([...Array(10).fill(true), false]);
    expect(made.every(({ asksAccount }) => asksAccount)).toBe(true);
    for (let i = 0; i < 10; i++)
      expect(value(await enter(phone, `a password of ${i}`, now + i * day)).accountId).toBe(
        made[i]!.session!.accountId,
      );
    const { personId } = account(made[2]!.session!.accountId);
    value(await coming(phone, code(personId)));
    expect(account(made[2]!.session!.accountId)).toMatchObject({
      phone,
      phoneProvenBy: w.coordinator.personId,
    });
    // Of the others one signs in as before, and none can prove it.
    value(await enter(phone, "a password of 1", now + 20 * day));
    const other = account(made[1]!.session!.accountId);
    expect(fault(await coming(phone, code(other.personId))).code).toBe("contactProvenElsewhere");
    expect(account(other.id).phoneProvenAt).toBeNull();
  });
  it("with one password mean the one that has proven it, else the newest", async () => {
    const phone = "+962795600002";
    const [first, second] = [await somebody({ phone }), await somebody({ phone })];
    expect(value(await enter(phone, password)).accountId).toBe(second.id);
    value(await coming(phone, code(first.personId), now, password));
    expect(value(await enter(phone, password)).accountId).toBe(first.id);
  });
  it("tell who has proven the contact when somebody else registers with it, once an hour and without a course", async () => {
    const email = "owner@example.org";
    const owner = await somebody({ email });
    sqlite().prepare("UPDATE accounts SET phone_proven_at = 1 WHERE id = ?").run(owner.id);
    for (let i = 0; i < 2; i++) value(await registered(course.slug, { phone: owner.phone, password }));
    const told = mailTo(email).filter(({ message }) => message === "contactUsed");
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain(course.slug);
  });
});

describe("whoever first proves a contact", () => {
  it("ends what a stranger had set up: password, sessions, links, second factors", async () => {
    const { id, personId, phone, cookie } = await somebody({ email: "mine@example.org" });
    value(requestLink(as(visitor, now), { identifier: "mine@example.org" }, "l"));
    const link = mailTo("mine@example.org").at(-1)!.params.link!;
    sqlite()
      .prepare("INSERT INTO authenticators (account_id, secret, created_at) VALUES (?, 'x', 1)")
      .run(id);
    sqlite().prepare("INSERT INTO recovery_codes (account_id, code_hash) VALUES (?, 'x')").run(id);
    sqlite()
      .prepare("INSERT INTO passkeys VALUES (null, ?, 'credential', 'key', 0, '[]', 'Theirs', 1, null)")
      .run(id);
    value(await coming(phone, code(personId)));
    expect(holder(cookie).kind).toBe("visitor");
    expect(fault(await enter(phone, password)).code).toBe("signInWrong");
    expect(value(await enter(phone, "chosen by the owner")).accountId).toBe(id);
    for (const table of ["authenticators", "recovery_codes", "passkeys"])
      expect(sqlite().prepare(`SELECT count(*) FROM ${table} WHERE account_id = ?`).pluck().get(id)).toBe(0);
    const token = new URL(link).searchParams.get("token")!;
    expect(fault(await useLink(as(visitor, now), { token, password: null }, "a")).code).toBe("linkExpired");
    // The address beside the number is not proven by it, so mail lets nobody in.
    expect(account(id)).toMatchObject({ emailProvenAt: null, phoneProvenAt: now });
    const before = mailTo("mine@example.org").length;
    value(requestLink(as(visitor, now), { identifier: "mine@example.org" }, "l2"));
    expect(mailTo("mine@example.org")).toHaveLength(before);
  });
  it("keeps the password that they are signed in with", async () => {
    const { id, personId, phone, cookie } = await somebody();
    const elsewhere = begun(value(await enter(phone, password)));
    value(await proveByCode(by(cookie), { code: code(personId) }, "a"));
    expect(account(id).phoneProvenAt).toBe(now);
    expect([holder(cookie).kind, holder(elsewhere).kind]).toEqual(["account", "visitor"]);
    expect(value(await enter(phone, password)).accountId).toBe(id);
  });
  it("by an issuer ends an unproven password; a proven address is joined as it is", async () => {
    const email = "oidc@example.org";
    const { id, cookie } = await somebody({ email, phone: "" });
    const who = { issuer: "https://id.example", subject: "1", email, emailVerified: true };
    expect(value(signInByIdentity(as(visitor, now), who)).accountId).toBe(id);
    expect([account(id).passwordHash, account(id).emailProvenAt]).toEqual([null, now]);
    expect(holder(cookie).kind).toBe("visitor");
    expect(holder(begun(value(signInByIdentity(as(visitor, now), who)))).coordinates).toEqual([]);
  });
});

describe("a code that is handed over", () => {
  it.each(["expired", "used", "foreign", "replaced"])(
    "is refused when %s, and changes nothing",
    async (why) => {
      const { id, personId, phone } = await somebody();
      const other = await somebody();
      let typed = code(personId);
      if (why === "used") value(await coming(phone, typed));
      if (why === "foreign") typed = code(other.personId);
      if (why === "replaced") code(personId);
      const at = why === "expired" ? now + 7 * day + 1 : now;
      const says = why === "foreign" ? "codeWrong" : "codeOver";
      const before = [account(id), everything()];
      expect(fault(await coming(phone, typed, at)).fields).toEqual({ code: { code: says } });
      expect([account(id), everything()]).toEqual(before);
    },
  );
  it("is read in any digits, and refused when it is cut off", () => {
    const read = (typed: string) =>
      codeUseSchema.safeParse({ identifier: "0791234567", code: typed, password: "a long password" });
    expect(read("١٢٣٤ ٥٦٧٨ ٩٠١٢").data?.code).toBe("123456789012");
    expect(read("1234-5678").data?.code).toBe("12345678");
    for (const cut of ["1234567", "1234 5678 901"]) expect(read(cut).success).toBe(false);
  });
  it("lets in while a password waits, and a wrong password makes nobody wait who has one", async () => {
    const { personId, phone } = await somebody();
    const first = code(personId);
    for (let i = 0; i < 9; i++) await enter(phone, "wrong");
    expect(fault(await enter(phone, password)).code).toBe("tooManyAttempts");
    value(await coming(phone, first));
    expect(holder(begun(value(await coming(phone, code(personId))))).personId).toBe(personId);
  });
  it("is made by whoever coordinates or trains, for nobody beyond them and never for oneself", async () => {
    const { id, personId, phone } = await somebody();
    const registrationId = sqlite()
      .prepare("SELECT id FROM registrations WHERE person_id = ?")
      .pluck()
      .get(personId) as number;
    expect(fault(makeCode(as(w.stranger, now), { personId })).code).toBe("notFound");
    const made = value(makeParticipantCode(as(w.trainer, now), { registrationId }));
    expect(made.identifier).toBe(phone);
    expect(fault(makeParticipantCode(as(w.participant, now), { registrationId })).code).toBe("notFound");
    expect(fault(makeCode(as(w.coordinator, now), { personId: w.coordinator.personId! })).code).not.toBe("");
    sqlite().prepare("UPDATE persons SET phone = '+962795999999' WHERE id = ?").run(w.coordinator.personId);
    expect(fault(makeCode(as(w.coordinator, now), { personId: w.coordinator.personId! })).code).toBe(
      "ownCode",
    );
    const audited = sqlite()
      .prepare("SELECT by_person_id FROM audit_log WHERE action = 'contact.code-made' AND subject_id = ?")
      .all(id);
    expect(audited).toEqual([{ by_person_id: w.trainer.personId }]);
    sqlite().prepare("UPDATE accounts SET is_administrator = 1 WHERE id = ?").run(id);
    expect(fault(makeCode(as(w.coordinator, now), { personId })).code).toBe("accessElsewhere");
    expect(fault(makeParticipantCode(as(w.trainer, now), { registrationId })).code).toBe("accessElsewhere");
  });
  it("vouches for a role as far as whoever made it does", async () => {
    const { personId, phone } = await somebody();
    const role = { personId, programmeId: w.programmeId, role: "trainer" as const, endsOn: null };
    expect(fault(addMember(as(w.coordinator, now), role)).code).toBe("contactUnproven");
    value(await coming(phone, code(personId)));
    value(addMember(as(w.coordinator, now), role));
  });
});

describe("another contact", () => {
  const change = (cookie: string, contact: string, current = password, at = now + day) =>
    changeContact(by(cookie, at), contactChangeSchema.parse({ contact, current }), "a");
  it("asks for the password, counts once its code was typed, tells the old one and ends older links", async () => {
    const { id, personId, cookie } = await somebody({ email: "old@example.org" });
    value(await proveByCode(by(cookie), { code: code(personId) }, "a"));
    const later = now + day;
    expect(fault(await change(cookie, "new@example.org", "wrong")).fields).toEqual({
      current: { code: "passwordWrong" },
    });
    expect(value(await change(cookie, "NEW@example.org"))).toEqual({ by: "mail" });
    expect(account(id).email).toBe("old@example.org");
    expect(fault(await enter("new@example.org", password, later)).code).toBe("signInWrong");
    const sent = mailTo("new@example.org").at(-1)!;
    const { text } = writeMessage({ language: "en", message: "contactCode", params: sent.params });
    expect(text).toContain("10 minutes");
    const typed = sent.params.code!;
    expect(
      fault(await proveByCode(by(cookie, later + 10 * 60_000 + 1), { code: typed }, "a")).fields,
    ).toEqual({
      code: { code: "codeOver" },
    });
    const typedAt = later + 10 * 60_000;
    value(await proveByCode(by(cookie, typedAt), { code: typed }, "a"));
    expect(account(id)).toMatchObject({
      email: "new@example.org",
      emailProvenAt: typedAt,
      phoneProvenAt: now,
    });
    expect(mailTo("old@example.org").map(({ message }) => message)).toContain("contactChanged");
    expect(value(await enter("new@example.org", password, later)).accountId).toBe(id);
  });
  it("is answered alike whoever has it, and refused only to who can show that it is theirs", async () => {
    const taken = await somebody();
    value(await coming(taken.phone, code(taken.personId)));
    const { id, personId, cookie } = await somebody();
    const asked = [await change(cookie, taken.phone), await change(cookie, "+962795600077")];
    expect(asked[0]).toEqual(asked[1]);
    value(await change(cookie, taken.phone));
    const typed = code(personId, w.coordinator, now + day);
    expect(fault(await proveByCode(by(cookie, now + day), { code: typed }, "a")).code).toBe(
      "contactProvenElsewhere",
    );
    expect(account(id).phone).not.toBe(taken.phone);
  });
  it("is proven by the code that its number was named in, and signs in from then on", async () => {
    const { id, personId, cookie } = await somebody();
    value(await change(cookie, "+962795600088"));
    value(await coming("+962795600088", code(personId, w.coordinator, now + day), now + day));
    expect(account(id)).toMatchObject({ phone: "+962795600088", phoneProvenAt: now + day });
  });
  it("that is taken off leaves the other as unproven as it was", async () => {
    const { id, cookie } = await somebody({ email: "both@example.org" });
    const remove = (field: "email" | "phone") =>
      removeContact(by(cookie, now + day), { field, current: password }, "a");
    sqlite().prepare("UPDATE accounts SET email_proven_at = 1 WHERE id = ?").run(id);
    expect(fault(await remove("email")).code).toBe("otherContactUnproven");
    sqlite().prepare("UPDATE accounts SET email_proven_at = NULL WHERE id = ?").run(id);
    value(await remove("email"));
    expect(account(id)).toMatchObject({ email: null, phoneProvenAt: null });
    expect(fault(await remove("phone")).code).toBe("contactNeeded");
  });
});

describe("links", () => {
  const linksOf = (id: number) =>
    sqlite().prepare("SELECT count(*) FROM sign_in_links WHERE account_id = ?").pluck().get(id);
  it("are one for an account, five in half an hour whoever asks, and forgotten after a while", async () => {
    const email = "linked@example.org";
    const { id, personId } = await somebody({ email });
    for (let i = 0; i < 9; i++) value(requestLink(as(visitor, now), { identifier: email }, `10.0.0.${i}`));
    expect(mailTo(email).filter(({ message }) => message === "signInLink")).toHaveLength(5);
    expect(linksOf(id)).toBe(1);
    for (let i = 0; i < 5; i++)
      value(requestLink(as(visitor, now), { identifier: email }, `2001:db8:9:9::${i}`));
    expect(fault(requestLink(as(visitor, now), { identifier: email }, "2001:db8:9:9::77")).code).toBe(
      "tooManyAttempts",
    );
    value(giveAccess(as(viewer(person("Chief"), { administrator: true }), now), { personId, reset: true }));
    forgetLinksAndCodes(as(system, now), now + 365 * day);
    expect([linksOf(id), read().select().from(oneTimeCodes).all()]).toEqual([0, []]);
  });
  it("end with the owner's other sessions, and with the password", async () => {
    const email = "ended@example.org";
    const { id, cookie } = await somebody({ email });
    const another = { current: password, password: "another long one" };
    const acts = [() => signOutElsewhere(by(cookie), {}), () => changePassword(by(cookie), another, "a")];
    for (const ends of acts) {
      value(requestLink(as(visitor, now), { identifier: email }, "somewhere"));
      expect(linksOf(id)).toBe(1);
      value<unknown>(await ends());
      expect(linksOf(id)).toBe(0);
    }
  });
});
