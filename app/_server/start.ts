import { system } from "@/lib/access/table";
import { forgetSignIns } from "@/lib/accounts/commands";
import { contextOf } from "@/lib/acts/context";
import { processSettings } from "@/lib/env/settings";
import { forgetAttempts } from "@/lib/limits/commands";
import { log } from "@/lib/log/log";
import { forgetPageChanges, notePagesChanged } from "@/lib/pages/commands";
import { pagesChangedSince } from "@/lib/pages/queries";
import { forgetAddresses } from "@/lib/registrations/commands";
import { closeStore, openStore, optimizeStore } from "@/lib/store/commands";
import { clock } from "@/lib/time/clock";
import { forgetTimetableChanges } from "@/lib/timetable/commands";
import { sendDueMail } from "./outbox";

/** What `keptPages.mjs` asks, which Next loads outside of the application. Times are the machine's, not the product's. */
const pageChanges = {
  note: (tags: string[]) => notePagesChanged(contextOf(system, clock()), tags, Date.now()),
  since: (tags: string[], since: number) => pagesChangedSince(contextOf(system, clock()), tags, since),
};

/** Runs once a process. Refuses to serve with wrong settings or a database of another version. */
export function start(): void {
  try {
    const { mode, smtpUrl } = processSettings();
    const applied = openStore(clock());
    Object.assign(globalThis, { cascadePageChanges: pageChanges });
    log().info({ mode, migrations: applied, mail: smtpUrl !== null }, "ready");
    process.once("exit", (code) => {
      closeStore();
      log().info({ code }, "stopped");
    });
  } catch (error) {
    // The log itself needs the settings, which may be what is wrong.
    process.stderr.write(`Cascade cannot start: ${(error as Error).message}\n`);
    process.exit(1);
  }
  let sending = false;
  const tick = async () => {
    // A slow server must not be met by a second loop of the same process.
    if (sending) return;
    sending = true;
    try {
      await sendDueMail();
    } catch (error) {
      log().error({ message: (error as Error).message }, "outbox failed");
    } finally {
      sending = false;
    }
  };
  setInterval(tick, 5_000).unref();
  const clean = () => {
    const cx = contextOf(system, clock());
    forgetAttempts(cx, cx.now - 24 * 3_600_000);
    forgetAddresses(cx);
    forgetSignIns(cx);
    forgetPageChanges(cx, Date.now() - 24 * 3_600_000);
    forgetTimetableChanges(cx, cx.now - 90 * 24 * 3_600_000);
  };
  setInterval(clean, 3_600_000).unref();
  setInterval(optimizeStore, 24 * 3_600_000).unref();
}
