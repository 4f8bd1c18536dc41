import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { outer } from "@/db/client";
import { attendance, certificates, courses, persons, registrations, sessions } from "@/db/schema";
import { demand } from "../access/demand";
import { courseScope } from "../access/queries";
import { change } from "../acts/command";
import type { Context } from "../acts/context";
import { settle as settleRows } from "../admission/commands/settle";
import { audit, keepReason, reasonKept } from "../audit/commands";
import { rollIsOpen, startsWithRoll } from "../courses/rules/workshops";
import { holdsSeat } from "../registrations/rules";
import { type Result, refuse, withParams } from "../result";
import { dayAt } from "../time/zone";
import { madeUpon, wasOf } from "./kept";
import { minutesFor, rollFault } from "./rules";
import type { RollInput, RollMark } from "./schema";

/**
 * Takes the roll: each mark replaces what stood for that person; `none` takes it back. All of them, or nothing. A reason
 * is owed before the session's day (once), and at a closed course for whoever holds a certificate. The first mark of a
 * trainer's workshop on or after its first day starts it (`started`).
 *
 * A mark that says what it was made upon (`was`) leaves alone what another person has marked since: `held` names the
 * registrations of those that were not put for that. What stands already stays with whoever entered it.
 */
export function takeRoll(
  cx: Context,
  input: RollInput,
): Result<{ sessionId: number; courseId: number; savedAt: number; held: number[]; started: boolean }> {
  return change(cx, () => {
    if (input.account && input.account !== cx.viewer.accountId) refuse("otherAccount");
    const session =
      cx.db.select().from(sessions).where(eq(sessions.id, input.sessionId)).get() ?? refuse("notFound");
    demand(cx.viewer, "roll.take", courseScope(cx, session.courseId) ?? {});
    const course = cx.db.select().from(courses).where(eq(courses.id, session.courseId)).get()!;
    const today = dayAt(cx.now, course.zone);
    if (!rollIsOpen(course, today)) refuse("rollNotOpen");
    owesReasonForEarly(cx, session, input);
    if (course.state === "closed") owesReasonForMending(cx, session, input);
    const people = new Map(
      cx.db
        .select({ id: registrations.id, state: registrations.state, name: persons.name })
        .from(registrations)
        .innerJoin(persons, eq(persons.id, registrations.personId))
        .where(
          and(
            eq(registrations.courseId, session.courseId),
            inArray(
              registrations.id,
              input.marks.map((m) => m.registrationId),
            ),
          ),
        )
        .all()
        .map((r) => [r.id, r]),
    );
    const hasPlace = ({ registrationId }: RollMark) => {
      const found = people.get(registrationId);
      return found !== undefined && holdsSeat(found.state);
    };
    const gone = input.marks.filter((mark) => !mark.rest && !hasPlace(mark));
    if (gone.length > 0)
      refuse("notOnRoll", {
        fields: Object.fromEntries(
          gone.map(({ registrationId: id }) => {
            const name = people.get(id)?.name;
            return [`state_${id}`, name ? withParams("noPlace", { name }) : "notOnRoll"];
          }),
        ),
      });
    const held: number[] = [];
    const put: RollMark[] = [];
    for (const mark of input.marks.filter(hasPlace)) {
      const key = and(
        eq(attendance.sessionId, session.id),
        eq(attendance.registrationId, mark.registrationId),
      );
      const standing = cx.db.select().from(attendance).where(key).get();
      if (mark.rest && standing) continue;
      // A session made shorter may leave somebody later than it lasts: that entry may be sent again as it is.
      if (sameMark(mark, standing ?? { state: null, lateMinutes: null })) continue;
      const stands = standing ? wasOf(standing.state, standing.lateMinutes) : "none";
      if (
        mark.was !== undefined &&
        !madeUpon(mark.was, stands) &&
        standing?.enteredBy !== cx.viewer.personId
      ) {
        if (madeUpon(mark.was, wasOf(mark.state, mark.lateMinutes))) continue;
        if (standing) {
          held.push(mark.registrationId);
          continue;
        }
      }
      put.push(mark);
      if (mark.state === "none") {
        cx.db.delete(attendance).where(key).run();
        continue;
      }
      const fault = rollFault(mark.state, session.minutes, mark.lateMinutes);
      if (fault) refuse("invalid", { fields: { [`late_${mark.registrationId}`]: fault } });
      const entry = {
        state: mark.state,
        minutes: minutesFor(mark.state, session.minutes, mark.lateMinutes),
        lateMinutes: mark.state === "late" ? mark.lateMinutes : 0,
        enteredBy: cx.viewer.personId,
        enteredAt: cx.now,
      };
      cx.db
        .insert(attendance)
        .values({ sessionId: session.id, registrationId: mark.registrationId, ...entry })
        .onConflictDoUpdate({ target: [attendance.sessionId, attendance.registrationId], set: entry })
        .run();
    }
    const started = startsWithRoll(course, today) && put.some((mark) => mark.state !== "none");
    if (started) startByRoll(cx, course);
    if (course.state === "closed") settle(cx, inArray(registrations.id, [...people.keys()]));
    audit(cx, "roll.take", "session", session.id, {
      marks: put.map((m) => `${m.registrationId}:${m.state}`),
    });
    return { sessionId: session.id, courseId: session.courseId, savedAt: cx.now, held, started };
  });
}

/** The first mark on its roll takes a trainer's workshop from open to running. Within the open transaction. */
function startByRoll(cx: Context, course: typeof courses.$inferSelect): void {
  cx.db.update(courses).set({ state: "running", updatedAt: cx.now }).where(eq(courses.id, course.id)).run();
  audit(cx, "course.state", "course", course.id, { from: course.state, to: "running" });
}

type SessionRow = typeof sessions.$inferSelect;

/** Before the session's day in its zone, entries need a reason; it is kept once for that day. */
function owesReasonForEarly(cx: Context, session: SessionRow, input: RollInput): void {
  if (dayAt(cx.now, session.zone) >= session.day || input.marks.every((mark) => mark.state === "none"))
    return;
  const early = {
    kind: "roll.early",
    courseId: session.courseId,
    sessionId: session.id,
    ground: session.day,
  } as const;
  if (reasonKept(cx, early)) return;
  if (!input.reason) refuse("invalid", { fields: { reason: withParams("rollEarly", { day: session.day }) } });
  keepReason(cx, early, input.reason);
}

/** At a closed course, another mark for somebody whose certificate rests on the roll needs a reason, each time. */
function owesReasonForMending(cx: Context, session: SessionRow, input: RollInput): void {
  const holders = cx.db
    .selectDistinct({
      registrationId: registrations.id,
      name: persons.name,
      state: attendance.state,
      lateMinutes: attendance.lateMinutes,
    })
    .from(certificates)
    .innerJoin(registrations, eq(registrations.id, certificates.registrationId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(
      attendance,
      and(eq(attendance.registrationId, registrations.id), eq(attendance.sessionId, session.id)),
    )
    .where(
      and(
        eq(registrations.courseId, session.courseId),
        isNull(certificates.revokedAt),
        isNull(certificates.voidedAt),
      ),
    )
    .all();
  const changed = holders.filter((holder) => {
    const mark = input.marks.find((m) => m.registrationId === holder.registrationId);
    return mark !== undefined && !sameMark(mark, holder);
  });
  if (changed[0] && !input.reason)
    refuse("invalid", { fields: { reason: withParams("rollMended", { name: changed[0].name }) } });
  for (const { registrationId } of changed)
    keepReason(
      cx,
      { kind: "roll.mended", courseId: session.courseId, sessionId: session.id, registrationId },
      input.reason!,
    );
}

/** True where a mark says what stands on the roll already. */
const sameMark = (mark: RollMark, entry: { state: RollMark["state"] | null; lateMinutes: number | null }) =>
  mark.state === (entry.state ?? "none") && (mark.state !== "late" || mark.lateMinutes === entry.lateMinutes);

/**
 * Counts the roll of a session again for another length: who was present was there for all of it, who was late missed
 * what they missed. Within the open transaction; before the session is made shorter, after it is made longer.
 */
export function recount(cx: Context, sessionId: number, minutes: number): void {
  const entries = cx.db.select().from(attendance).where(eq(attendance.sessionId, sessionId)).all();
  for (const { registrationId, state, lateMinutes } of entries)
    cx.db
      .update(attendance)
      .set({ minutes: minutesFor(state, minutes, lateMinutes) })
      .where(and(eq(attendance.sessionId, sessionId), eq(attendance.registrationId, registrationId)))
      .run();
}

/**
 * Tells of the registrations that `which` names who attended at all and who did not come: when their course closes,
 * and again when a closed course's roll is mended. Within the open transaction.
 */
export function settle(cx: Context, which: SQL | undefined): void {
  const rows = cx.db
    .select({
      id: registrations.id,
      courseId: registrations.courseId,
      personId: registrations.personId,
      state: registrations.state,
      minutes: sql<number>`(select coalesce(sum(${attendance.minutes}), 0) from ${attendance} where ${attendance.registrationId} = ${outer(registrations.id)})`,
    })
    .from(registrations)
    .where(which)
    .all();
  if (rows[0]) settleRows(cx, rows[0].courseId, rows);
}

/** Settles whoever has a place in a course that ends. Within the open transaction. */
export const settleCourse = (cx: Context, courseId: number): void =>
  settle(cx, and(eq(registrations.courseId, courseId), eq(registrations.state, "accepted")));
