import * as z from "zod";
import { agree, day, id, optionalDay, optionalLine, time, wholeNumber } from "../fields";
import { daysBetween } from "../time/civil";
import { longestAwayDays } from "./rules";

type Days = { fromDay: string; toDay: string | null };

/** Days on which a trainer is away; without a last day it is the one. */
export const awayDaysSchema = z
  .object({ personId: id(), fromDay: day(), toDay: optionalDay(), reason: optionalLine() })
  .check(
    agree<Days>(["toDay", "fromDay"], (a) => !a.toDay || a.toDay >= a.fromDay, "awayEndsBeforeStart"),
    agree<Days>(
      ["toDay", "fromDay"],
      (a) => !a.toDay || a.toDay < a.fromDay || daysBetween(a.fromDay, a.toDay) < longestAwayDays,
      "awayTooLong",
    ),
  );

/** Hours of every week at which a trainer cannot teach. */
export const awayHoursSchema = z
  .object({
    personId: id(),
    weekday: wholeNumber(1, 7),
    startsAt: time(),
    endsAt: time(),
    reason: optionalLine(),
  })
  .check(
    agree<{ startsAt: string; endsAt: string }>(
      ["endsAt", "startsAt"],
      (a) => a.endsAt > a.startsAt,
      "endBeforeStart",
    ),
  );

/** What was entered, by its key. */
export const awaySchema = z.object({ awayId: id() });
