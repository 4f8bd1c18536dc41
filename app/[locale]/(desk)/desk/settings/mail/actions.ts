"use server";

import { action } from "@/app/_actions/action";
import { sendMailNow } from "@/app/_server/outbox";
import { sendAgain as sendAgainCommand, tryMail as tryMailCommand } from "@/lib/messages/commands";

const page = "/desk/settings/mail";

/** Sends a mail once more that was given up. */
export const sendAgain = action(sendAgainCommand, { to: ({ jobId }) => `${page}?again=${jobId}` });

/** Sends a mail to the viewer's own address, and shows what became of it. */
export const tryMail = action(tryMailCommand, {
  after: ({ jobId }) => sendMailNow(jobId),
  to: ({ jobId }) => `${page}?tried=${jobId}`,
});
