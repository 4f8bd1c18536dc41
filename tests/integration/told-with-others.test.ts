import { beforeEach, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { confirmCourse } from "../../lib/courses/commands";
import { mailFailed, mailSent, type Taken, takeMail } from "../../lib/messages/outbox";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { peopleTold } from "../support/peopleTold";
import { day, now, opened, value, world } from "../support/world";

process.env.SMTP_URL = "smtp://example.org";
freshDatabase();
const w = world();
const { join, edit, messages } = peopleTold(w);
const minute = 60_000;
const tentative = { minimumPeople: "1", decideBy: "2027-01-20" };

describe("that the course takes place, which is said with its new place", () => {
  let courseId = 0;
  let held = 0;
  /** Takes what is to be said to whoever registered; what there is beside it is sent. */
  function taken(at: number): Taken | null {
    for (let job = takeMail(as(system, at)); job; job = takeMail(as(system, at))) {
      if (job.mail.told?.registrationId && job.mail.told.courseId === courseId) return job;
      mailSent(as(system, at), job);
    }
    return null;
  }
  const goes = (job: Taken | null) => [job?.mail.message, job?.mail.params?.goes ?? null];
  const listed = () =>
    sqlite()
      .prepare(
        "SELECT message FROM notices WHERE course_id = ? AND registration_id IS NOT NULL AND told_at IS NULL ORDER BY message",
      )
      .pluck()
      .all(courseId);
  const again = () => sqlite().prepare("UPDATE jobs SET run_after = 0 WHERE done_at IS NULL").run();
  beforeEach(async () => {
    const course = opened(w, { capacity: "3", ...tentative });
    courseId = course.courseId;
    await join(course.slug, true);
    messages(courseId);
    edit(courseId, { ...tentative, placeEn: "Salt" });
    value(confirmCourse(as(w.coordinator, now), { courseId }));
    again();
    held = now + 61 * day;
  });

  it("is done with once that has gone out", () => {
    const job = taken(held);
    expect(goes(job)).toEqual(["courseMoved", expect.any(String)]);
    // While it is on its way nothing else goes out.
    expect(taken(held)).toBeNull();
    mailSent(as(system, held), job!);
    again();
    expect(taken(held + day)).toBeNull();
  });
  it("is said with the next one, where the mail server failed and the place was changed again", () => {
    mailFailed(as(system, held), taken(held)!, "ECONNREFUSED");
    edit(courseId, { ...tentative, placeEn: "Karak" });
    again();
    expect(goes(taken(held + minute))).toEqual(["courseMoved", expect.any(String)]);
  });
  it("is said by itself, where the place is as it was by then", () => {
    mailFailed(as(system, held), taken(held)!, "ECONNREFUSED");
    edit(courseId, { ...tentative, placeEn: "Irbid" });
    again();
    expect(goes(taken(held + minute))[0]).toBe("courseConfirmed");
  });
  it("is said again where whoever was sending it was killed", () => {
    taken(held);
    again();
    expect(goes(taken(held + 3 * minute))).toEqual(["courseMoved", expect.any(String)]);
  });
  it.each([
    ["has no address any more", () => sqlite().prepare("UPDATE persons SET email = NULL").run()],
    [
      "has one that the server refuses for good",
      () => mailFailed(as(system, held), taken(held)!, "EENVELOPE 550", true),
    ],
  ])("comes onto the list with it, where the person %s", (_, happens) => {
    happens();
    again();
    for (let job = taken(held); job; job = taken(held))
      mailFailed(as(system, held), job, "EENVELOPE 550", true);
    // What was put off until after the other is due a moment later.
    expect(taken(held + minute)).toBeNull();
    expect(listed()).toEqual(["courseConfirmed", "courseMoved"]);
  });
});
