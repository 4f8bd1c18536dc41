import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import { visitor } from "@/lib/access/table";
import { type SignedIn, signInByIdentity } from "@/lib/accounts/commands";
import { sessionLifetimeS } from "@/lib/accounts/rules";
import { contextOf } from "@/lib/acts/context";
import { whenFree } from "@/lib/acts/turns";
import { processSettings } from "@/lib/env/settings";
import { clock } from "@/lib/time/clock";

declare module "next-auth/jwt" {
  interface JWT {
    accountId?: number;
    sessionVersion?: number;
  }
}
declare module "next-auth" {
  interface Session {
    accountId?: number;
    sessionVersion?: number;
  }
  interface Profile {
    email_verified?: boolean;
  }
}

const sessionCookie = "cascade-session";

const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: processSettings().publicUrl.startsWith("https:"),
});

/** Settings of next-auth: sessions as signed cookies that name the account and the version of its sessions. */
export function authOptions(): NextAuthOptions {
  const { oidc, authSecret, publicUrl } = processSettings();
  process.env.NEXTAUTH_URL ??= publicUrl;
  return {
    secret: authSecret,
    session: { strategy: "jwt", maxAge: sessionLifetimeS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookie, options: cookieOptions() } },
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
        if (!result.ok) return "/sign-in?error=noAccount";
        Object.assign(user, result.value);
        return true;
      },
      jwt({ token, user }) {
        const signedIn = user as Partial<SignedIn> | undefined;
        if (signedIn?.accountId)
          return { accountId: signedIn.accountId, sessionVersion: signedIn.sessionVersion };
        return token;
      },
      session({ session, token }) {
        return { ...session, accountId: token.accountId, sessionVersion: token.sessionVersion };
      },
    },
  };
}

/** What this browser's session cookie says; null where there is none, or none of ours, or it has run out. */
export async function sessionToken(): Promise<{ accountId: number; sessionVersion: number } | null> {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (!token) return null;
  const read = await decode({ token, secret: processSettings().authSecret }).catch(() => null);
  return read?.accountId && read.sessionVersion
    ? { accountId: read.accountId, sessionVersion: read.sessionVersion }
    : null;
}

/** Begins a session in this browser, in the person's own language. */
export async function startSession(signedIn: SignedIn): Promise<void> {
  const { accountId, sessionVersion } = signedIn;
  const token = await encode({
    token: { accountId, sessionVersion },
    secret: processSettings().authSecret,
    maxAge: sessionLifetimeS,
  });
  const jar = await cookies();
  jar.set(sessionCookie, token, { ...cookieOptions(), maxAge: sessionLifetimeS });
  await chooseLanguage(signedIn.language);
}

/** Ends the session of this browser. */
export async function endSession(): Promise<void> {
  (await cookies()).delete(sessionCookie);
}

/** Keeps the language of the pages in this browser. */
export async function chooseLanguage(language: string): Promise<void> {
  (await cookies()).set("locale", language, { ...cookieOptions(), httpOnly: false, maxAge: 365 * 24 * 3600 });
}
