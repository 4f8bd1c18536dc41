import { createTranslator } from "next-intl";
import { environment } from "@/lib/env/environment";
import { log } from "@/lib/log/log";
import { sendMail } from "@/lib/mail/mail";
import { type Mail, mailFailed, mailSent, takeMail } from "@/lib/messages/commands";
import { clock } from "@/lib/time/clock";
import { messagesOf } from "./messages";

/** Subject and text of a message, in the language of the person it goes to. */
export function writeMail({ language, message, params }: Mail): { subject: string; text: string } {
  const t = createTranslator({ locale: language, messages: messagesOf(language), namespace: "mail" });
  return { subject: t(`${message}.subject`, params), text: t(`${message}.text`, params) };
}

/** Sends every message that is due. Without an SMTP server they wait. */
export async function sendDueMail(): Promise<void> {
  const { smtpUrl, mailFrom } = environment();
  if (!smtpUrl) return;
  for (let job = takeMail(clock()); job; job = takeMail(clock())) {
    try {
      await sendMail(smtpUrl, { from: mailFrom, to: job.mail.to, ...writeMail(job.mail) });
      mailSent(job.id, clock());
    } catch (error) {
      const code = String((error as { code?: string }).code ?? "unknown");
      mailFailed(job.id, job.attempts, code, clock());
      log().warn({ job: job.id, attempts: job.attempts, code }, "mail not sent");
    }
  }
}
