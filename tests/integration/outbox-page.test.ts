import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { sendDueMail, sendMailNow } from "../../app/_server/outbox";
import { read } from "../../db/client";
import { jobs, notices, registrations } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { requestLink } from "../../lib/accounts/commands";
import { decideRegistrations } from "../../lib/admission/commands";
import { processSettings } from "../../lib/env/settings";
import { markTold, sendAgain, tryMail } from "../../lib/messages/commands";
import { mailOf, mailWaitsFor, outbox } from "../../lib/messages/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { mailServer } from "../support/mail";
import { day, fault, now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const server = await mailServer();
afterAll(server.close);
process.env.SMTP_URL = server.url;
process.env.CASCADE_NOW = new Date(now + day).toISOString();
const at = now + day;
const w = world();
const admin = viewer(person("Administrator", { email: "admin@example.org" }), { administrator: true });
const cx = () => as(admin, at);
const page = () => outbox(cx(), gate.everywhere(cx(), "mail.manage"));

/** Somebody who was accepted by a mail that the server refused for good. */
async function refused(name: string) {
  const course = opened(w, { admission: "selection" });
  const email = `${name}@example.org`;
  const { token } = value(await registered(course.slug, { email, name: "Hana Shahin" }));
  await sendDueMail();
  server.answers[email] = "refused";
  const { id } = read().select().from(registrations).where(eq(registrations.token, token)).get()!;
  const decision = { courseId: course.courseId, registrationIds: [id], reason: null };
  value(decideRegistrations(as(w.coordinator, now), { ...decision, to: "accepted" }));
  await sendDueMail();
  const listed = () => read().select().from(notices).where(eq(notices.registrationId, id)).all();
  const [mail] = page().givenUp;
  server.arrived.splice(0);
  return { email, courseId: course.courseId, mail: mail!, listed, decision };
}

describe("the outbox, for administrators", () => {
  it("says who was not reached and why, and sends the same again once the server takes it", async () => {
    const { email, mail, listed } = await refused("again");
    expect(mail).toMatchObject({ name: "Hana Shahin", message: "registrationAccepted", mayGoAgain: true });
    expect(mail.reason).toBe("addressRefused");
    expect(mail.answer).toEqual({ words: "550 5.1.1 <…@…>: no mailbox here", byServer: true });
    expect(listed()).toMatchObject([{ message: "registrationAccepted", toldAt: null }]);
    expect(fault(sendAgain(as(w.coordinator, at), { jobId: mail.id })).code).toBe("notFound");
    delete server.answers[email];
    value(sendAgain(cx(), { jobId: mail.id }));
    // Nobody has to tell them by hand any more.
    expect(listed()).toEqual([]);
    await sendDueMail();
    expect(server.arrived.splice(0).map(({ to, text }) => [to, text.includes("You have a place")])).toEqual([
      [email, true],
    ]);
    expect(page().sent[0]).toMatchObject({ id: mail.id, name: "Hana Shahin", reason: null });
    expect(read().select().from(jobs).where(eq(jobs.id, mail.id)).get()?.payload).toEqual({});
    expect(fault(sendAgain(cx(), { jobId: mail.id })).code).toBe("notFound");
  });
  it("sends nothing again that a coordinator has told by hand, or that is out of date", async () => {
    const told = await refused("told");
    const [notice] = told.listed();
    const said = { courseId: told.courseId, noticeIds: [notice!.id], only: null };
    value(markTold(as(w.coordinator, at), said));
    expect(fault(sendAgain(cx(), { jobId: told.mail.id })).code).toBe("toldByHand");
    expect(page().givenUp[0]).toMatchObject({ toldAt: at, mayGoAgain: false });
    const older = await refused("older");
    value(decideRegistrations(as(w.coordinator, at), { ...older.decision, to: "declined", reason: "Full" }));
    expect(fault(sendAgain(cx(), { jobId: older.mail.id })).code).toBe("saidNewer");
  });
  it("ends a link to sign in that has run out instead of sending it", async () => {
    const identifier = "link@example.org";
    const account = { email: identifier, name: "Owner", password: "a long password of mine" };
    value(await registered(opened(w).slug, account));
    await sendDueMail();
    server.arrived.splice(0);
    value(requestLink(as(w.participant, at - 31 * 60_000), { identifier }, "address"));
    await sendDueMail();
    expect(server.arrived.splice(0)).toEqual([]);
    expect(page().givenUp[0]).toMatchObject({ name: "Owner", reason: "tooOld", mayGoAgain: false });
    expect(JSON.stringify(read().select().from(jobs).all())).not.toContain("token=");
  });
  it("tries the mail to one's own address and says what the server said", async () => {
    const { jobId } = value(tryMail(cx(), {}));
    await sendMailNow(jobId);
    expect(server.arrived.splice(0).map((m) => m.to)).toEqual(["admin@example.org"]);
    const seen = (id: number) => mailOf(cx(), gate.everywhere(cx(), "mail.manage"), id);
    expect(seen(jobId)).toMatchObject({ reason: null, doneAt: expect.any(Number) });
    server.answers["admin@example.org"] = "later";
    const again = value(tryMail(cx(), {}));
    await sendMailNow(again.jobId);
    expect(seen(again.jobId)).toMatchObject({ reason: "later", attempts: 1, doneAt: expect.any(Number) });
    expect(fault(tryMail(as(w.coordinator, at), {})).code).toBe("notFound");
    const unreachable = viewer(person("No address"), { administrator: true });
    expect(fault(tryMail(as(unreachable, at), {})).code).toBe("noOwnAddress");
  });
  it("counts how long mail waits, and queues nothing where no server is set", async () => {
    expect(mailWaitsFor(cx())).toBe(0);
    value(await registered(opened(w).slug, { email: "waits@example.org" }));
    expect(mailWaitsFor(cx())).toBe(day);
    const without = { ...cx(), settings: { ...processSettings(), smtpUrl: null } };
    expect(mailWaitsFor(without)).toBe(0);
    expect(fault(tryMail(without, {})).code).toBe("noMailServer");
  });
});
