import type { Plan } from "../../lib/timetable/rules/issues";
import { noParts } from "../../lib/timetable/rules/parts";

export const module = { id: 1, minutes: 120 };
export const lead = { id: 7, role: "lead" as const };
export const session = (id: number, more: Partial<Plan["sessions"][number]> = {}) => ({
  id,
  day: "2027-02-07",
  startsAt: "09:00",
  endsAt: "11:00",
  endInstant: 100,
  minutes: 120,
  kind: "module" as const,
  moduleId: 1,
  roomId: 3,
  groupId: null,
  trainers: [lead],
  asked: [],
  ...more,
});
export const plan = (more: Partial<Plan> = {}): Plan => ({
  now: 0,
  mostMinutes: 480,
  sessions: [session(1)],
  modules: [module],
  groupIds: [],
  ungrouped: 0,
  asksTest: false,
  parts: noParts,
  isQualified: () => true,
  seats: new Map([[3, 20]]),
  expected: () => 20,
  emptyGroups: new Set(),
  notWorked: [],
  elsewhere: new Map(),
  peopleElsewhere: new Map(),
  elsewhereOn: [],
  awayAt: () => null,
  ...more,
});
