import { describe, expect, it } from "vitest";
import { isAcceptable, openIssues } from "../../lib/timetable/rules/issues";
import { lead, plan, session } from "../support/issuePlan";

describe("what is no longer there", () => {
  it("is one thing for all sessions in a room that is closed, and for all of a trainer who can no longer sign in, until they are over", () => {
    const sessions = [
      session(1),
      session(2, { day: "2027-02-08", roomId: 4 }),
      session(3, { day: "2027-02-09", trainers: [{ id: 8, role: "co_trainer" }] }),
      session(4, { day: "2027-02-09", startsAt: "12:00", endsAt: "14:00", roomId: null, trainers: [lead] }),
    ];
    const gone = { closedRooms: new Set([3]), disabled: new Set([8]) };
    const open = openIssues(plan({ sessions, ...gone })).filter(({ kind }) =>
      ["room_closed", "trainer_gone"].includes(kind),
    );
    expect(open).toMatchObject([
      { kind: "room_closed", sessionId: 1, roomId: 3, sessionIds: [1, 3] },
      { kind: "trainer_gone", sessionId: 3, trainerId: 8, sessionIds: [3] },
    ]);
    // Nobody accepts it with a reason: it is mended.
    expect(open.filter(isAcceptable)).toEqual([]);
    const over = openIssues(plan({ sessions, ...gone, now: 100 }));
    expect(over.map(({ kind }) => kind)).not.toContain("room_closed");
  });
});
