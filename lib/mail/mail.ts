import { createTransport, type Transporter } from "nodemailer";
import { isThisMachine } from "../env/shape";

let transport: { url: string; transporter: Transporter } | null = null;

/**
 * Patience with the server at each step, in ms; what the URL says of it goes before. A server that has the whole message
 * may take ten minutes to say so (RFC 5321, 4.5.3.2.6); whoever asks again before gets it delivered twice.
 */
const patience = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 10 * 60_000 };

/** True where mail goes to another machine in the open, because the URL of its server says `?tls=none`. */
export const isInTheOpen = (smtpUrl: string): boolean => {
  const { protocol, hostname, searchParams } = new URL(smtpUrl);
  return protocol === "smtp:" && !isThisMachine(hostname) && searchParams.get("tls") === "none";
};

/**
 * The URL of a mail server as the library takes it: to another machine mail goes over TLS, at once (`smtps:`) or from the
 * first command on (STARTTLS), or not at all, unless the URL says `?tls=none`. What it says of patience goes before.
 */
export function mailUrl(smtpUrl: string, patient: Record<string, number> = patience): string {
  const url = new URL(smtpUrl);
  const open = isInTheOpen(smtpUrl) || isThisMachine(url.hostname);
  // What else the library would take for leave to go without.
  for (const name of ["tls", "ignoreTLS", "requireTLS", "secure"]) url.searchParams.delete(name);
  if (url.protocol === "smtp:" && !open) url.searchParams.set("requireTLS", "true");
  for (const [name, ms] of Object.entries(patient))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}

/**
 * Sends one message of plain text over SMTP. Whoever sends it keeps others from it for as long as this takes.
 * @param name what a copy of the message is recognised by: the same for every try.
 * @throws Error where the server does not take it, is silent for too long (code `ETIMEDOUT`), or has no TLS (`ETLS`)
 */
export async function sendMail(
  smtpUrl: string,
  message: { from: string; to: string; subject: string; text: string },
  name: string,
): Promise<void> {
  if (transport?.url !== smtpUrl)
    transport = { url: smtpUrl, transporter: createTransport(mailUrl(smtpUrl)) };
  await transport.transporter.sendMail({
    ...message,
    messageId: `<${name}@${/@([\w.-]+)/.exec(message.from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
