import { sqlite } from "../../db/client";
import { system, visitor } from "../../lib/access/table";
import { contextOf } from "../../lib/acts/context";
import { chasePlans, makePlan } from "../../lib/stages/commands";
import { ownPlanSchema } from "../../lib/stages/schema";
import { instantOf } from "../../lib/time/zone";
import { as } from "./as";
import { value } from "./world";

/** Noon of a day where the courses are. */
export const noon = (day: string) => instantOf(day, "12:00", "Asia/Amman");

/** Chases first workshops as the process does, on a day. */
export const chase = (day: string) => chasePlans(contextOf(system, noon(day)));

/** Plans first workshops for these days with the tool, on a day, by the page of a registration. */
export const plan = (toolId: number, token: string, days: string[], on: string) =>
  value(
    makePlan(
      as(visitor, noon(on)),
      ownPlanSchema.parse({
        token,
        workshops: days.map((day) => ({ toolId: String(toolId), day, place: "Irbid", audience: "" })),
      }),
    ),
  );

/** Whom a coordinator is still to tell of their plan, and how often somebody was told. */
export const toTellOfPlans = (courseId: number) =>
  sqlite()
    .prepare(
      "SELECT p.name || ': ' || n.message FROM notices n JOIN persons p ON p.id = n.person_id JOIN registrations r ON r.id = n.registration_id WHERE r.course_id = ? AND n.told_at IS NULL AND n.topic LIKE '%:plan' ORDER BY p.name",
    )
    .pluck()
    .all(courseId);
