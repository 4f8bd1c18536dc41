import { createTransport, type Transporter } from "nodemailer";

let transport: { url: string; transporter: Transporter } | null = null;

/** Patience with the server at each step, in ms; what the URL says of it goes before. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
/** Patience with a whole message, in ms: less than the lease on it, so that it is not sent by two processes. */
const longestMs = 50_000;

class TooSlow extends Error {
  readonly code = "ETIMEDOUT";
}

/** The URL with our patience among its settings, which is where the library looks for it. */
function patientUrl(smtpUrl: string): string {
  const missing = Object.entries(patience).filter(([name]) => !smtpUrl.includes(`${name}=`));
  if (missing.length === 0) return smtpUrl;
  const settings = missing.map(([name, ms]) => `${name}=${ms}`).join("&");
  return `${smtpUrl}${smtpUrl.includes("?") ? "&" : "?"}${settings}`;
}

/**
 * Sends one message of plain text over SMTP.
 * @param name what a copy of the message is recognised by: the same for every try.
 * @throws Error where the server does not take it, or not in time (code `ETIMEDOUT`).
 */
export async function sendMail(
  smtpUrl: string,
  message: { from: string; to: string; subject: string; text: string },
  name: string,
): Promise<void> {
  if (transport?.url !== smtpUrl)
    transport = { url: smtpUrl, transporter: createTransport(patientUrl(smtpUrl)) };
  const sending = transport.transporter.sendMail({
    ...message,
    messageId: `<${name}@${/@([\w.-]+)/.exec(message.from)?.[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated" },
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow()), longestMs);
  });
  try {
    await Promise.race([sending, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
