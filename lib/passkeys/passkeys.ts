import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";

export type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

/** What a browser is given to make a passkey, and to use one. */
export type NewPasskeyOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
export type UsePasskeyOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/** A passkey as it is kept: credential id and key (COSE) in base64url, and the last count that it gave. */
export type KeptPasskey = {
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: readonly string[];
};

/** Why a passkey is not taken. */
export type PasskeyFault =
  | "passkeyOtherSite"
  | "passkeyOutOfDate"
  | "passkeyCopied"
  | "passkeyUnverified"
  | "passkeyWrong";

type Checked<Value> = { ok: true; value: Value } | { ok: false; code: PasskeyFault };

/** The name of the site that passkeys are for, and the address from which they are used. */
const siteOf = (publicUrl: string) => {
  const { hostname, origin } = new URL(publicUrl);
  return { rpID: hostname, origin };
};

type Transports = NonNullable<Parameters<typeof generateAuthenticationOptions>[0]["allowCredentials"]>;
const listed = (kept: readonly KeptPasskey[]) =>
  kept.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: [...transports],
  })) as Transports;

/** What the browser of somebody is given to make a passkey. `handle` names the account to their device (base64url). */
export const optionsForNewPasskey = (
  publicUrl: string,
  who: { handle: string; name: string; displayName: string; kept: readonly KeptPasskey[] },
  timeout: number,
): Promise<NewPasskeyOptions> =>
  generateRegistrationOptions({
    rpName: "Cascade",
    rpID: siteOf(publicUrl).rpID,
    userID: new Uint8Array(Buffer.from(who.handle, "base64url")),
    userName: who.name,
    userDisplayName: who.displayName,
    excludeCredentials: listed(who.kept),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
    timeout,
  });

/**
 * What a browser is given to use a passkey: one of these, or, where there are none, whichever its owner has for this site.
 * @param verified true where it is to ask for a fingerprint, a face or a PIN.
 */
export const optionsToUsePasskey = (
  publicUrl: string,
  kept: readonly KeptPasskey[],
  verified: boolean,
  timeout: number,
): Promise<UsePasskeyOptions> =>
  generateAuthenticationOptions({
    rpID: siteOf(publicUrl).rpID,
    allowCredentials: listed(kept),
    userVerification: verified ? "required" : "preferred",
    timeout,
  });

/** What a browser says that it signed, by its own account: what it was asked, and at which address. Empty where it says nothing. */
export function asSigned(clientDataJSON: string): { challenge: string; origin: string } {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    return { challenge: String(said?.challenge ?? ""), origin: String(said?.origin ?? "") };
  } catch {
    return { challenge: "", origin: "" };
  }
}

/** Why the library did not take it. What it compares first was compared before, so its words are its own. */
const faultOf = (error: unknown): PasskeyFault => {
  const { message } = error as Error;
  if (/^Response counter value/.test(message)) return "passkeyCopied";
  if (/^User verification/.test(message)) return "passkeyUnverified";
  return /RP ID/.test(message) ? "passkeyOtherSite" : "passkeyWrong";
};

/** Runs a check of the library, which throws where something is amiss. */
async function checked<Value>(check: () => Promise<Value | null>): Promise<Checked<Value>> {
  try {
    const value = await check();
    return value === null ? { ok: false, code: "passkeyWrong" } : { ok: true, value };
  } catch (error) {
    return { ok: false, code: faultOf(error) };
  }
}

/** Checks what a browser answered that made a passkey when it was asked this, and gives what is to be kept of it. */
export async function checkNewPasskey(
  publicUrl: string,
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<Checked<KeptPasskey>> {
  const { rpID, origin } = siteOf(publicUrl);
  if (asSigned(response.response.clientDataJSON).origin !== origin)
    return { ok: false, code: "passkeyOtherSite" };
  return checked(async () => {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: false,
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports };
  });
}

/**
 * Checks what a browser answered that used a passkey when it was asked this.
 * @param verified true where it must have asked for a fingerprint, a face or a PIN.
 * @returns the count that the passkey gave.
 */
export async function checkPasskey(
  publicUrl: string,
  response: AuthenticationResponseJSON,
  challenge: string,
  kept: KeptPasskey,
  verified: boolean,
): Promise<Checked<number>> {
  const { rpID, origin } = siteOf(publicUrl);
  if (asSigned(response.response.clientDataJSON).origin !== origin)
    return { ok: false, code: "passkeyOtherSite" };
  return checked(async () => {
    const { verified: fits, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: kept.credentialId,
        publicKey: new Uint8Array(Buffer.from(kept.publicKey, "base64url")),
        counter: kept.counter,
      },
      requireUserVerification: verified,
    });
    return fits ? authenticationInfo.newCounter : null;
  });
}
