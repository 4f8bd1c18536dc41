import * as gate from "../../access/gate";
import type { SystemContext } from "../../acts/context";
import { happened } from "../../acts/happened";
import { inTransaction } from "../../acts/transaction";
import { holdsTrainerRoleIn } from "../../programmes/store/roles";
import { addDays } from "../../time/civil";
import { dayAt, daysSomewhere } from "../../time/zone";
import { chaseDue, chasedDaysBefore } from "../rules";
import { toChase, updateRequest, waitingAnywhere } from "../store";
import { withdrawRequest } from "./manage";

/**
 * Takes back what nobody can accept any more because their role has ended by its day, and tells them; each once, whenever it is
 * done.
 * @returns how many requests were taken back.
 */
export function endRequests(cx: SystemContext): number {
  const former = () =>
    waitingAnywhere(cx).filter(
      ({ personId, programmeId }) => !holdsTrainerRoleIn(cx, personId, [programmeId]),
    );
  if (former().length === 0) return 0;
  return inTransaction(cx, () => {
    const asked = former();
    for (const one of asked) withdrawRequest(cx, gate.course(cx, "trainers.ask", one.courseId), one);
    return asked.length;
  });
}

/**
 * Reminds trainers who have not answered: once before the day to answer by, once on it. Run twice, or days late, each still
 * goes out once.
 * @returns how many were reminded.
 */
export function chaseRequests(cx: SystemContext): number {
  const until = addDays(daysSomewhere(cx.now)[1], chasedDaysBefore);
  // Looking first costs no lock while there is nothing to do.
  const due = () =>
    toChase(cx, until).flatMap((row) => {
      const askedOn = dayAt(row.askedAt, row.zone);
      const chase = chaseDue({ ...row, askedOn }, dayAt(cx.now, row.zone));
      return chase ? [{ ...row, chase }] : [];
    });
  if (due().length === 0) return 0;
  return inTransaction(cx, () => {
    const rows = due();
    for (const { id: requestId, courseId, personId, answerBy, chase } of rows) {
      updateRequest(cx, requestId, { chased: chase });
      happened(cx, { kind: "request.chased", courseId, requestId, personId, said: { answerBy } });
    }
    return rows.length;
  });
}
