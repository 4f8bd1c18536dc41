import { createHmac } from "node:crypto";
import { writeMessage } from "@/app/_words/message";
import { system } from "@/lib/access/table";
import { contextOf } from "@/lib/acts/context";
import { processSettings } from "@/lib/env/settings";
import { log } from "@/lib/log/log";
import { sendMail } from "@/lib/mail/mail";
import { listUnsent, mailFailed, mailSent, takeMail } from "@/lib/messages/outbox";
import { clock } from "@/lib/time/clock";

type SmtpError = { code?: string; responseCode?: number };

/** True where the server says that it will never take this message for this address. */
const isForGood = ({ code, responseCode }: SmtpError) =>
  (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== undefined && responseCode >= 500;

/** The name of a job's message: the same at each try, and another than that of any other database's job. */
const nameOf = (job: number) =>
  `job-${job}-${createHmac("sha256", processSettings().key).update(`mail ${job}`).digest("hex").slice(0, 16)}`;

/** Sends every message that is due. Without an SMTP server, whom they are for is listed for a coordinator instead. */
export async function sendDueMail(): Promise<void> {
  const cx = contextOf(system, clock());
  const { smtpUrl, mailFrom } = cx.settings;
  if (!smtpUrl) return listUnsent(cx);
  for (let job = takeMail(cx); job; job = takeMail(contextOf(system, clock()))) {
    try {
      const message = { from: mailFrom, to: job.mail.to, ...writeMessage(job.mail) };
      await sendMail(smtpUrl, message, nameOf(job.id));
      mailSent(contextOf(system, clock()), job.id);
    } catch (error) {
      const failure = error as SmtpError;
      const code = [failure.code ?? "unknown", failure.responseCode].filter(Boolean).join(" ");
      const givenUp = mailFailed(contextOf(system, clock()), job.id, job.attempts, code, isForGood(failure));
      log().warn({ job: job.id, attempts: job.attempts, code, givenUp }, "mail not sent");
    }
  }
}
