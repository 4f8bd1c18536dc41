import { createTransport, type Transporter } from "nodemailer";

let transport: { url: string; transporter: Transporter } | null = null;

/** Sends one message of plain text over SMTP. @throws Error where the server does not take it. */
export async function sendMail(
  smtpUrl: string,
  message: { from: string; to: string; subject: string; text: string },
): Promise<void> {
  if (transport?.url !== smtpUrl) transport = { url: smtpUrl, transporter: createTransport(smtpUrl) };
  await transport.transporter.sendMail(message);
}
