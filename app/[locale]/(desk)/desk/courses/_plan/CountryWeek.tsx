"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { beginsOn, WeekBegins } from "@/app/_ui/form/weekBegins";
import { weekBegins } from "@/lib/timetable/rules/grid";
import type { CalendarFacts } from "./calendarFacts";

/** Calendars of its fields begin their weeks as the months drawn below them do: after the weekend of the country that is chosen. */
export function CountryWeek({ facts, children }: { facts: CalendarFacts; children: ReactNode }) {
  const weekend = facts.weekends[String(useWatch({ name: "country" }) ?? "")];
  return <WeekBegins value={weekend ? beginsOn(weekBegins(weekend)) : undefined}>{children}</WeekBegins>;
}
