import type { GrantedCourse } from "../../access/gate";
import type { Context } from "../../acts/context";
import { workshopDays } from "../../courses/rules/workshops";
import { modulesToPlan } from "../../curriculum/store";
import { fault } from "../../faults";
import { calendarOf } from "../../places/queries";
import { refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { cannotSignIn } from "../../trainers/signsIn";
import { busyFault } from "../queries/inTheWay";
import { busyThen, spanOf, wholeSpan } from "../rules/conflicts";
import { type Block, proposeTimetable } from "../rules/propose";
import { firstTrainer, withRoles } from "../rules/roles";
import { type DailyHours, plannedMinutes } from "../rules/sessions";
import { insertSession } from "../store";
import { engagements } from "../store/taken";

/** A workshop with its days, as it is to be. */
type Workshop = GrantedCourse<"workshop.schedule" | "workshop.edit"> & { startsOn: string; endsOn: string };

/** The blocks of a workshop on the days that are worked; refuses hours in which no session has room. */
function blocksOf(
  cx: Context,
  { country, startsOn, endsOn, title }: Workshop,
  moduleIds: readonly number[],
  hours: DailyHours,
): Block[] {
  const { weekend, free } = calendarOf(cx, country);
  const days = workshopDays(startsOn, endsOn, weekend, free);
  const { blocks } = proposeTimetable(modulesToPlan(cx, moduleIds, title.own), days, hours);
  if (blocks.length === 0) refuseAt({ endsAt: fault("dayTooShort") });
  return blocks;
}

/** Refuses whoever can no longer sign in to train a workshop that is not over. */
function demandSignsIn(cx: Context, { endsOn, zone }: Workshop, trainerIds: readonly number[]): void {
  const disabled = endsOn < dayAt(cx.now, zone) ? null : cannotSignIn(cx, trainerIds);
  if (disabled) refuseAt({ trainerIds: disabled });
}

/**
 * Puts the proposed timetable of a workshop in, with all its trainers in every session. Within the open transaction.
 * @throws Refusal beside the days or the trainers where one of them teaches elsewhere at that time or can no longer sign in, beside the hours
 * where a day is too short for a session.
 */
export function putProposal(
  cx: Context,
  workshop: Workshop,
  moduleIds: readonly number[],
  trainerIds: readonly number[],
  hours: DailyHours,
): void {
  const { id: courseId, zone } = workshop;
  demandSignsIn(cx, workshop, trainerIds);
  const placed = blocksOf(cx, workshop, moduleIds, hours).map((block) => ({
    ...block,
    span: spanOf(block, zone),
  }));
  const whole = wholeSpan(placed.map(({ span }) => span))!;
  const elsewhere = engagements(cx, trainerIds, whole, courseId);
  for (const { span, ...block } of placed) {
    const [busy] = busyThen(span, trainerIds, elsewhere);
    if (busy) {
      const field = busy.trainerId === cx.viewer.personId ? "startsOn" : "trainerIds";
      refuseAt({ [field]: busyFault(cx, busy, workshop) });
    }
    const { startsAt: startInstant, endsAt: endInstant } = span;
    const minutes = plannedMinutes(block);
    insertSession(
      cx,
      { ...block, courseId, zone, startInstant, endInstant, minutes, updatedAt: cx.now },
      withRoles({ trainerIds }, firstTrainer(workshop, trainerIds)),
    );
  }
}
