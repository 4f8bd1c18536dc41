/** How long a gateway may take, in ms. */
const patienceMs = 10_000;

/**
 * Sends a text message by the gateway of the settings (`SMS_URL`), which takes JSON: `to` in E.164, and `text`.
 * @throws Error where it is not taken.
 */
export async function sendSms(url: string, to: string, text: string): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ to, text }),
    signal: AbortSignal.timeout(patienceMs),
    redirect: "error",
  });
  if (!answer.ok) throw new Error(`The SMS gateway answers ${answer.status}`);
}
