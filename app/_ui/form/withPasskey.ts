import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { FormAction } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { fault } from "@/lib/faults";

/** What the server gives a browser to make a passkey, or to use one. */
type Asks<Options> = FormAction<{ options: Options }>;

/** All that a form sends, and what the device answered. Sent before its scripts were ready it comes as FormData. */
function withResponse(sent: FormData | Values, response: string): FormData | Values {
  if (!(sent instanceof FormData)) return { ...sent, response };
  const whole = new FormData();
  for (const [name, value] of sent) whole.append(name, value);
  whole.set("response", response);
  return whole;
}

/** Asks the server, then the device, and sends what the device answers with what the form says. */
const inTurn =
  <Options, T>(
    ask: Asks<Options>,
    device: (options: Options) => Promise<unknown>,
    send: FormAction<T>,
  ): FormAction<T> =>
  async (previous, sent) => {
    const asked = await ask({ status: "new" }, sent);
    if (asked.status !== "done") return asked.status === "fault" ? asked : previous;
    const response = await device(asked.value.options).catch(() => null);
    const stopped = { status: "fault", fault: fault("passkeyStopped"), kept: null, at: Date.now() } as const;
    if (response === null) return stopped;
    return send(previous, withResponse(sent, JSON.stringify(response)));
  };

/** The action of a form that makes a passkey on this device. The library comes when it is pressed. */
export const byNewPasskey = <T>(
  ask: Asks<PublicKeyCredentialCreationOptionsJSON>,
  send: FormAction<T>,
): FormAction<T> =>
  inTurn(
    ask,
    async (optionsJSON) => (await import("@simplewebauthn/browser")).startRegistration({ optionsJSON }),
    send,
  );

/** The action of a form that uses a passkey of this device. */
export const byPasskey = <T>(
  ask: Asks<PublicKeyCredentialRequestOptionsJSON>,
  send: FormAction<T>,
): FormAction<T> =>
  inTurn(
    ask,
    async (optionsJSON) => (await import("@simplewebauthn/browser")).startAuthentication({ optionsJSON }),
    send,
  );
