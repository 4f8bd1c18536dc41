import { join } from "node:path";
import { system } from "@/lib/access/table";
import { forgetDevices, forgetLinksAndCodes, forgetSignIns } from "@/lib/accounts/commands";
import { contextOf } from "@/lib/acts/context";
import { whenFree } from "@/lib/acts/turns";
import { askToDecide } from "@/lib/courses/commands";
import { processSettings } from "@/lib/env/settings";
import { idleOldKey } from "@/lib/keys/queries";
import { forgetAttempts, forgetRefusals } from "@/lib/limits/commands";
import { pathToTell, type Refused } from "@/lib/limits/rules";
import { openLog } from "@/lib/log/lines.mjs";
import { log } from "@/lib/log/log";
import { forgetPageChanges, notePagesChanged } from "@/lib/pages/commands";
import { pagesChangedSince } from "@/lib/pages/queries";
import { countBySex, forgetAddresses } from "@/lib/registrations/commands";
import { chaseRequests, endRequests } from "@/lib/requests/commands";
import { chasePlans, judgeAnew, remindOfEnds } from "@/lib/stages/commands";
import { closeStore, openStore, optimizeStore, serveStore, troubleOf } from "@/lib/store/commands";
import { clock, zoneData } from "@/lib/time/clock";
import { forgetRemovedSessions, forgetTimetableChanges, renewTimes } from "@/lib/timetable/commands";
import { forgetTypedTexts } from "@/lib/typed/commands";
import { inBackground } from "./background";
import { backUpDaily } from "./backup";
import { sendDueMail } from "./outbox";
import { noteRefused, writeRefusals } from "./refusals";
import { sayReplaced } from "./replaced";
import { lookThrough } from "./sound";

/** What `keptPages.mjs` asks, which Next loads outside of the application. Times are the machine's, not the product's. */
const pageChanges = {
  note: (tags: string[]) => notePagesChanged(contextOf(system, clock()), tags, Date.now()),
  since: (tags: string[], since: number) => pagesChangedSince(contextOf(system, clock()), tags, since),
};

/** What the server in front has refused before anything of the application saw it. */
const refusedInFront = ({ path, ...refused }: Omit<Refused, "about" | "accountId"> & { path: string }) =>
  noteRefused({ ...refused, about: pathToTell(path), accountId: null });

/** Asks coordinators whose course is to be confirmed or cancelled. */
const askThem = () => askToDecide(contextOf(system, clock()));

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What is forgotten after a while, each in a transaction of its own. */
const forgets: readonly ((cx: ReturnType<typeof contextOf<typeof system>>) => unknown)[] = [
  (cx) => forgetAttempts(cx, cx.now - dayMs),
  (cx) => forgetRefusals(cx),
  (cx) => forgetAddresses(cx),
  // Who comes with a link or code that is over learns for a while that it is.
  (cx) => forgetLinksAndCodes(cx, cx.now - 30 * dayMs),
  (cx) => forgetSignIns(cx),
  (cx) => forgetTypedTexts(cx),
  // The cookie of a device holds for a year after it was last signed in on.
  (cx) => forgetDevices(cx, cx.now - 365 * dayMs),
  (cx) => forgetPageChanges(cx, Date.now() - dayMs),
  (cx) => forgetTimetableChanges(cx, cx.now - 90 * dayMs),
  // A calendar looks again within days; one on a phone that was off, within weeks.
  (cx) => forgetRemovedSessions(cx, cx.now - 30 * dayMs),
];

/** Forgets in turn, so that somebody who writes for long holds up this alone. */
async function clean(): Promise<void> {
  for (const forget of forgets) {
    const cx = contextOf(system, clock());
    await whenFree(cx, () => forget(cx));
  }
}

/**
 * Takes back what former trainers cannot accept, reminds those who have not answered, and people of the action plans that they make and carry out; whichever process comes
 * first does it, and no other one again.
 */
async function chase(): Promise<void> {
  for (const chaseThem of [endRequests, chaseRequests, chasePlans])
    await whenFree(contextOf(system, clock()), () => chaseThem(contextOf(system, clock())));
}

/** Judges anew where people are on their way to trainer, reminds of what ends, and counts by sex who came to what ended before that was kept; a part at a time, so that requests come in between. */
async function judgeStandings(): Promise<void> {
  for (const part of [judgeAnew, remindOfEnds, countBySex])
    for (let more = true; more; )
      more = await whenFree(contextOf(system, clock()), () => part(contextOf(system, clock())));
}

/** Runs once a process. Refuses to serve with wrong settings or a database of another version. */
export function start(): void {
  try {
    const { mode, smtpUrl } = processSettings();
    const applied = openStore(clock());
    serveStore();
    Object.assign(globalThis, { cascadePageChanges: pageChanges, cascadeRefused: refusedInFront });
    const renewed = renewTimes(contextOf(system, clock()), zoneData());
    if (renewed)
      log().info({ ...renewed, now: zoneData() }, "time zones: instants of sessions to come looked at");
    const idle = idleOldKey(contextOf(system, clock()));
    if (idle) log().warn(idle);
    log().info({ mode, migrations: applied, mail: smtpUrl !== null }, "ready");
    process.once("exit", (code) => {
      writeRefusals();
      closeStore();
      log().info({ code }, "stopped");
    });
  } catch (error) {
    // The log of the application needs the settings, which may be what is wrong.
    const sentence = `Cascade cannot start: ${troubleOf(error)}`;
    if (process.stderr.isTTY) process.stderr.write(`${sentence}\n`);
    else openLog("error", process.stderr).fatal(sentence);
    process.exit(1);
  }
  const ask = () => inBackground("decisions", () => whenFree(contextOf(system, clock()), askThem));
  ask();
  setInterval(ask, hourMs).unref();
  let sending = false;
  const send = async () => {
    // A slow server must not be met by a second loop of the same process.
    if (sending) return;
    sending = true;
    await inBackground("outbox", sendDueMail);
    sending = false;
  };
  setInterval(send, 5_000).unref();
  setInterval(() => inBackground("refusals", writeRefusals), 2_000).unref();
  setInterval(() => inBackground("clean", clean), hourMs).unref();
  setInterval(() => inBackground("requests", chase), 600_000).unref();
  const judge = () => inBackground("standings", judgeStandings);
  judge();
  setInterval(judge, 600_000).unref();
  setInterval(() => inBackground("backup", backUpDaily), 600_000).unref();
  setInterval(sayReplaced, 5_000).unref();
  setInterval(() => inBackground("optimize", optimizeStore), dayMs).unref();
  const look = () =>
    inBackground("soundness", () => lookThrough(join(processSettings().dataDir, "cascade.db")));
  look();
  setInterval(look, 6 * hourMs).unref();
}
