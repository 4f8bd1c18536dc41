import type { Context } from "../../acts/context";
import { isApproved } from "../../courses/rules";
import type { CourseRow } from "../../courses/store";
import { serialBytes } from "../../crypto/tokens";
import { fault } from "../../faults";
import { refuse, refuseAt } from "../../result";
import { dayAt } from "../../time/zone";
import { isEarly } from "../rules/preparing";
import { serialFrom } from "../rules/serial";
import { insertCertificate } from "../store";

/** Refuses certificates of a workshop that awaits approval: it does not count yet. */
export function demandApproved(course: CourseRow): void {
  if (!isApproved(course)) refuse("workshopNotApproved");
}

/** Makes a certificate with a serial of its own. Within the open transaction. */
export function makeCertificate(
  cx: Context,
  row: Omit<Parameters<typeof insertCertificate>[1], "serial">,
): { id: number; serial: string } {
  const serial = serialFrom(serialBytes());
  return { id: insertCertificate(cx, { ...row, serial }), serial };
}

/**
 * The reason for certificates before the last day of a course; null where that day has come.
 * @throws Refusal beside the field `reason` where one is needed and there is none.
 */
export function reasonIfEarly(cx: Context, course: CourseRow, reason: string | null | undefined) {
  if (!isEarly(course, dayAt(cx.now, course.zone))) return null;
  return (
    reason || refuseAt({ reason: fault("reasonBeforeEnd", { params: { day: { day: course.endsOn! } } }) })
  );
}
