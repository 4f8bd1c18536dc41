import type { SystemContext } from "../../acts/context";
import { inTransaction } from "../../acts/transaction";
import { enteredBetween } from "../../certificates/store/ofPerson";
import { keysAfter } from "../../people/store/list";
import { keepSettings, settingOf } from "../../settings/store";
import { isCivilDay } from "../../time/civil";
import { dayAt } from "../../time/zone";
import { restate } from "../restate";
import { enteredAbout, judgedBefore } from "../store/standings";

/**
 * Under which name the database keeps how far this came: a civil day through which all are judged, or, while it is done for the
 * first time, the key of the last person.
 */
const kept = "standingsThrough";

/** How many people are judged in one transaction. */
const atOnce = 200;

/** Goes on with the first judging of everybody; the day from which on only what changes is judged, once all are. */
function firstTime(cx: SystemContext, through: string | null, today: string): void {
  const keys = keysAfter(cx, Number(through ?? 0), atOnce);
  restate(cx, keys);
  keepSettings(cx, [kept], keys.length > 0 ? String(keys.at(-1)) : today);
}

/**
 * Judges anew, a part at a time, those whose stage time alone may have changed: who was judged last on an earlier day, and whose
 * first day came since. All of them the first time. Run twice or a week late, what is kept is the same.
 * @returns true where there is more to do.
 */
export function judgeAnew(cx: SystemContext): boolean {
  const today = dayAt(cx.now, "UTC");
  // Looking first costs no lock while there is nothing to do.
  const some = () => judgedBefore(cx, today, atOnce);
  const through = () => settingOf(cx, kept);
  if ((through() ?? "") >= today && isCivilDay(through()!) && some().length === 0) return false;
  return inTransaction(cx, () => {
    const before = through();
    if (before === null || !isCivilDay(before)) {
      firstTime(cx, before, today);
      return true;
    }
    const overdue = some();
    if (overdue.length > 0) {
      restate(cx, overdue);
      return true;
    }
    if (before < today) {
      restate(cx, [...enteredBetween(cx, before, today), ...enteredAbout(cx, before, today)]);
      keepSettings(cx, [kept], today);
    }
    return false;
  });
}
