import { describe, expect, it } from "vitest";
import { namingNobody } from "../../lib/timetable/rules/roles";

const session = (moduleId: number | null, ...trainers: number[]) => ({ moduleId, trainers });

describe("sessions that name no trainer", () => {
  it("are of the course's first trainer where none of them names anybody; an opening is not asked about", () => {
    const all = [session(null), session(1), session(2)];
    expect(namingNobody(all, 7)).toEqual({ sessions: all.slice(1), leads: 7 });
  });
  it("are of nobody once one of them names somebody", () => {
    expect(namingNobody([session(1), session(2, 9)], 7)).toEqual({ sessions: [session(1)], leads: null });
  });
});
