import { daysOfPlan } from "@/lib/courses/rules/soFar";
import type { CalendarFacts } from "./calendarFacts";

/** What a country says of days, and which of those between two are of work and of rest. */
export function planDays(facts: CalendarFacts, country: string, from: string, to: string) {
  const calendar = { weekend: facts.weekends[country] ?? [], holidays: facts.holidays[country] ?? {} };
  return { calendar, ...daysOfPlan(from, to, calendar) };
}
