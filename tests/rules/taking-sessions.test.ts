import { describe, expect, it } from "vitest";
import { atTheSameTime, takeable } from "../../lib/requests/rules";

const hour = 3_600_000;
const session = (
  id: number,
  from: number,
  more: { groupId?: number | null; trainerIds?: number[] } = {},
) => ({
  id,
  startInstant: from * hour,
  endInstant: (from + 2) * hour,
  groupId: null as number | null,
  trainerIds: [] as number[],
  ...more,
});
/** Two groups at one time, then one session of everybody. */
const plan = [
  session(1, 9, { groupId: 10, trainerIds: [7] }),
  session(2, 9, { groupId: 20 }),
  session(3, 11),
];
const lead = { role: "lead", groupId: null } as const;
const keys = (sessions: readonly { id: number }[]) => sessions.map(({ id }) => id);

describe("what somebody who is asked for a course can train of it", () => {
  it("is of two groups at one time the one that nobody leads, and all that meets nothing", () => {
    expect(keys(atTheSameTime(plan))).toEqual([1, 2]);
    expect(keys(takeable(plan, [], lead))).toEqual([2, 3]);
  });
  it("is that of the group they choose, whoever leads it", () => {
    expect(keys(takeable(plan, [], { role: "lead", groupId: 10 }))).toEqual([1, 3]);
  });
  it("is for an apprentice the one that somebody leads", () => {
    expect(keys(takeable(plan, [], { role: "apprentice", groupId: null }))).toEqual([1, 3]);
  });
  it("stays with one group where nobody leads any", () => {
    const bare = [9, 11, 13].flatMap((from, i) => [
      session(2 * i + 1, from, { groupId: 20 }),
      session(2 * i + 2, from, { groupId: 10 }),
    ]);
    expect(keys(takeable(bare, [], lead))).toEqual([2, 4, 6]);
  });
  it("is nothing that meets what they teach, though they chose that group", () => {
    const elsewhere = { sessionId: 99, trainerId: 7, courseId: 5, startsAt: 10 * hour, endsAt: 11 * hour };
    expect(keys(takeable(plan, [elsewhere], { role: "lead", groupId: 10 }))).toEqual([3]);
  });
});
