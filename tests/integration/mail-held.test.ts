import { afterAll, describe, expect, it } from "vitest";
import { sendDueMail } from "../../app/_server/outbox";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import type { Viewer } from "../../lib/access/table";
import { processSettings } from "../../lib/env/settings";
import { mailHeld, mailHeldIn } from "../../lib/messages/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { mailServer } from "../support/mail";
import { now, opened, person, registered, value, viewer, world } from "../support/world";

freshDatabase();
const server = await mailServer();
afterAll(server.close);
process.env.SMTP_URL = server.url;
process.env.CASCADE_NOW = new Date(now).toISOString();
const minute = 60_000;
const w = world();
const admin = viewer(person("Administrator"), { administrator: true });
const held = (who: Viewer, at: number) => {
  const cx = as(who, at);
  return mailHeld(cx, gate.reach(cx, "today.read"));
};
const heldIn = (courseId: number, at: number) => {
  const cx = as(w.coordinator, at);
  return mailHeldIn(cx, gate.course(cx, "course.run", courseId));
};

describe("mail that is held up", () => {
  it("is said with how much, since when and why to whom it concerns, from ten minutes on until it went out", async () => {
    const [course, other] = [opened(w), opened(w, { startsOn: "2027-03-07", endsOn: "2027-03-11" })];
    server.answers["late@example.org"] = "later";
    value(await registered(course.slug, { email: "late@example.org" }));
    await sendDueMail();
    expect(held(w.coordinator, now + 9 * minute)).toBeNull();
    const said = { count: 1, since: now, reason: "later" };
    expect(held(w.coordinator, now + 10 * minute)).toEqual(said);
    expect(held(admin, now + 10 * minute)).toEqual(said);
    expect(heldIn(course.courseId, now + 10 * minute)).toEqual(said);
    expect(heldIn(other.courseId, now + 10 * minute)).toBeNull();
    expect(held(w.stranger, now + 10 * minute)).toBeNull();
    // Who only teaches has no course whose mail they could see to.
    expect(held(w.trainer, now + 10 * minute)).toBeNull();
    delete server.answers["late@example.org"];
    sqlite().prepare("UPDATE jobs SET run_after = queued_at").run();
    await sendDueMail();
    expect(held(admin, now + 40 * minute)).toBeNull();
  });
  it("is said too of what nobody tried to send, and not while it is to wait", async () => {
    const { slug } = opened(w, { startsOn: "2027-04-04", endsOn: "2027-04-08" });
    value(await registered(slug, { email: "never@example.org" }));
    expect(held(admin, now + minute)).toBeNull();
    expect(held(admin, now + 60 * minute)).toMatchObject({ count: 1, reason: null });
    const waits = sqlite().prepare("UPDATE jobs SET run_after = ? WHERE run_after = ?");
    waits.run(now + 120 * minute, now);
    expect(held(admin, now + 60 * minute)).toBeNull();
    waits.run(now, now + 120 * minute);
    const cx = as(admin, now + 60 * minute);
    const without = { ...cx, settings: { ...processSettings(), smtpUrl: null } };
    expect(mailHeld(without, gate.reach(without, "today.read"))).toBeNull();
  });
});
