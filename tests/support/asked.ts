import { eq } from "drizzle-orm";
import { courses } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import {
  courseRecords as records,
  rollOf as roll,
  courseRolls as rolls,
  sessionsBetween as sessions,
} from "../../lib/attendance/queries";
import {
  completionOf as completion,
  certificateDocument as document,
  doubtsOf as doubts,
  certificateDrafts as drafts,
  preparedSheets as prepared,
  validSheets as valid,
} from "../../lib/certificates/queries";
import { recount } from "../../lib/due/recount";
import { dueInReach, missingRollsIn } from "../../lib/due/store";
import { personNotices as notices } from "../../lib/messages/queries";
import * as ofParticipants from "../../lib/participants/queries";
import * as ofRegistrations from "../../lib/registrations/queries";
import { Refusal } from "../../lib/result";
import { transact } from "./transact";

/** Reads by key, as pages do them: what a gate hands out is asked about; null where it refuses. */
function asked<Thing, Answer>(ask: () => Thing, query: (thing: Thing) => Answer): Answer | null {
  let thing: Thing;
  try {
    thing = ask();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
  return query(thing);
}

export const rollOf = (cx: Context, sessionId: number) =>
  asked(
    () => gate.session(cx, "roll.read", sessionId),
    (session) => roll(cx, session),
  );

export const courseRolls = (cx: Context, courseId: number) =>
  asked(
    () => gate.course(cx, "roll.read", courseId),
    (course) => rolls(cx, course),
  );

export const courseRecords = (cx: Context, courseId: number) =>
  asked(
    () => gate.course(cx, "roll.read", courseId),
    (course) => records(cx, course),
  );

/** The sheets that the next batch of a course would make. */
export const certificateDrafts = (cx: Context, courseId: number) =>
  asked(
    () => gate.course(cx, "certificates.sheets.read", courseId),
    (course) => drafts(cx, course, completion(cx, course)),
  );

export const completionOf = (cx: Context, courseId: number) =>
  asked(
    () => gate.course(cx, "certificates.read", courseId),
    (course) => completion(cx, course),
  );

export const certificateSheets = (cx: Context, courseId: number, what: "prepared" | "valid") =>
  what === "prepared"
    ? asked(
        () => gate.course(cx, "certificates.sheets.read", courseId),
        (course) => prepared(cx, course),
      )
    : asked(
        () => gate.course(cx, "certificates.read", courseId),
        (course) => valid(cx, course),
      );

export const certificateDocument = (cx: Context, serial: string, token: string | null) =>
  asked(
    () => gate.certificateToDownload(cx, serial, token),
    (certificate) => document(cx, certificate),
  );

export const doubtsOf = (cx: Context, personId: number, courseIds: readonly number[]) =>
  doubts(cx, personId, gate.coursesAmong(cx, "certificates.read", courseIds));

/** What an administrator is to tell a person; nothing where the person is not theirs to know. */
export const personNotices = (cx: Context, personId: number) =>
  asked(
    () => gate.person(cx, "people.read", personId),
    (person) => notices(cx, person, gate.reach(cx, "people.read")),
  ) ?? [];

/** What is due in a course, made anew; in all of them, where none is named. */
const dueAnew = (cx: Context, courseId?: number) =>
  transact(() => {
    const which = courseId === undefined ? undefined : eq(courses.id, courseId);
    for (const { id } of cx.db.select({ id: courses.id }).from(courses).where(which).all()) recount(cx, id);
  });

/** Sessions that are over while somebody is missing on their roll. */
export function missingRolls(cx: Context, courseId?: number) {
  dueAnew(cx, courseId);
  return missingRollsIn(cx, gate.reach(cx, "today.read"), 200);
}

/** Courses with people whose name cannot be printed. */
export function unprintableNames(cx: Context) {
  dueAnew(cx);
  return dueInReach(cx, gate.reach(cx, "today.read"), ["mend_names"], 200);
}

export const sessionsBetween = (cx: Context, from: number, to: number) =>
  sessions(cx, gate.reach(cx, "roll.read"), from, to);

/** The answer, or null where the gate refuses. */
function shown<Answer>(ask: () => Answer): Answer | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export const followRegistration = (cx: Context, token: string) =>
  shown(() => ofRegistrations.followRegistration(cx, gate.ownRegistration(cx, token)));

export const courseRegistrations = (
  cx: Context,
  courseId: number,
  filter: ofRegistrations.RegistrationFilter,
) =>
  shown(() =>
    ofRegistrations.courseRegistrations(cx, gate.course(cx, "registrations.read", courseId), filter),
  );

export const undoableDecision = (cx: Context, courseId: number, at: number | null) =>
  shown(() => ofRegistrations.undoableDecision(cx, gate.course(cx, "registrations.read", courseId), at)) ??
  null;

export const undoableDecisions = (cx: Context, courseId: number, ids: readonly number[]) =>
  shown(() =>
    ofRegistrations.undoableDecisions(cx, gate.course(cx, "registrations.decide", courseId), ids),
  ) ?? 0;

/** What somebody registered for: everything to themselves, else what the viewer's programmes may see. */
export const registrationsOf = (cx: Context, personId: number) =>
  shown(() =>
    personId === cx.viewer.personId
      ? ofRegistrations.ownRegistrations(cx, gate.self(cx))
      : ofRegistrations.registrationsOf(
          cx,
          gate.person(cx, "people.read", personId),
          gate.reach(cx, "people.read"),
        ),
  ) ?? [];

/** The participants of a workshop and who left it, all pages together. */
export const participants = (cx: Context, courseId: number) =>
  shown(() => {
    const workshop = gate.workshop(cx, "participants.read", courseId);
    const all = (which: "people" | "left") => {
      const rows: ofParticipants.Participant[] = [];
      for (let after: string | null = null; ; ) {
        const page = ofParticipants.participants(cx, workshop, { people: null, left: null, [which]: after });
        rows.push(...page[which].rows);
        after = page[which].next;
        if (after === null) return rows;
      }
    };
    return { ...ofParticipants.participants(cx, workshop), people: all("people"), left: all("left") };
  });

export const participant = (cx: Context, courseId: number, registrationId: number) =>
  shown(() => {
    const registration = gate.participant(cx, "participants.read", registrationId);
    return registration.courseId === courseId ? ofParticipants.participant(cx, registration) : null;
  });

export const sheetPeople = (cx: Context, courseId: number) =>
  shown(() =>
    ofParticipants.sheetPeople(cx, gate.courseForAny(cx, ["roll.read", "participants.read"], courseId)),
  );
