import { cookies, headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import { visitor } from "@/lib/access/table";
import { beginNoSignIn, beginSignIn, type SignedIn, signInByIdentity } from "@/lib/accounts/commands";
import { cookieNames, longestStay } from "@/lib/accounts/rules/signIns";
import { wayBack } from "@/lib/accounts/schema";
import { type Browser, contextOf } from "@/lib/acts/context";
import { whenFree } from "@/lib/acts/turns";
import { processSettings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/rules";
import { clock } from "@/lib/time/clock";

declare module "next-auth" {
  interface Profile {
    email_verified?: boolean;
  }
}

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

/** Where the button to the issuer was pressed wants to go on: an address of this site. */
async function backFromIssuer(): Promise<string> {
  const kept = (await cookies()).get(names().issuerBack)?.value ?? "";
  const { publicUrl } = processSettings();
  return wayBack(kept.startsWith(publicUrl) ? kept.slice(publicUrl.length) : kept);
}

/**
 * Settings of next-auth, which does OpenID Connect's dance and nothing else: whoever comes back from the issuer is signed
 * in by our own row and cookie, and is led on before next-auth makes a session of its own.
 */
export function authOptions(): NextAuthOptions {
  const { oidc, authSecret, publicUrl } = processSettings();
  process.env.NEXTAUTH_URL ??= publicUrl;
  return {
    secret: authSecret,
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { callbackUrl: { name: names().issuerBack, options: cookieOptions() } },
    providers: oidc
      ? [
          {
            id: "oidc",
            name: oidc.name,
            type: "oauth",
            wellKnown: `${oidc.issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
            clientId: oidc.clientId,
            clientSecret: oidc.clientSecret,
            idToken: true,
            checks: ["pkce", "state"],
            authorization: { params: { scope: "openid email profile" } },
            profile: (profile: { sub: string; email?: string }) => ({
              id: profile.sub,
              email: profile.email ?? null,
            }),
          },
        ]
      : [],
    callbacks: {
      async signIn({ user, profile }) {
        const cx = contextOf(visitor, clock());
        const who = {
          issuer: oidc?.issuer ?? "",
          subject: user.id,
          email: user.email ?? null,
          emailVerified: profile?.email_verified === true,
        };
        const result = await whenFree(cx, () => signInByIdentity(cx, who));
        if (!result.ok) return `/sign-in?error=${result.fault.code}`;
        await startSession(result.value);
        return backFromIssuer();
      },
    },
  };
}

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
  await chooseLanguage(language);
}

/**
 * Signs whoever was let in in, in this browser, and puts its pages into the person's own language. Waits for its turn to
 * write: what let them in (a link, a code) may be used up already.
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
  if (signedIn.keeps === null) await chooseLanguage(signedIn.language);
}

/** Takes the session cookie out of this browser, whose row a command has ended. */
export async function endSession(): Promise<void> {
  (await cookies()).delete(names().session);
}

/** Keeps the language of the pages in this browser. */
export async function chooseLanguage(language: string): Promise<void> {
  (await cookies()).set("locale", language, { ...cookieOptions(), httpOnly: false, maxAge: 365 * 24 * 3600 });
}
