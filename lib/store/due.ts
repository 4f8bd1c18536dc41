import type { Context } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { allCourseKeys } from "../courses/store/taught";
import { recount } from "../due/recount";
import { keepSettings, settingOf } from "../settings/store";

/** By which rules what is due was counted; another one where these rules change. */
const dueVersion = "4";

/**
 * Counts what is due in every course, where a database comes from before it was kept or from other rules: after an
 * upgrade, once. Of processes that start together one does it.
 * @returns how many courses were gone through: none at a usual start, which reads one row.
 */
export function fillDue(cx: Context): number {
  const isCurrent = () => settingOf(cx, "due") === dueVersion;
  if (isCurrent()) return 0;
  return inTransaction(cx, () => {
    if (isCurrent()) return 0;
    const keys = allCourseKeys(cx);
    for (const courseId of keys) recount(cx, courseId);
    keepSettings(cx, ["due"], dueVersion);
    return keys.length;
  });
}
