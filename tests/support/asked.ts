import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import {
  missingRolls as missing,
  courseRecords as records,
  rollOf as roll,
  courseRolls as rolls,
  sessionsBetween as sessions,
} from "../../lib/attendance/queries";
import {
  completionOf as completion,
  certificateDocument as document,
  doubtsOf as doubts,
  certificateSheets as sheets,
  unprintableNames as unprintable,
} from "../../lib/certificates/queries";
import { Refusal } from "../../lib/result";

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

export const completionOf = (cx: Context, courseId: number) =>
  asked(
    () => gate.course(cx, "certificates.read", courseId),
    (course) => completion(cx, course),
  );

export const certificateSheets = (cx: Context, courseId: number, what: "prepared" | "valid") =>
  asked(
    () => gate.course(cx, "certificates.read", courseId),
    (course) => sheets(cx, course, what),
  );

export const certificateDocument = (cx: Context, serial: string, token: string | null) =>
  asked(
    () => gate.certificateToDownload(cx, serial, token),
    (certificate) => document(cx, certificate),
  );

export const doubtsOf = (cx: Context, personId: number, courseIds: readonly number[]) =>
  doubts(cx, personId, gate.coursesAmong(cx, "certificates.read", courseIds));

export const missingRolls = (cx: Context) => missing(cx, gate.reach(cx, "roll.read"));

export const sessionsBetween = (cx: Context, from: number, to: number) =>
  sessions(cx, gate.reach(cx, "roll.read"), from, to);

export const unprintableNames = (cx: Context, since: string) =>
  unprintable(cx, gate.reach(cx, "certificates.read"), since);
