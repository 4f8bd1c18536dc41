// What pages show, asked as a page asks: the gate for the thing, then the query; null where the gate refuses.
import * as gate from "../../lib/access/gate";
import type { Context } from "../../lib/acts/context";
import * as ofParticipants from "../../lib/participants/queries";
import * as ofRegistrations from "../../lib/registrations/queries";
import { Refusal } from "../../lib/result";

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

export const undoableWithdrawals = (cx: Context, courseId: number, ids: readonly number[]) =>
  shown(() =>
    ofRegistrations.undoableWithdrawals(cx, gate.course(cx, "registrations.decide", courseId), ids),
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

export const participants = (cx: Context, courseId: number) =>
  shown(() => ofParticipants.participants(cx, gate.workshop(cx, "participants.read", courseId)));

export const participant = (cx: Context, courseId: number, registrationId: number) =>
  shown(() => {
    const registration = gate.participant(cx, "participants.read", registrationId);
    return registration.courseId === courseId ? ofParticipants.participant(cx, registration) : null;
  });

export const sheetPeople = (cx: Context, courseId: number) =>
  shown(() =>
    ofParticipants.sheetPeople(cx, gate.courseForAny(cx, ["roll.read", "participants.read"], courseId)),
  );
