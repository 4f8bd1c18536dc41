// What tests of proposals ask for alike, and how they look at what was proposed.
import type { SessionKind } from "../../db/values/timetable";
import type { Block } from "../../lib/timetable/rules/propose";
import { plannedMinutes } from "../../lib/timetable/rules/sessions";

export const hours = { startsAt: "09:00", endsAt: "16:00", breakFrom: "12:30", breakMinutes: 60 };
export const titles = { preTest: "Before", postTest: "After" };
export const pauses = (restMinutes: number, prayerMinutes = 0) => ({
  restMinutes,
  prayerFrom: "15:00",
  prayerMinutes,
});
export const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
export const minutesOfKind = (blocks: readonly Block[], kind: SessionKind) =>
  sum(blocks.filter((b) => b.kind === kind).map(plannedMinutes));
export const inOrder = (blocks: readonly Block[]) =>
  [...blocks].sort((a, b) => `${a.day} ${a.startsAt}`.localeCompare(`${b.day} ${b.startsAt}`, "en"));
export const lengths = (blocks: readonly Block[], days: readonly string[]) =>
  days.map((day) => sum(blocks.filter((b) => b.day === day).map(plannedMinutes)));

export const tot = { kind: "tot" as const, minPostTest: 70, microTeaching: true };
export const user = { kind: "user" as const, minPostTest: null, microTeaching: false };
export const modules = (count: number, minutes: number) =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, minutes }));
