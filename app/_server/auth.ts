import { cookies, headers } from "next/headers";
import { visitor } from "@/lib/access/table";
import { beginNoSignIn, beginSignIn, type SignedIn } from "@/lib/accounts/commands";
import { codesShownMs } from "@/lib/accounts/rules/secondStep";
import { cookieNames, longestStay } from "@/lib/accounts/rules/signIns";
import { type Browser, contextOf } from "@/lib/acts/context";
import { whenFree } from "@/lib/acts/turns";
import { processSettings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/rules";
import { clock } from "@/lib/time/clock";

const isSecure = () => processSettings().publicUrl.startsWith("https:");
const names = () => cookieNames(isSecure());

const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isSecure(),
});

const longestS = longestStay.longestMs / 1000;
/** A device is known again for a year after it was last signed in on. */
const deviceS = 365 * 24 * 3600;

/** What this browser's session cookie holds; null where there is none. */
export async function sessionToken(): Promise<string | null> {
  return (await cookies()).get(names().session)?.value || null;
}

/** For how long this browser keeps the tokens of how many registrations that were made in it. */
const registrationsS = 90 * 24 * 3600;
const mostRegistrations = 5;

/** What this browser shows of itself, beside its sign-in. */
export async function browserOf(): Promise<Browser> {
  const jar = await cookies();
  const device = jar.get(names().device)?.value || null;
  const registrations = (jar.get(names().registrations)?.value ?? "").split(".").slice(0, mostRegistrations);
  return { device, registrations: registrations.filter(Boolean) };
}

/** Keeps in this browser that a registration was made in it, so that filling in the form again leads back to its page. */
export async function keepRegistration(token: string): Promise<void> {
  const before = (await browserOf()).registrations.filter((other) => other !== token);
  const kept = [token, ...before].slice(0, mostRegistrations).join(".");
  (await cookies()).set(names().registrations, kept, { ...cookieOptions(), maxAge: registrationsS });
}

/** Keeps the recovery codes that came with the first means of the second step, sealed, until their page has shown them. */
export async function keepCodes(sealed: string | null): Promise<void> {
  if (sealed)
    (await cookies()).set(names().codes, sealed, { ...cookieOptions(), maxAge: codesShownMs / 1000 });
}

/** What this browser keeps so; null where nothing. */
export async function keptCodes(): Promise<string | null> {
  return (await cookies()).get(names().codes)?.value || null;
}

/**
 * Sets the cookies of a sign-in that opens nothing, for whoever is to see no difference between an account that was made
 * and one that was not.
 */
export async function startNoSession(language: Locale): Promise<void> {
  const jar = await cookies();
  const { session, device } = names();
  const none = beginNoSignIn(jar.get(device)?.value ?? null);
  jar.set(session, none.session, { ...cookieOptions(), maxAge: longestS });
  jar.set(device, none.device, { ...cookieOptions(), maxAge: deviceS });
  await showIn(language);
}

/**
 * Signs whoever was let in in, in this browser, and puts its pages into the person's own language, unless a language was
 * chosen in it. Waits for its turn to write: what let them in (a link, a code) may be used up already.
 */
export async function startSession(signedIn: SignedIn): Promise<void> {
  const jar = await cookies();
  const { session, device } = names();
  const browser = {
    session: jar.get(session)?.value ?? null,
    device: jar.get(device)?.value ?? null,
    userAgent: (await headers()).get("user-agent") ?? "",
  };
  const cx = contextOf(visitor, clock());
  const begun = await whenFree(cx, () => beginSignIn(cx, signedIn, browser));
  // Somebody ended it in the same moment: the next page asks to sign in.
  if (!begun.ok && begun.fault.code === "signInNeeded") return endSession();
  if (!begun.ok) throw new Error(`Nobody could be signed in: ${begun.fault.code}`);
  jar.set(session, begun.value.session, { ...cookieOptions(), maxAge: longestS });
  jar.set(device, begun.value.device, { ...cookieOptions(), maxAge: deviceS });
  // Where a sign-in goes on, so does the language that was chosen in it.
  if (signedIn.keeps === null) await showIn(signedIn.language);
}

/** Takes the session cookie out of this browser, whose row a command has ended, and codes that it still shows. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  // Browsers leave a cookie named `__Host-` in place where what takes it away is not `Secure`.
  for (const name of [names().session, names().codes]) jar.delete({ name, ...cookieOptions() });
}

const languageS = 365 * 24 * 3600;

/** Shows the pages in this language from now on in this browser, where nobody has chosen another in it. */
async function showIn(language: string): Promise<void> {
  const jar = await cookies();
  if (jar.get("locale-chosen")?.value && jar.get("locale")?.value) return;
  jar.set("locale", language, { ...cookieOptions(), httpOnly: false, maxAge: languageS });
}

/** Keeps the language of the pages that the reader chose in this browser: no sign-in changes it. */
export async function chooseLanguage(language: string): Promise<void> {
  const jar = await cookies();
  jar.set("locale", language, { ...cookieOptions(), httpOnly: false, maxAge: languageS });
  jar.set("locale-chosen", "1", { ...cookieOptions(), maxAge: languageS });
}
