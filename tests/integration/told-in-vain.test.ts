import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { recount } from "../../lib/due/recount";
import { courseNotices } from "../../lib/messages/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { join, peopleToTellIn } from "../support/toTell";
import { transact } from "../support/transact";
import { now, opened, world } from "../support/world";

delete process.env.SMTP_URL;
freshDatabase();
const w = world();
const { decide } = peopleToTellIn(w);

it("nobody is told of what is past: the list and Today have what can still be told, and all of it once the end is taken back", async () => {
  const course = opened(w, { admission: "selection", startsOn: "2027-02-07", endsOn: "2027-02-09" });
  const [placed, gone] = [await join(course), await join(course)];
  decide(placed, "accepted");
  decide(gone, "waiting");
  const state = (to: string, endsOn = "2027-02-09") => {
    sqlite()
      .prepare("UPDATE courses SET state = ?, ends_on = ?, state_reason = 'Flood' WHERE id = ?")
      .run(to, endsOn, course.courseId);
    transact(() => recount(as(w.coordinator, now), course.courseId));
  };
  const told = (civil: string) => {
    const cx = as(w.coordinator, Date.parse(`${civil}T06:00:00Z`));
    const { people, toTell: list } = courseNotices(
      cx,
      gate.course(cx, "registrations.decide", course.courseId),
    );
    const [item] = todayFor(cx, civil).awaits.flatMap((one) =>
      one.kind === "tell" && one.course.id === course.courseId ? one.count : [],
    );
    expect([people, new Set(list.map(({ personId }) => personId)).size]).toEqual([item ?? 0, item ?? 0]);
    return people;
  };
  expect([told("2027-02-08"), told("2027-03-01")]).toEqual([2, 2]);
  state("closed");
  expect(told("2027-02-10")).toBe(0);
  // Whoever waited to the end learns that it is over, and a certificate is told also then.
  const until = (message: string, row: typeof placed) =>
    sqlite()
      .prepare("UPDATE notices SET message = ? WHERE registration_id = ? AND told_at IS NULL")
      .run(message, row.id);
  until("certificateReady", placed);
  until("registrationReleased", gone);
  state("closed");
  expect(told("2027-02-10")).toBe(2);
  // So does whoever was declined that they were.
  until("registrationDeclined", gone);
  expect(told("2027-02-10")).toBe(2);
  until("registrationAccepted", placed);
  state("running");
  expect(told("2027-02-10")).toBe(2);
  // That it was cancelled is said until its days are over.
  until("courseCancelled", placed);
  until("courseCancelled", gone);
  state("cancelled");
  expect([told("2027-02-09"), told("2027-02-10")]).toEqual([2, 0]);
});
