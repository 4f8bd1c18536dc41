"use client";

import { createContext } from "react";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The first day of a week, as a calendar is told it. */
export type Begins = (typeof days)[number];

/** The same of an ISO weekday (Monday 1). */
export const beginsOn = (weekday: number): Begins => days[weekday - 1]!;

/** On which day weeks begin in the calendars of a part of a form; undefined where no country says it. */
export const WeekBegins = createContext<Begins | undefined>(undefined);
