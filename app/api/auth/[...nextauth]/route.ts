import type { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { authOptions } from "@/app/_server/auth";
import { processSettings } from "@/lib/env/settings";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What OpenID Connect's dance takes, by method; next-auth's own session, which would renew for ever, is none of it. */
const dance: Record<string, readonly string[]> = {
  GET: ["csrf", "providers", "callback/oidc"],
  POST: ["signin/oidc"],
};

/** Kept during the dance; with https no other host, nor a neighbour of ours, can put one of these into a browser. */
function danceCookies(publicUrl: string): NextAuthOptions["cookies"] {
  const secure = publicUrl.startsWith("https:");
  const cookie = (name: string, maxAge?: number) => ({
    name: `${secure ? "__Host-" : ""}cascade-oidc-${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure, maxAge },
  });
  return {
    csrfToken: cookie("csrf"),
    callbackUrl: cookie("back"),
    state: cookie("state", 900),
    pkceCodeVerifier: cookie("pkce", 900),
    nonce: cookie("nonce", 900),
  };
}

/** Everyone (`session.start`): sign-in by OpenID Connect, where an issuer is set, and nothing else. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const { oidc, publicUrl } = processSettings();
  if (!oidc || !dance[request.method]?.includes(nextauth.join("/")))
    return new Response(null, { status: 404 });
  const options = authOptions();
  return NextAuth(request, context, {
    ...options,
    cookies: { ...danceCookies(publicUrl), ...options.cookies },
  });
}

export { handler as GET, handler as POST };
