import { eq } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { describe, expect, it } from "vitest";
import { sendDueMail } from "../../app/_server/outbox";
import { writeMessage } from "../../app/_words/message";
import { closeDatabase, read } from "../../db/client";
import { accounts, auditLog, jobs, signInLinks } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import {
  beginSignIn,
  changePassword,
  requestLink,
  signIn,
  signInByIdentity,
  signOutElsewhere,
  useLink,
} from "../../lib/accounts/commands";
import { ownSignIns } from "../../lib/accounts/queries";
import { signInSchema } from "../../lib/accounts/schema";
import { newToken } from "../../lib/crypto/tokens";
import { processSettings } from "../../lib/env/settings";
import { mailFailed, takeMail } from "../../lib/messages/outbox";
import { mostAttempts } from "../../lib/messages/rules/delivery";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { begun, holder } from "../support/signedIn";
import { fault, now, opened, registered, value, world } from "../support/world";

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
const later = now + 3_600_000;
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
  it("makes wait after five misses, longer each time, whether there is an account or not; over a restart too", async () => {
    const at = (seconds: number) => later + seconds * 1000;
    for (const who of ["hana@example.org", "nobody@example.org"]) {
      for (let i = 0; i < 5; i++)
        expect(fault(await enter(who, "wrong", later, `x${i}`)).code).toBe("signInWrong");
      closeDatabase();
      expect(fault(await enter(who, password, at(29), "y"))).toMatchObject({
        code: "tooManyAttempts",
        params: { minutes: 1 },
      });
      expect(fault(await enter(who, "wrong", at(30), "y")).code).toBe("signInWrong");
      expect(fault(await enter(who, password, at(89), "y")).code).toBe("tooManyAttempts");
      // However the clock is set back.
      expect(fault(await enter(who, password, later - 86_400_000, "y")).code).toBe("tooManyAttempts");
    }
    expect(value(await enter("hana@example.org", password, at(120), "y")).accountId).toBe(account().id);
    for (let i = 0; i < 40; i++) await enter(`nobody${i}@example.org`, "wrong", later, `2001:db8:1:2::${i}`);
    expect(fault(await enter("somebody@example.org", "wrong", later, "2001:db8:1:2::ffff")).code).toBe(
      "tooManyAttempts",
    );
    expect(fault(await enter("somebody@example.org", "wrong", later, "2001:db8:1:3::1")).code).toBe(
      "signInWrong",
    );
  });
  it("makes nobody wait on a device where they signed in before, until many missed there", async () => {
    const device = newToken();
    const letIn = value(await enter("hana@example.org", password, later + 9e6, "z"));
    value(beginSignIn(as(visitor, later), letIn, { session: null, device, userAgent: "" }));
    const there = { ...as(visitor, later + 9e6), browser: { device, registrations: [] } };
    const typed = (word: string) => ({ identifier: "0791234567", password: word, back: "/today" });
    for (let i = 0; i < 9; i++) await enter("0791234567", "wrong", later + 9e6, `far${i}`);
    expect(fault(await enter("0791234567", password, later + 9e6, "far")).code).toBe("tooManyAttempts");
    expect(value(await signIn(there, typed(password), "far")).accountId).toBe(account().id);
    for (let i = 0; i < 10; i++)
      expect(fault(await signIn(there, typed("wrong"), "far")).code).toBe("signInWrong");
    expect(fault(await signIn(there, typed(password), "far")).code).toBe("tooManyAttempts");
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
  it("ends all other sessions when the password changes, and on signing out elsewhere", async () => {
    const at = later + 9e7;
    const elsewhere = begun(value(await enter("hana@example.org", password, at)), at);
    const here = begun(value(await enter("hana@example.org", password, at)), at);
    const me = () => holder(here, at);
    expect(
      fault(await changePassword(as(me(), at), { current: "wrong", password: "another long one" }, "a"))
        .fields,
    ).toEqual({ current: { code: "passwordWrong" } });
    const { signInId } = me();
    const changed = { current: password, password: "another long one" };
    const letIn = value(await changePassword(as(me(), at), changed, "a"));
    expect(holder(elsewhere, at).kind).toBe("visitor");
    // The sign-in goes on, and whoever had copied its cookie is out.
    const anew = begun(letIn, at, here);
    expect(holder(anew, at).signInId).toBe(signInId);
    expect(holder(here, at).kind).toBe("visitor");
    const other = begun(value(await enter("hana@example.org", "another long one", at)), at);
    const there = as(holder(other, at), at);
    value(signOutElsewhere(there, {}));
    expect([holder(anew, at).kind, holder(other, at).kind]).toEqual(["visitor", "account"]);
    expect(ownSignIns(there, gate.self(there))).toMatchObject([{ device: "Firefox, Android", here: true }]);
    expect(fault(await enter("hana@example.org", password, at + 86_400_000)).code).toBe("signInWrong");
  });
  it("works with a link by e-mail, once and for half an hour", async () => {
    await sendDueMail();
    mails.length = 0;
    expect(requestLink(as(visitor, now), { identifier: "nobody@example.org" }, "l")).toEqual(
      requestLink(as(visitor, now), { identifier: "hana@example.org" }, "l"),
    );
    const asked = read().select().from(auditLog).where(eq(auditLog.action, "account.link-asked")).all();
    expect(asked.map((row) => [row.subjectId, row.byPersonId])).toEqual([[account().id, null]]);
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
    const use = (typed: string | null) => useLink(as(visitor, now + 500), { token, password: typed }, "a");
    // Whoever registered chose a password for an address that nobody had proven: it ends, and another is chosen.
    expect(fault(await use(null)).fields).toEqual({ password: { code: "required" } });
    expect(account().emailProvenAt).toBeNull();
    expect(value(await use("chosen by the owner")).accountId).toBe(account().id);
    expect(account()).toMatchObject({ emailProvenAt: now + 500, phoneProvenAt: null });
    expect(fault(await enter("hana@example.org", "another long one", now + 9e8)).code).toBe("signInWrong");
    expect(value(await enter("hana@example.org", "chosen by the owner", now + 9e8)).accountId).toBe(
      account().id,
    );
    expect(fault(await use("once more, please")).code).toBe("linkExpired");
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
    const second = takeMail(as(system, now + 121_000))!;
    expect(second.id).toBe(job.id);
    mailFailed(as(system, now), second, "ECONNREFUSED");
    expect(takeMail(as(system, now + 119_000))).toBeNull();
    const third = takeMail(as(system, now + 121_000))!;
    expect(third.id).toBe(job.id);
    mailFailed(as(system, now), { ...third, attempts: mostAttempts }, "ECONNREFUSED");
    expect(takeMail(as(system, now + 1e9))).toBeNull();
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
