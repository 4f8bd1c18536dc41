export const mailMessages = ["signInLink", "registrationReceived", "registrationDecided"] as const;
export type MailMessage = (typeof mailMessages)[number];

/** How long to wait after so many failed attempts, in ms: 1, 2, 4 … minutes; null after the eighth: given up. */
export function retryDelayMs(attempts: number): number | null {
  return attempts >= 8 ? null : 60_000 * 2 ** (attempts - 1);
}
