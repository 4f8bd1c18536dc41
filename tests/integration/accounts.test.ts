import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { describe, expect, it } from "vitest";
import { sendDueMail } from "../../app/_server/outbox";
import { writeMessage } from "../../app/_words/message";
import { closeDatabase, read, sqlite } from "../../db/client";
import { accounts, jobs, notices, persons, signInLinks } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import {
  changePassword,
  createAdministrator,
  requestLink,
  signIn,
  signInByIdentity,
  signOutEverywhere,
  useLink,
} from "../../lib/accounts/commands";
import { linkOpened } from "../../lib/accounts/queries";
import { linkUseSchema, signInSchema } from "../../lib/accounts/schema";
import { processSettings } from "../../lib/env/settings";
import { mailFailed, takeMail } from "../../lib/messages/outbox";
import {
  addMember,
  bringIn,
  editPerson,
  editProfile,
  giveAccess,
  readSensitiveFacts,
  removeMember,
} from "../../lib/people/commands";
import { ownProfile } from "../../lib/people/queries";
import { bringInSchema, personEditSchema, profileSchema } from "../../lib/people/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { personSeen } from "../support/seen";
import { fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const mails: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    let text = "";
    stream.on("data", (chunk) => {
      text += chunk;
    });
    stream.on("end", () => {
      mails.push(text);
      done();
    });
  },
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`;
process.env.CASCADE_NOW = new Date(now + 1000).toISOString();
process.env.PUBLIC_URL = "https://cascade.example.org";

const w = world();
const password = "correct horse battery";
const course = opened(w);
const hana = value(
  await registered(course.slug, { name: "Hana", email: "hana@example.org", phone: "0791234567", password }),
);
const account = () => read().select().from(accounts).where(eq(accounts.email, "hana@example.org")).get()!;
const enter = (identifier: string, typed: string, at = now, address = "a") =>
  signIn(as(visitor, at), { identifier, password: typed, back: "/today" }, address);

describe("signing in", () => {
  it("takes e-mail or phone, however it is written", async () => {
    for (const identifier of [
      "hana@example.org",
      " HANA@example.org ",
      "+962 79 123 4567",
      "0791234567",
      "٠٧٩١٢٣٤٥٦٧",
    ])
      expect(value(await enter(identifier, password)).accountId, identifier).toBe(account().id);
    expect(hana.session?.accountId).toBe(account().id);
  });
  it("answers an unknown account and a wrong password alike", async () => {
    expect(fault(await enter("hana@example.org", "wrong"))).toEqual(
      fault(await enter("nobody@example.org", "wrong")),
    );
  });
  it("counts attempts by account and by address, and remembers over a restart", async () => {
    const later = now + 3_600_000;
    for (let i = 0; i < 8; i++)
      expect(fault(await enter("hana@example.org", "wrong", later, `x${i}`)).code).toBe("signInWrong");
    closeDatabase();
    expect(fault(await enter("hana@example.org", password, later, "y"))).toMatchObject({
      code: "tooManyAttempts",
      params: { minutes: 15 },
    });
    expect(value(await enter("hana@example.org", password, later + 16 * 60_000, "y")).accountId).toBe(
      account().id,
    );
    for (let i = 0; i < 40; i++) await enter(`nobody${i}@example.org`, "wrong", later, "same");
    expect(fault(await enter("somebody@example.org", "wrong", later, "same")).code).toBe("tooManyAttempts");
  });
  it("goes back only to addresses of this site", () => {
    const back = (typed: string) => signInSchema.parse({ identifier: "x", password: "x", back: typed }).back;
    expect(back("/desk/courses?state=open")).toBe("/desk/courses?state=open");
    for (const evil of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "",
    ])
      expect(back(evil), evil).toBe("/today");
  });
  it("ends all sessions when the password changes, and on signing out everywhere", async () => {
    const me = () => viewerOf(as(visitor), account().id, account().sessionVersion);
    const before = account().sessionVersion;
    expect(
      fault(await changePassword(as(me(), now), { current: "wrong", password: "another long one" }, "a"))
        .fields,
    ).toEqual({ current: { code: "passwordWrong" } });
    value(await changePassword(as(me(), now), { current: password, password: "another long one" }, "a"));
    expect(viewerOf(as(visitor), account().id, before).kind).toBe("visitor");
    const middle = account().sessionVersion;
    value(signOutEverywhere(as(me(), now), {}));
    expect(viewerOf(as(visitor), account().id, middle).kind).toBe("visitor");
    expect(fault(await enter("hana@example.org", password, now + 86_400_000)).code).toBe("signInWrong");
  });
  it("works with a link by e-mail, once and for half an hour", async () => {
    await sendDueMail();
    mails.length = 0;
    expect(requestLink(as(visitor, now), { identifier: "nobody@example.org" }, "l")).toEqual(
      requestLink(as(visitor, now), { identifier: "hana@example.org" }, "l"),
    );
    await sendDueMail();
    expect(mails).toHaveLength(1);
    const decoded = mails[0]!.replace(/=\r?\n/g, "").replace(/=3D/g, "=");
    const token = /token=([\w-]+)/.exec(decoded)![1]!;
    expect(decoded).toContain("https://cascade.example.org/sign-in/link");
    expect(
      read()
        .select()
        .from(signInLinks)
        .all()
        .some((l) => l.tokenHash.includes(token)),
    ).toBe(false);
    expect(fault(await useLink(as(visitor, now + 31 * 60_000), { token, password: null }, "a")).code).toBe(
      "linkExpired",
    );
    expect(account().contactProvenAt).toBeNull();
    expect(value(await useLink(as(visitor, now + 60_000), { token, password: null }, "a")).accountId).toBe(
      account().id,
    );
    expect(account().contactProvenAt).toBe(now + 60_000);
    expect(fault(await useLink(as(visitor, now + 60_000), { token, password: null }, "a")).code).toBe(
      "linkExpired",
    );
  });
  it("knows whom an issuer vouches for, by a verified address first, and gives nobody an account", () => {
    const said = {
      issuer: "https://id.example",
      subject: "s1",
      email: "hana@example.org",
      emailVerified: false,
    };
    expect(fault(signInByIdentity(as(system, now), said)).code).toBe("noAccount");
    expect(value(signInByIdentity(as(system, now), { ...said, emailVerified: true })).accountId).toBe(
      account().id,
    );
    expect(value(signInByIdentity(as(system, now), { ...said, email: null })).accountId).toBe(account().id);
    expect(
      fault(
        signInByIdentity(as(system, now), {
          ...said,
          subject: "s2",
          email: "other@example.org",
          emailVerified: true,
        }),
      ).code,
    ).toBe("noAccount");
  });
});

describe("mail", () => {
  it("writes in the person's language and keeps no text once it is sent", async () => {
    const mail = writeMessage({
      language: "ar",
      message: "registrationAccepted",
      params: { course: "دورة", link: "https://x" },
    });
    expect(mail.subject).toBe("دورة: لك مقعد");
    expect(mail.text).toContain("https://x");
    value(await registered(course.slug, { email: "amal@example.org", language: "fr" }));
    await sendDueMail();
    expect(mails.at(-1)).toContain("amal@example.org");
    expect(
      read()
        .select()
        .from(jobs)
        .all()
        .every((j) => j.doneAt !== null && Object.keys(j.payload).length === 0),
    ).toBe(true);
  });
  it("is taken by one process at a time, tried again later, and given up at last", async () => {
    value(await registered(course.slug, { email: "later@example.org" }));
    const job = takeMail(as(system, now))!;
    expect(takeMail(as(system, now))).toBeNull();
    expect(takeMail(as(system, now + 61_000))?.id).toBe(job.id);
    mailFailed(as(system, now), job.id, 2, "ECONNREFUSED");
    expect(takeMail(as(system, now + 119_000))).toBeNull();
    expect(takeMail(as(system, now + 121_000))?.id).toBe(job.id);
    mailFailed(as(system, now), job.id, 8, "ECONNREFUSED");
    expect(takeMail(as(system, now + 1e9))).toBeNull();
  });
});

describe("people", () => {
  const form = (version: number, more: Record<string, unknown> = {}) => ({
    version: String(version),
    name: "Hana Shahin",
    email: "hana@example.org",
    phone: "0791234567",
    country: "JO",
    language: "en",
    ...more,
  });
  const me = () => viewerOf(as(visitor), account().id, account().sessionVersion);
  it("change their own row, and a stale form says what changed", () => {
    const version = ownProfile(as(me()), gate.self(as(me()))).version;
    value(editProfile(as(me(), now), profileSchema.parse(form(version))));
    expect(
      fault(editProfile(as(me(), now), profileSchema.parse(form(version, { name: "Other" })))),
    ).toMatchObject({ code: "stale", changed: { name: "Hana Shahin" } });
    expect(fault(editProfile(as(visitor, now), profileSchema.parse(form(version)))).code).toBe(
      "signInNeeded",
    );
  });
  it("are seen by their programme's coordinators; their means to sign in are their own", () => {
    const personId = account().personId;
    expect(personSeen(as(w.coordinator), personId)?.name).toBe("Hana Shahin");
    for (const by of [w.stranger, w.trainer, w.participant, visitor])
      expect(personSeen(as(by), personId)).toBeNull();
    const edit = personEditSchema.parse({
      ...form(ownProfile(as(me()), gate.self(as(me()))).version, { email: "mine@example.org" }),
      personId: String(personId),
    });
    expect(fault(editPerson(as(w.coordinator, now), edit)).fields).toEqual({
      email: { code: "contactOfAccount" },
    });
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: false })).code).toBe("hasAccess");
  });
  it("get access by a link that a coordinator hands over, and a password of their own with it", async () => {
    const personId = w.trainerIds[0]!;
    const link = (by = w.coordinator, reset = false) =>
      new URL(value(giveAccess(as(by, now), { personId, reset })).link).searchParams.get("token")!;
    const use = (token: string, typed: string) =>
      useLink(as(visitor, now + 86_400_000), linkUseSchema.parse({ token, password: typed }), "a");
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: false })).code).toBe(
      "contactForAccount",
    );
    sqlite().prepare("UPDATE persons SET phone = '+962795550000' WHERE id = ?").run(personId);
    const lost = link();
    const token = link();
    expect(fault(giveAccess(as(w.stranger, now), { personId, reset: false })).code).toBe("notFound");
    expect(fault(await use(lost, password)).code).toBe("linkExpired");
    expect(linkOpened(as(visitor, now), lost)).toBeNull();
    expect(linkOpened(as(visitor, now), token)).toEqual({ asks: "password" });
    // Without a password it stays good: it is the only way in.
    expect(fault(await use(token, "")).fields).toEqual({ password: { code: "required" } });
    expect(linkUseSchema.safeParse({ token, password: "short" }).success).toBe(false);
    const signedIn = value(await use(token, password));
    expect(viewerOf(as(visitor), signedIn.accountId, signedIn.sessionVersion)).toMatchObject({
      personId,
      trains: [w.programmeId],
    });
    expect(value(await enter("+962795550000", password)).accountId).toBe(signedIn.accountId);
    expect(fault(await use(token, password)).code).toBe("linkExpired");
    expect(fault(giveAccess(as(w.coordinator, now), { personId, reset: true })).code).toBe("hasAccess");
  });
  it("who forgot their password get a link from an administrator, which ends it and every session", async () => {
    const personId = w.trainerIds[0]!;
    const before = value(await enter("+962795550000", password));
    const administrator = viewer(person("Chief"), { administrator: true });
    expect(fault(giveAccess(as(administrator, now), { personId, reset: false })).code).toBe("hasAccess");
    const { link } = value(giveAccess(as(administrator, now), { personId, reset: true }));
    expect(viewerOf(as(visitor), before.accountId, before.sessionVersion).kind).toBe("visitor");
    expect(fault(await enter("+962795550000", password)).code).toBe("signInWrong");
    const token = new URL(link).searchParams.get("token")!;
    const again = value(await useLink(as(visitor, now), { token, password: "a second long one" }, "a"));
    expect(viewerOf(as(visitor), again.accountId, again.sessionVersion).personId).toBe(personId);
    expect(value(await enter("+962795550000", "a second long one")).accountId).toBe(again.accountId);
  });
  it("of another programme come in by their exact contact, and are told who did it", async () => {
    const course = opened(w);
    const to = (contact: string, more: Record<string, unknown> = {}, by = w.stranger) =>
      bringIn(as(by, now), bringInSchema.parse({ programmeId: String(w.otherId), contact, ...more }));
    value(await registered(course.slug, { name: "Mother", phone: "0795550001" }));
    value(await registered(course.slug, { name: "Daughter", phone: "0795550001" }));
    value(await registered(course.slug, { name: "Alone", phone: "0795550002", displacement: "refugee" }));
    const idOf = (name: string) =>
      read().select({ id: persons.id }).from(persons).where(eq(persons.name, name)).get()!.id;
    for (const contact of ["0795550009", "+96279555000", "nobody@example.org"])
      expect(fault(to(contact)).fields, contact).toEqual({ contact: { code: "nobodyWithContact" } });
    expect(fault(to("+962795550002", {}, w.trainer)).code).toBe("notFound");
    expect(personSeen(as(w.stranger), idOf("Alone"))).toBeNull();
    expect(value(to("+962 79 555 0002", { role: "trainer" })).personId).toBe(idOf("Alone"));
    expect(personSeen(as(w.stranger), idOf("Alone"))?.roles).toHaveLength(1);
    // What was said to one programme is not another's to read.
    expect(value(readSensitiveFacts(as(w.stranger, now), { personId: idOf("Alone") }))).toEqual({});
    const told = read()
      .select()
      .from(notices)
      .where(eq(notices.personId, idOf("Alone")))
      .all();
    expect(told.filter((n) => n.message === "broughtIn")).toHaveLength(1);
    // Who shares a phone is told apart by the name.
    expect(fault(to("+962795550001")).fields).toEqual({ name: { code: "contactShared" } });
    expect(value(to("+962795550001", { name: "daughter" })).personId).toBe(idOf("Daughter"));
    expect(personSeen(as(w.stranger), idOf("Mother"))).toBeNull();
    for (let i = 0; i < 20; i++) to("0795559999");
    expect(fault(to("+962795550002")).code).toBe("tooManyAttempts");
  });
  it("who hold something elsewhere keep their contact until an administrator changes it", () => {
    const personId = w.trainerIds[1]!;
    const edit = (email: string) =>
      personEditSchema.parse({
        personId: String(personId),
        version: String(personSeen(as(w.coordinator), personId)!.version),
        name: "Nour",
        email,
        language: "en",
      });
    value(editPerson(as(w.coordinator, now), edit("nour@example.org")));
    sqlite()
      .prepare(
        "INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', 0)",
      )
      .run(w.otherId, personId);
    expect(fault(editPerson(as(w.coordinator, now), edit("attacker@example.org"))).fields).toEqual({
      email: { code: "contactElsewhere" },
    });
    value(editPerson(as(w.coordinator, now), edit("nour@example.org")));
  });
  it("hold roles that their programme's coordinators give and take", () => {
    const input = { personId: account().personId, programmeId: w.programmeId, role: "coordinator" as const };
    for (const by of [w.stranger, w.trainer, me()])
      expect(fault(addMember(as(by, now), input)).code).toBe("notFound");
    value(addMember(as(w.coordinator, now), input));
    expect(me().coordinates).toEqual([w.programmeId]);
    value(removeMember(as(w.coordinator, now), input));
    expect(me().coordinates).toEqual([]);
    expect(
      fault(removeMember(as(w.coordinator, now), { ...input, personId: w.coordinator.personId! })).code,
    ).toBe("ownRole");
  });
  it("begin with an administrator whom the operator makes", async () => {
    const made = value(
      await createAdministrator(as(system, now), { name: "Admin", email: "admin@example.org", password }),
    );
    expect(viewerOf(as(visitor), made.accountId, 1).administrator).toBe(true);
    expect(
      (await createAdministrator(as(system, now), { name: "Admin", email: "admin@example.org", password }))
        .ok,
    ).toBe(false);
    expect(viewer(1).administrator).toBe(false);
  });
});

describe("settings", () => {
  it("keep secrets in files of mode 600, and a time of its own out of production", async () => {
    const { statSync } = await import("node:fs");
    expect(statSync(`${processSettings().dataDir}/key`).mode & 0o777).toBe(0o600);
    const { spawnSync } = await import("node:child_process");
    const start = (env: Record<string, string>) =>
      spawnSync(
        process.execPath,
        ["--import", "tsx", "-e", "import('./lib/env/settings.ts').then((m) => m.processSettings())"],
        { env: { ...process.env, ...env }, encoding: "utf8" },
      );
    expect(start({ CASCADE_MODE: "production", CASCADE_NOW: "2027-01-01T00:00:00Z" }).stderr).toContain(
      "production keeps real time",
    );
    expect(start({ CASCADE_MODE: "test", CASCADE_NOW: "2027-01-01T00:00:00Z" }).status).toBe(0);
    expect(start({ CASCADE_KEY: "short" }).stderr).toContain("64 hexadecimal digits");
    server.close();
  });
});
