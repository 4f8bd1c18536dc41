import { cookies } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import { visitor } from "@/lib/access/table";
import { signInByIdentity } from "@/lib/accounts/commands";
import { cookieNames } from "@/lib/accounts/rules/signIns";
import { wayBack } from "@/lib/accounts/schema";
import { contextOf } from "@/lib/acts/context";
import { whenFree } from "@/lib/acts/turns";
import { processSettings } from "@/lib/env/settings";
import { clock } from "@/lib/time/clock";
import { startSession } from "./auth";
import { noteRefusal } from "./refusals";

declare module "next-auth" {
  interface Profile {
    email_verified?: boolean;
  }
}

const isSecure = () => processSettings().publicUrl.startsWith("https:");
const issuerBack = () => cookieNames(isSecure()).issuerBack;

/** Where the button to the issuer was pressed wants to go on: an address of this site. */
async function backFromIssuer(): Promise<string> {
  const kept = (await cookies()).get(issuerBack())?.value ?? "";
  const { publicUrl } = processSettings();
  return wayBack(kept.startsWith(publicUrl) ? kept.slice(publicUrl.length) : kept);
}

/** Kept during the dance; with https no other host, nor a neighbour of ours, can put one of these into a browser. */
function danceCookies(): NextAuthOptions["cookies"] {
  const secure = isSecure();
  const options = { httpOnly: true, sameSite: "lax" as const, path: "/", secure };
  const cookie = (name: string, maxAge?: number) => ({
    name: `${secure ? "__Host-" : ""}cascade-oidc-${name}`,
    options: { ...options, maxAge },
  });
  return {
    csrfToken: cookie("csrf"),
    callbackUrl: { name: issuerBack(), options },
    state: cookie("state", 900),
    pkceCodeVerifier: cookie("pkce", 900),
    nonce: cookie("nonce", 900),
  };
}

/** The name of an issuer, which may be written with or without a slash at its end. */
const bare = (issuer: string) => issuer.replace(/\/+$/, "");

type Issuer = NonNullable<ReturnType<typeof processSettings>["oidc"]>;

/** The issuer of the settings, as next-auth takes it. */
const provider = ({
  issuer,
  name,
  clientId,
  clientSecret,
}: Issuer): NextAuthOptions["providers"][number] => ({
  id: "oidc",
  name,
  type: "oauth",
  wellKnown: `${bare(issuer)}/.well-known/openid-configuration`,
  clientId,
  clientSecret,
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  authorization: { params: { scope: "openid email profile" } },
  token: {
    // The library believes the name that the metadata say, and checks tokens against that; neither code nor secret goes to
    // whoever calls itself otherwise than the operator does.
    async request({ client, params, checks, provider: { callbackUrl } }) {
      const named = String(client.issuer.metadata.issuer);
      if (bare(named) !== bare(issuer))
        throw new Error(`OIDC_ISSUER is ${issuer}, but calls itself ${named}`);
      return { tokens: await client.callback(callbackUrl, params, checks) };
    },
  },
  profile: (profile: { sub: string; email?: string }) => ({ id: profile.sub, email: profile.email ?? null }),
});

/** True for an address of next-auth's own pages, which we do not have: something was wrong. */
const isWrong = (to: string | null | undefined) => /\/api\/auth\/(error|signin)\b/.test(to ?? "");

/** What next-auth answers; where it would lead to a page of its own, our page to sign in says that it did not work. */
export async function answered(answer: Response): Promise<Response> {
  const inJson = answer.headers.get("content-type")?.startsWith("application/json");
  const to = inJson
    ? ((await answer.clone().json()) as { url?: string }).url
    : answer.headers.get("location");
  if (!isWrong(to)) return answer;
  const { headers, status } = answer;
  const url = "/sign-in?error=issuerFailed";
  if (inJson) return new Response(JSON.stringify({ url }), { headers, status });
  await noteRefusal("signInWrong", visitor, "session.start");
  headers.set("location", url);
  return new Response(null, { headers, status });
}

/**
 * Settings of next-auth, which does OpenID Connect's dance and nothing else: whoever comes back from the issuer is signed
 * in by our own row and cookie, and is led on before next-auth makes a session of its own.
 */
export function issuerOptions(): NextAuthOptions {
  const { oidc, authSecret, publicUrl } = processSettings();
  process.env.NEXTAUTH_URL ??= publicUrl;
  return {
    secret: authSecret,
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: danceCookies(),
    providers: oidc ? [provider(oidc)] : [],
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
        if (!result.ok) {
          await noteRefusal("signInWrong", visitor, "session.start");
          return `/sign-in?error=${result.fault.code}`;
        }
        await startSession(result.value);
        return backFromIssuer();
      },
    },
  };
}
