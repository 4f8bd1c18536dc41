import { createHmac } from "node:crypto";
import { writeMessage } from "@/app/_words/message";
import { system } from "@/lib/access/table";
import { contextOf } from "@/lib/acts/context";
import { unlessBusy, whenFree } from "@/lib/acts/turns";
import { processSettings } from "@/lib/env/settings";
import { withoutPersons } from "@/lib/log/lines.mjs";
import { log } from "@/lib/log/log";
import { sendMail } from "@/lib/mail/mail";
import { listUnsent, mailFailed, mailSent, renewLease, type Taken, takeMail } from "@/lib/messages/outbox";
import { failureOf, isForGood, leaseMs, renewMs, type SendFailure } from "@/lib/messages/rules/delivery";
import { clock } from "@/lib/time/clock";
import { inBackground } from "./background";

const here = () => contextOf(system, clock());

/** The name of a job's message: the same at each try, and another than that of any other database's job. */
const nameOf = (job: number) =>
  `job-${job}-${createHmac("sha256", processSettings().key).update(`mail ${job}`).digest("hex").slice(0, 16)}`;

/** Takes the next message in its turn to write. */
const take = (only: number | null) => whenFree(here(), () => takeMail(here(), only));

/** Writes what became of a message, however long somebody else writes: else it would be sent once more. */
const note = (write: () => unknown) => whenFree(here(), write, leaseMs);

/** Gives one message to the server and notes what became of it; meanwhile no other process takes it. */
async function sendTaken(taken: Taken, smtpUrl: string): Promise<void> {
  const renew = () => unlessBusy(here(), () => renewLease(here(), taken));
  const renewing = setInterval(() => inBackground("lease", renew), renewMs);
  let failed: SendFailure | null = null;
  try {
    const message = { from: processSettings().mailFrom, to: taken.mail.to, ...writeMessage(taken.mail) };
    await sendMail(smtpUrl, message, nameOf(taken.id));
  } catch (error) {
    failed = error as SendFailure;
  } finally {
    clearInterval(renewing);
  }
  const failure = failed;
  if (!failure) return void (await note(() => mailSent(here(), taken)));
  const kept = failureOf(failure, { to: taken.mail.to, name: taken.mail.params.name ?? "" }, withoutPersons);
  const [code] = kept.split("\n");
  const givenUp = await note(() => mailFailed(here(), taken, kept, isForGood(failure)));
  log().warn({ job: taken.id, attempts: taken.attempts, code, givenUp }, "mail not sent");
}

/** Sends every message that is due. Without an SMTP server, whom they are for is listed for a coordinator instead. */
export async function sendDueMail(): Promise<void> {
  const { smtpUrl } = here().settings;
  if (!smtpUrl) return whenFree(here(), () => listUnsent(here()));
  for (let taken = await take(null); taken; taken = await take(null)) await sendTaken(taken, smtpUrl);
}

/** How long somebody who tries the mail is kept waiting for what the server says, in ms. */
const shownWithinMs = 15_000;

/** Sends one message now; ends without an answer where the server takes its time, which the page then says. */
export async function sendMailNow(jobId: number): Promise<void> {
  const { smtpUrl } = here().settings;
  const taken = smtpUrl && (await take(jobId));
  if (!taken) return;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, shownWithinMs);
  });
  await Promise.race([sendTaken(taken, smtpUrl), enough]).finally(() => clearTimeout(timer));
}
