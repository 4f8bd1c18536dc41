import type { SystemContext } from "../../acts/context";
import { inTransaction } from "../../acts/transaction";
import { enteredBetween } from "../../certificates/store/ofPerson";
import { keysAfter } from "../../people/store/list";
import { type ProgrammeDays, programmeDays } from "../../programmes/store/days";
import { keepSettings, settingOf } from "../../settings/store";
import { isCivilDay } from "../../time/civil";
import { restate } from "../restate";
import { enteredAbout, judgedBefore } from "../store/standings";

/**
 * Under which name the database keeps how far this came: a civil day through which all are judged, with the latest day that it was
 * in any programme then and in how many, or, while everybody is judged, the key of the last person.
 */
const kept = "standingsThrough";

/** By which rules all were judged; another one where it changes what the rules say of a history (`stageOf`). */
const rulesVersion = "4";
/** Under which name the database keeps it. */
const keptRules = "standingsRules";

/** How many people are judged in one transaction. */
const atOnce = 200;

/** The day of what is kept; null while everybody is judged. */
const dayOf = (through: string | null): string | null =>
  through !== null && isCivilDay(through.slice(0, 10)) ? through.slice(0, 10) : null;

/** Goes on with judging everybody; how far it came, once all are. */
function firstTime(cx: SystemContext, through: string | null, today: string): void {
  const keys = keysAfter(cx, Number(through ?? 0), atOnce);
  restate(cx, keys);
  keepSettings(cx, [kept], keys.length > 0 ? String(keys.at(-1)) : today);
}

/** Whose first day came after a civil day, in whichever programme. */
const begunSince = (cx: SystemContext, since: string, { span: [, last] }: ProgrammeDays): number[] => [
  ...enteredBetween(cx, since, last),
  ...enteredAbout(cx, since, last),
];

/**
 * Judges anew, a part at a time, those whose stage time alone may have changed: who was judged last on an earlier day, and whose
 * first day came since. All of them the first time, and after an upgrade that judges by other rules. Run twice or a week late, what is kept is the same.
 * @returns true where there is more to do.
 */
export function judgeAnew(cx: SystemContext): boolean {
  const days = programmeDays(cx);
  const today = [days.span[0], days.begun].join(" ").trim();
  // Looking first costs no lock while there is nothing to do.
  const some = () => judgedBefore(cx, days, atOnce);
  const isCurrent = () => settingOf(cx, keptRules) === rulesVersion;
  const through = () => (isCurrent() ? settingOf(cx, kept) : null);
  if (through() === today && some().length === 0) return false;
  return inTransaction(cx, () => {
    const before = through();
    // From here on who is judged is judged by these rules, and everybody will be.
    if (!isCurrent()) keepSettings(cx, [keptRules], rulesVersion);
    const since = dayOf(before);
    if (since === null) {
      firstTime(cx, before, today);
      return true;
    }
    const overdue = some();
    if (overdue.length > 0) {
      restate(cx, overdue);
      return true;
    }
    if (before !== today) {
      restate(cx, begunSince(cx, since, days));
      keepSettings(cx, [kept], today);
    }
    return false;
  });
}
