import { and, eq, isNull } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { sendDueMail } from "../../app/_server/outbox";
import { writeMessage } from "../../app/_words/message";
import { read, sqlite } from "../../db/client";
import { jobs, notices, registrations } from "../../db/schema";
import { system } from "../../lib/access/table";
import { decideRegistrations } from "../../lib/admission/commands";
import { confirmCourse, editCourse } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { mailFailed, mailSent, renewLease, takeMail } from "../../lib/messages/outbox";
import { mostAttempts, retryDelayMs } from "../../lib/messages/rules/delivery";
import { withdraw } from "../../lib/registrations/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { mailServer } from "../support/mail";
import { courseForm, day, now, opened, registered, value, world } from "../support/world";

freshDatabase();
const server = await mailServer();
afterAll(server.close);
process.env.SMTP_URL = server.url;
process.env.CASCADE_NOW = new Date(now + 3_600_000).toISOString();
process.env.PUBLIC_URL = "https://cascade.example.org";
process.env.MAIL_FROM = "Cascade <cascade@mail.example.org>";

const w = world();
let people = 0;
const minute = 60_000;

/** Somebody with an address in a course; what they were told of registering is read already. */
async function person(course: { slug: string }, more: Record<string, unknown> = {}) {
  people += 1;
  const email = `person${people}@example.org`;
  const { token } = value(await registered(course.slug, { email, ...more }));
  const row = read().select().from(registrations).where(eq(registrations.token, token)).get()!;
  return { ...row, email };
}
const decide = (
  row: { id: number; courseId: number },
  to: "accepted" | "waiting" | "declined",
  at = now,
  reason: string | null = "Too far away",
) =>
  value(
    decideRegistrations(as(w.coordinator, at), {
      courseId: row.courseId,
      registrationIds: [row.id],
      to,
      reason,
    }),
  );

/** Sends what is due at an instant; gives what somebody got of it. */
function sendAll(at: number, personId: number | null = null) {
  const sent = [];
  for (let job = takeMail(as(system, at)); job; job = takeMail(as(system, at))) {
    mailSent(as(system, at), job);
    sent.push(job.mail);
  }
  return sent.filter(({ told }) => told?.personId === personId);
}

/** What the server got since it was last asked. */
async function arrived() {
  await sendDueMail();
  return server.arrived.splice(0);
}
const listed = (registrationId: number) =>
  read()
    .select()
    .from(notices)
    .where(and(eq(notices.registrationId, registrationId), isNull(notices.toldAt)))
    .all()
    .map((notice) => notice.message);
const job = (id: number) => read().select().from(jobs).where(eq(jobs.id, id)).get();

describe("a message", () => {
  it("says in the person's language what was decided, when, where and what to quote", async () => {
    const course = opened(w, { admission: "selection" });
    const texts = {
      en: ["You have a place", "Registration number: ", "Irbid, Jordan"],
      fr: ["Vous avez une place", "Numéro d’inscription\u00a0: ", "Jordanie"],
      ar: ["لك مقعد", "رقم التسجيل: ", "إربد، الأردن"],
    };
    for (const [language, words] of Object.entries(texts)) {
      const row = await person(course, { language });
      await arrived();
      decide(row, "accepted");
      const [mail, ...more] = await arrived();
      expect(more).toEqual([]);
      expect(mail!.to).toBe(row.email);
      for (const word of words) expect(mail!.text).toContain(word);
      expect(mail!.text).toContain(`${row.courseId}-${row.number}`);
      expect(mail!.text).toContain("2027");
      // The link alone on its line, so that nothing sticks to it.
      expect(mail!.text.split("\n")).toContain(`https://cascade.example.org/registrations/${row.token}`);
      expect(mail!.text).not.toMatch(/\n{3}|\{|\}/);
    }
  });
  it("names the reason where there is one, and has no gap where there is none", async () => {
    const course = opened(w, { admission: "selection" });
    const row = await person(course);
    await arrived();
    decide(row, "declined");
    expect((await arrived())[0]!.text).toContain("Reason: Too far away");
    decide(row, "waiting", now, null);
    expect((await arrived())[0]!.text).not.toMatch(/Reason|\n{3}/);
  });
  it("goes to each whom a command affects, in their own language, and to nobody else", async () => {
    const course = opened(w, { capacity: "2" });
    const first = await person(course, { language: "fr" });
    const second = await person(course, { language: "ar" });
    const third = await person(course);
    await arrived();
    value(withdraw(as(w.participant, now), { token: first.token, reason: null }));
    expect((await arrived()).map((m) => [m.to, m.subject])).toEqual([
      [third.email, "User training: Think.Coop – Irbid: a place has become free for you"],
    ]);
    decide(second, "declined");
    expect((await arrived()).map((m) => m.to)).toEqual([second.email]);
  });
  it("about a moved course waits for the last edit, and says what holds then", async () => {
    const course = opened(w, { capacity: "1" });
    const accepted = await person(course);
    const waiting = await person(course);
    await arrived();
    const edit = (placeEn: string, at: number) => {
      const { version } = sqlite()
        .prepare("SELECT version FROM courses WHERE id = ?")
        .get(course.courseId) as { version: number };
      const form = courseForm(w, { capacity: "1", placeEn, placeAr: "" });
      const keys = { courseId: String(course.courseId), version: String(version) };
      value(editCourse(as(w.coordinator, at), courseEditSchema.parse({ ...form, ...keys })));
    };
    const clock = now + 3_600_000;
    edit("Salt", clock - 15 * minute);
    edit("Ajloun", clock - 8 * minute);
    expect(await arrived()).toEqual([]);
    edit("Madaba", clock - 11 * minute);
    const mails = await arrived();
    expect(mails.map((m) => m.to)).toEqual([accepted.email, waiting.email]);
    for (const mail of mails) expect(mail.text).toContain("Madaba, Jordan");
  });
});

describe("the outbox", () => {
  it("lets a newer message take the place of an older one, also while that is being sent", async () => {
    const row = await person(opened(w, { admission: "selection" }));
    await arrived();
    decide(row, "accepted");
    decide(row, "waiting", now, null);
    // What is decided is held back for a minute, in which it can be undone.
    expect(takeMail(as(system, now))).toBeNull();
    const old = takeMail(as(system, now + minute))!;
    expect(old.mail.message).toBe("registrationWaiting");
    decide(row, "declined");
    // Not beside the one under way, which it would overtake …
    expect(takeMail(as(system, now + 90_000))).toBeNull();
    // … and that one is not tried again, whatever becomes of it.
    mailFailed(as(system, now + 91_000), old, "ECONNRESET");
    const next = takeMail(as(system, now + 3 * minute))!;
    expect(next.mail.message).toBe("registrationDeclined");
    mailSent(as(system, now + 3 * minute), next);
    expect(takeMail(as(system, now + day))).toBeNull();
    expect(listed(row.id)).toEqual([]);
  });
  it("hears nothing any more from who lost the lease, and keeps a slow server from being asked twice", async () => {
    const row = await person(opened(w, { admission: "selection" }));
    await arrived();
    decide(row, "accepted");
    const at = (minutes: number) => as(system, now + minutes * minute);
    const slow = takeMail(at(1))!;
    // A server that takes its time: whoever waits for it says so.
    renewLease(at(2.5), slow);
    expect(takeMail(at(4))).toBeNull();
    const other = takeMail(at(5))!;
    expect(other.id).toBe(slow.id);
    for (const late of [() => mailSent(at(5), slow), () => mailFailed(at(5), slow, "ETIMEDOUT", true)])
      late();
    renewLease(at(100), slow);
    expect(job(other.id)).toMatchObject({ failure: null, attempts: 2, doneAt: null, lease: other.lease });
    mailSent(at(6), other);
    expect(job(other.id)).toMatchObject({ doneAt: now + 6 * minute, payload: {}, lease: null });
  });
  it("sends one copy to a server that is slow, though two loops look at the outbox", async () => {
    const row = await person(opened(w, { admission: "selection" }));
    await arrived();
    server.answers[row.email] = "slow";
    decide(row, "accepted");
    const first = sendDueMail();
    const second = sendDueMail();
    await Promise.all([first, second]);
    expect(server.arrived.splice(0).map((m) => m.to)).toEqual([row.email]);
  });
  it("sends a second try under the name of the first, so that a copy is known as one", async () => {
    const row = await person(opened(w, { admission: "selection" }));
    await arrived();
    server.answers[row.email] = "lost";
    decide(row, "accepted");
    const [first] = await arrived();
    delete server.answers[row.email];
    sqlite().prepare("UPDATE jobs SET run_after = 0 WHERE done_at IS NULL").run();
    const [second, ...more] = await arrived();
    expect(more).toEqual([]);
    expect(first!.id).toMatch(/^<job-\d+-[0-9a-f]+@mail\.example\.org>$/);
    expect(second).toEqual(first);
  });
  it("lists whom a mail does not reach: given up after a day of tries, or refused for good", async () => {
    const course = opened(w, { admission: "selection" });
    const tried = await person(course);
    const refused = await person(course);
    await arrived();
    server.answers[tried.email] = "later";
    server.answers[refused.email] = "refused";
    decide(tried, "accepted");
    decide(refused, "accepted");
    expect(await arrived()).toEqual([]);
    expect(listed(tried.id)).toEqual([]);
    expect(listed(refused.id)).toEqual(["registrationAccepted"]);
    for (let i = 2; i <= mostAttempts; i++) {
      expect(listed(tried.id)).toEqual([]);
      sqlite().prepare("UPDATE jobs SET run_after = 0 WHERE done_at IS NULL").run();
      expect(await arrived()).toEqual([]);
    }
    expect(listed(tried.id)).toEqual(["registrationAccepted"]);
    const waits = Array.from(
      { length: mostAttempts - 1 },
      (_, i) => retryDelayMs("registrationAccepted", i + 1)!,
    );
    expect(waits.slice(0, 3)).toEqual([1, 2, 4].map((minutes) => minutes * 60_000));
    expect(waits.reduce((sum, ms) => sum + ms)).toBeGreaterThan(24 * 3_600_000);
    // Nothing of the text is kept in the outbox.
    expect(read().select().from(jobs).where(isNull(jobs.doneAt)).all()).toEqual([]);
  });
  it("follows the person's address: a new one gets it, and who has none any more is listed", async () => {
    const course = opened(w, { admission: "selection" });
    const moved = await person(course);
    const gone = await person(course, { language: "fr" });
    await arrived();
    decide(moved, "accepted");
    decide(gone, "accepted");
    const set = sqlite().prepare("UPDATE persons SET email = ?, language = ? WHERE id = ?");
    set.run("new@example.org", "fr", moved.personId);
    set.run(null, "fr", gone.personId);
    const mails = await arrived();
    expect(mails.map((m) => m.to)).toEqual(["new@example.org"]);
    expect(mails[0]!.text).toContain("Vous avez une place");
    expect(listed(gone.id)).toEqual(["registrationAccepted"]);
    // Whichever way the older one was to go, the newer one takes its place.
    set.run("back@example.org", "fr", gone.personId);
    decide(gone, "declined");
    expect(listed(gone.id)).toEqual([]);
    expect((await arrived()).map((m) => m.to)).toEqual(["back@example.org"]);
  });
});

describe("two messages of one thing that wait at the same time", () => {
  const tentative = { minimumPeople: "1", decideBy: "2027-01-20" };
  it("are one mail: whose dates or place are others reads in it that the course takes place", async () => {
    await arrived();
    const course = opened(w, tentative);
    const row = await person(course);
    sendAll(now + 2 * minute);
    const { courseId } = course;
    const { version } = sqlite().prepare("SELECT version FROM courses WHERE id = ?").get(courseId) as never;
    const form = courseForm(w, { ...tentative, placeEn: "Salt" });
    const keys = { courseId: String(courseId), version: String(version) };
    const at = now + day;
    value(editCourse(as(w.coordinator, at), courseEditSchema.parse({ ...form, ...keys })));
    value(confirmCourse(as(w.coordinator, at + 1000), { courseId }));
    // The word alone would go out at once: it waits for what is held back, since several edits are one message.
    expect(sendAll(at + 5 * minute, row.personId)).toEqual([]);
    const mails = sendAll(at + 11 * minute, row.personId);
    expect(mails.map(({ message }) => message)).toEqual(["courseMoved"]);
    const [{ language, message, params }] = mails as [(typeof mails)[0]];
    expect(writeMessage({ language, message, params }).text).toContain(
      "It is confirmed: the course takes place.",
    );
    expect(sendAll(at + day, row.personId)).toEqual([]);
  });
  it("stay two where one of them has gone out", async () => {
    const course = opened(w, tentative);
    const row = await person(course);
    sendAll(now + 2 * minute);
    value(confirmCourse(as(w.coordinator, now + day), { courseId: course.courseId }));
    expect(sendAll(now + day, row.personId).map(({ message }) => message)).toEqual(["courseConfirmed"]);
  });
});
