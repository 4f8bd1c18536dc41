import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import * as trainers from "../../lib/access/trainerGate";
import { proposeInstead } from "../../lib/requests/commands";
import { courseRequests, othersToName } from "../../lib/requests/queries";
import { proposeInsteadSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { fault, now, opened, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const coordinator = as(w.coordinator, now);
const asked = as(viewer(nour, { trains: [w.programmeId] }), now);
const { courseId } = opened(w, { trainerIds: [String(rami)] });
const [session] = courseSessions(coordinator, courseId);
const requestId = Number(
  sqlite()
    .prepare(
      "INSERT INTO trainer_requests (course_id, session_id, person_id, role, answer_by, asked_at, state) VALUES (?, ?, ?, 'lead', '2027-01-30', ?, 'waiting')",
    )
    .run(courseId, session!.id, nour, now).lastInsertRowid,
);
const nothing = { requestId, otherPersonId: null, otherDay: null, otherTime: null, reason: null };
const wrong = (instead: Partial<Parameters<typeof proposeInstead>[1]>) => {
  const { fields } = fault(proposeInstead(asked, { ...nothing, ...instead }));
  return Object.entries(fields ?? {}).map(([field, { code }]) => `${field}: ${code}`);
};

describe("what a trainer proposes instead", () => {
  it("is a day of the course that is not over, at a time at which the session ends on it", () => {
    const { day } = session!;
    expect(wrong({ otherDay: "2026-01-03" })).toEqual(["otherDay: answerByPast"]);
    expect(wrong({ otherDay: "2028-02-07" })).toEqual(["otherDay: proposeOutside"]);
    expect(wrong({ otherDay: day, otherTime: "23:30" })).toEqual(["otherTime: proposeMidnight"]);
    const form = { requestId: String(requestId), otherPersonId: "7", otherDay: "", otherTime: "09:00" };
    expect(JSON.stringify(proposeInsteadSchema.safeParse(form).error?.issues)).toContain("proposeDay");
  });
  it("is nobody who trains it already, whom the list does not offer", () => {
    expect(wrong({ otherPersonId: rami })).toEqual(["otherPersonId: askedTeaches"]);
    const request = trainers.ownRequest(asked, "request.answer", requestId);
    expect(othersToName(asked, request).map(({ id }) => id)).not.toContain(rami);
  });
  it("may be a holiday, which the coordinator reads", () => {
    const { day } = session!;
    const said = () =>
      courseRequests(coordinator, gate.course(coordinator, "trainers.ask", courseId))[0]!.dayOff;
    value(proposeInstead(asked, { ...nothing, otherDay: day, otherTime: "09:00" }));
    expect(said()).toBeNull();
    sqlite().prepare("INSERT INTO holidays (country, day, name) VALUES ('JO', ?, '{}')").run(day);
    expect(said()).toBe("holiday");
  });
});

describe("another day of a whole course", () => {
  const { courseId: whole } = opened(w, {
    startsOn: "2027-05-03",
    endsOn: "2027-05-04",
    trainerIds: [String(rami)],
  });
  const askWhole = () =>
    Number(
      sqlite()
        .prepare(
          "INSERT INTO trainer_requests (course_id, session_id, person_id, role, answer_by, asked_at, state) VALUES (?, NULL, ?, 'lead', '2027-04-30', ?, 'waiting')",
        )
        .run(whole, nour, now).lastInsertRowid,
    );
  const propose = (requestId: number, otherDay: string) =>
    proposeInstead(asked, { ...nothing, requestId, otherDay });
  const codeOf = (requestId: number, otherDay: string) =>
    fault(propose(requestId, otherDay)).fields?.otherDay?.code;

  it("is another first day, also outside its days, and leads the coordinator to moving it there", () => {
    const request = askWhole();
    expect(codeOf(request, "2027-05-03")).toBe("moveNowhere");
    expect(codeOf(request, "2031-05-03")).toBe("yearInDoubt");
    value(propose(request, "2027-06-07"));
    const shown = (by = coordinator) =>
      courseRequests(by, gate.course(by, "trainers.ask", whole)).find(({ id }) => id === request)!;
    expect(shown()).toMatchObject({ otherDay: "2027-06-07", movesTo: "2027-06-07" });
    // Once it is settled, nothing leads to moving it any more.
    sqlite().prepare("UPDATE trainer_requests SET settled_at = ? WHERE id = ?").run(now, request);
    expect(shown().movesTo).toBeNull();
  });
});
