import type { SystemContext } from "../acts/context";
import { inTransaction } from "../acts/transaction";
import { keepSettings, settingOf } from "../settings/store";

const day = 24 * 3_600_000;
/** After so long a backup that was begun counts as failed, in ms. */
const patience = 3_600_000;

const at = (cx: SystemContext, name: string) => Number(settingOf(cx, name) ?? 0);

/**
 * True, once, where a backup is due: the last one is a day old, and none was begun within the hour. Of the processes on a
 * file one is told so.
 * @param machineNow the machine's own time in ms: backups keep no other.
 */
export function takeDailyBackup(cx: SystemContext, machineNow: number): boolean {
  const due = () => {
    const [done, begun] = [at(cx, "backup.done"), at(cx, "backup.begun")];
    // A clock that was set back must not keep backups off until it is there again.
    const past = (since: number, span: number) => machineNow - since >= span || since > machineNow;
    return past(done, day) && past(begun, patience);
  };
  if (cx.settings.backupsKept === 0 || !due()) return false;
  return inTransaction(cx, () => {
    if (!due()) return false;
    keepSettings(cx, ["backup.begun"], String(machineNow));
    return true;
  });
}

/** Notes that the daily backup was made. */
export const keepDailyBackup = (cx: SystemContext, machineNow: number): void =>
  inTransaction(cx, () => keepSettings(cx, ["backup.done"], String(machineNow)));
