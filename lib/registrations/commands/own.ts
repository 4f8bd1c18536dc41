import { eq } from "drizzle-orm";
import type * as z from "zod";
import { registrations } from "@/db/schema";
import { demand } from "../../access/demand";
import type { Viewer } from "../../access/rules";
import { audit, change } from "../../audit/commands";
import { allows, registrationOpen } from "../../courses/rules";
import { type Result, refuse } from "../../result";
import { dayAt } from "../../time/zone";
import { mayBecome, type RegistrationState } from "../rules";
import type { comeBackSchema, withdrawalSchema } from "../schema";
import {
  addressKeyOf,
  admission,
  admittedMessage,
  courseByKey,
  load,
  move,
  promote,
  provenContact,
  tell,
} from "./place";

/** The person gives the place back, by the token of their own registration; who waits longest moves up. */
export function withdraw(
  viewer: Viewer,
  input: z.output<typeof withdrawalSchema>,
  now: number,
): Result<{ token: string; slug: string }> {
  return change((db) => {
    demand(viewer, "registration.follow", {});
    const row =
      db.select().from(registrations).where(eq(registrations.token, input.token)).get() ?? refuse("notFound");
    const course = courseByKey(db).get({ courseId: row.courseId })!;
    if (!allows(course.state, "decide") || !mayBecome(row.state, "withdrawn")) refuse("withdrawalNotAllowed");
    move(db, viewer, row, "withdrawn", "withdrawn", input.reason, now);
    audit(db, viewer, now, "registration.withdraw", "registration", row.id);
    promote(db, viewer, course, now);
    return { token: row.token, slug: course.slug };
  });
}

/**
 * Whoever gave their place back takes part again, by the token of their own registration, while registration is open:
 * as somebody who registers now, so with a place if one is left and nobody waits for it, else at the end of the list.
 */
export function comeBack(
  viewer: Viewer,
  input: z.output<typeof comeBackSchema>,
  now: number,
  address: string,
): Result<{ token: string; slug: string; state: RegistrationState }> {
  return change((db) => {
    demand(viewer, "registration.follow", {});
    const row =
      db.select().from(registrations).where(eq(registrations.token, input.token)).get() ?? refuse("notFound");
    const course = courseByKey(db).get({ courseId: row.courseId })!;
    // A second tap finds what the first one did.
    if (row.state !== "withdrawn") refuse("notWithdrawn");
    if (course.state === "cancelled") refuse("courseCancelled");
    if (!registrationOpen(course, dayAt(now, course.zone))) refuse("registrationClosed");
    const proven = viewer.personId === row.personId && provenContact(db, viewer);
    const addressKey = proven ? null : addressKeyOf(course.id, address);
    const state = admission(db, course, load(db, course.id), addressKey, now);
    move(db, viewer, row, state, "came_back", null, now, addressKey);
    audit(db, viewer, now, "registration.come-back", "registration", row.id, { state });
    tell(db, row, course, admittedMessage[state], now);
    return { token: row.token, slug: course.slug, state };
  });
}
