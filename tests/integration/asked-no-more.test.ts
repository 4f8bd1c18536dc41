import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { disableAccount } from "../../lib/accounts/commands";
import { contextOf } from "../../lib/acts/context";
import { removeMember } from "../../lib/people/commands";
import { acceptRequest, askTrainers, endRequests } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { fault, now, opened, person, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
const { courseId } = opened(w, { trainerIds: [String(rami)] });
const asked = () => {
  const form = {
    sessionId: "",
    trainerIds: [String(nour)],
    role: "lead",
    answerBy: "2027-02-01",
    message: "",
  };
  value(askTrainers(coordinator, askSchema.parse({ courseId: String(courseId), ...form })));
  return sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
};
/** How a request stands, and whether whoever was asked is told. */
const standing = (requestId: number) =>
  sqlite()
    .prepare(
      "SELECT state, (SELECT count(*) FROM notices WHERE message = 'requestTakenBack' AND json_extract(params, '$.request') = CAST(t.id AS text)) AS told FROM trainer_requests t WHERE id = ?",
    )
    .get(requestId);
const waiting = () => courseSessions(coordinator, courseId).flatMap((s) => s.asked);

describe("whoever could no longer accept is not asked any more", () => {
  it("as their account was closed", () => {
    const requestId = asked();
    const { lastInsertRowid } = sqlite()
      .prepare("INSERT INTO accounts (person_id, email, created_at) VALUES (?, 'nour@example.org', 0)")
      .run(nour);
    const administrator = viewer(person("Administrator"), { administrator: true });
    value(disableAccount(as(administrator, now), { accountId: Number(lastInsertRowid) }));
    expect(standing(requestId)).toEqual({ state: "taken_back", told: 0 });
    expect(waiting()).toEqual([]);
    sqlite().prepare("DELETE FROM accounts WHERE id = ?").run(lastInsertRowid);
  });
  it("as their role ended by its day, once whenever that is looked for", () => {
    const requestId = asked();
    const role = sqlite().prepare(
      "UPDATE programme_members SET ends_on = ? WHERE person_id = ? AND role = 'trainer'",
    );
    const end = (at: string) => endRequests(contextOf(system, Date.parse(at)));
    role.run("2027-01-15", nour);
    expect([end("2027-01-15T08:00:00Z"), standing(requestId)]).toMatchObject([0, { state: "waiting" }]);
    expect([end("2027-01-16T08:00:00Z"), end("2027-01-16T09:00:00Z")]).toEqual([1, 0]);
    expect(standing(requestId)).toMatchObject({ state: "taken_back" });
    role.run(null, nour);
  });
  it("as their role was taken, which they are told", () => {
    const requestId = asked();
    // Nobody hears of the end of what they were never told.
    sqlite().prepare("UPDATE notices SET told_at = ? WHERE course_id = ?").run(now, courseId);
    value(removeMember(coordinator, { personId: nour, programmeId: w.programmeId, role: "trainer" }));
    expect(standing(requestId)).toMatchObject({ state: "taken_back" });
    expect(
      sqlite()
        .prepare(
          "SELECT json_extract(detail, '$.hears') FROM audit_log WHERE action = 'request.taken-back' ORDER BY id DESC LIMIT 1",
        )
        .pluck()
        .get(),
    ).toBe(1);
    expect(waiting()).toEqual([]);
    const cx = as(viewer(nour, { trains: [w.programmeId] }), now);
    expect(fault(acceptRequest(cx, { requestId })).code).toBe("requestTakenBack");
  });
});
