import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/app/_server/auth";
import { processSettings } from "@/lib/env/settings";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What OpenID Connect's dance takes; next-auth's own session, which would renew for ever, is none of it. */
const dance = ["providers", "csrf", "signin", "signin/oidc", "callback/oidc", "error"];

/** Everyone (`session.start`): sign-in by OpenID Connect, where an issuer is set, and nothing else. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!processSettings().oidc || !dance.includes(nextauth.join("/")))
    return new Response(null, { status: 404 });
  return NextAuth(request, context, authOptions());
}

export { handler as GET, handler as POST };
