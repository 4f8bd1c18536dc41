import { createTransport, type Transporter } from "nodemailer";

let transport: { url: string; transporter: Transporter } | null = null;

/**
 * Patience with the server at each step, in ms; what the URL says of it goes before. A server that has the whole message
 * may take ten minutes to say so (RFC 5321, 4.5.3.2.6); whoever asks again before gets it delivered twice.
 */
const patience = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 10 * 60_000 };

/** The URL with our patience among its settings, which is where the library looks for it. */
function patientUrl(smtpUrl: string): string {
  const missing = Object.entries(patience).filter(([name]) => !smtpUrl.includes(`${name}=`));
  if (missing.length === 0) return smtpUrl;
  const settings = missing.map(([name, ms]) => `${name}=${ms}`).join("&");
  return `${smtpUrl}${smtpUrl.includes("?") ? "&" : "?"}${settings}`;
}

/**
 * Sends one message of plain text over SMTP. Whoever sends it keeps others from it for as long as this takes.
 * @param name what a copy of the message is recognised by: the same for every try.
 * @throws Error where the server does not take it, or is silent for too long (code `ETIMEDOUT`).
 */
export async function sendMail(
  smtpUrl: string,
  message: { from: string; to: string; subject: string; text: string },
  name: string,
): Promise<void> {
  if (transport?.url !== smtpUrl)
    transport = { url: smtpUrl, transporter: createTransport(patientUrl(smtpUrl)) };
  await transport.transporter.sendMail({
    ...message,
    messageId: `<${name}@${/@([\w.-]+)/.exec(message.from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
