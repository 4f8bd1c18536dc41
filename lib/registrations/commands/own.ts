import { eq } from "drizzle-orm";
import type * as z from "zod/mini";
import { registrations } from "@/db/schema";
import { demand } from "../../access/demand";
import { change } from "../../acts/command";
import type { Context } from "../../acts/context";
import { audit } from "../../audit/commands";
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
  cx: Context,
  input: z.output<typeof withdrawalSchema>,
): Result<{ token: string; slug: string }> {
  return change(cx, () => {
    demand(cx.viewer, "registration.follow", {});
    const row =
      cx.db.select().from(registrations).where(eq(registrations.token, input.token)).get() ??
      refuse("notFound");
    const course = courseByKey(cx.db).get({ courseId: row.courseId })!;
    if (!allows(course.state, "decide") || !mayBecome(row.state, "withdrawn")) refuse("withdrawalNotAllowed");
    move(cx, row, "withdrawn", "withdrawn", input.reason);
    audit(cx, "registration.withdraw", "registration", row.id);
    promote(cx, course);
    return { token: row.token, slug: course.slug };
  });
}

/**
 * Whoever gave their place back takes part again, by the token of their own registration, while registration is open:
 * as somebody who registers now, so with a place if one is left and nobody waits for it, else at the end of the list.
 */
export function comeBack(
  cx: Context,
  input: z.output<typeof comeBackSchema>,
  address: string,
): Result<{ token: string; slug: string; state: RegistrationState }> {
  return change(cx, () => {
    demand(cx.viewer, "registration.follow", {});
    const row =
      cx.db.select().from(registrations).where(eq(registrations.token, input.token)).get() ??
      refuse("notFound");
    const course = courseByKey(cx.db).get({ courseId: row.courseId })!;
    // A second tap finds what the first one did.
    if (row.state !== "withdrawn") refuse("notWithdrawn");
    if (course.state === "cancelled") refuse("courseCancelled");
    if (!registrationOpen(course, dayAt(cx.now, course.zone))) refuse("registrationClosed");
    const proven = cx.viewer.personId === row.personId && provenContact(cx);
    const addressKey = proven ? null : addressKeyOf(cx, course.id, address);
    const state = admission(cx, course, load(cx, course.id), addressKey);
    move(cx, row, state, "came_back", null, addressKey);
    audit(cx, "registration.come-back", "registration", row.id, { state });
    tell(cx, row, course, admittedMessage[state]);
    return { token: row.token, slug: course.slug, state };
  });
}
