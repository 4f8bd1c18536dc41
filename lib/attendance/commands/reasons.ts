import type { GrantedSession } from "../../access/gate";
import type { Context } from "../../acts/context";
import { keepReason, reasonFor } from "../../audit/store";
import { certificateHolders } from "../../certificates/store";
import { fault } from "../../faults";
import { namesAlone } from "../../i18n/rules";
import { registeredPeople } from "../../registrations/store/roster";
import { refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { type Standing, sameMark } from "../rules/markedSince";
import type { RollInput } from "../schema";

type Session = GrantedSession<"roll.take">;

/** Before the session's day in its zone, entries need a reason; it is kept once for that day. */
export function owesReasonForEarly(cx: Context, session: Session, input: RollInput): void {
  if (dayAt(cx.now, session.zone) >= session.day || input.marks.every((mark) => mark.state === "none"))
    return;
  const early = {
    kind: "roll.early",
    courseId: session.courseId,
    sessionId: session.id,
    ground: session.day,
  } as const;
  if (reasonFor(cx, early) !== null) return;
  if (!input.reason) refuseAt({ reason: fault("rollEarly", { params: { day: { day: session.day } } }) });
  keepReason(cx, early, input.reason);
}

/** At a closed course, another mark for somebody whose certificate rests on the roll needs a reason, each time. */
export function owesReasonForMending(
  cx: Context,
  session: Session,
  input: RollInput,
  standing: ReadonlyMap<number, Standing>,
): void {
  const holders = certificateHolders(
    cx,
    input.marks.map((mark) => mark.registrationId),
  );
  const changed = registeredPeople(
    cx,
    input.marks
      .filter((mark) => !sameMark(mark, standing.get(mark.registrationId)))
      .map((mark) => mark.registrationId)
      .filter((id) => holders.has(id)),
  ).filter((person) => person.courseId === session.courseId);
  if (changed[0] && !input.reason)
    refuseAt({ reason: fault("rollMended", { params: { name: { person: namesAlone(changed[0]) } } }) });
  for (const { registrationId } of changed)
    keepReason(
      cx,
      { kind: "roll.mended", courseId: session.courseId, sessionId: session.id, registrationId },
      input.reason!,
    );
}
