import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { answered, issuerOptions } from "@/app/_server/issuer";
import { processSettings } from "@/lib/env/settings";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What OpenID Connect's dance takes, by method; next-auth's own session, which would renew for ever, is none of it. */
const dance: Record<string, readonly string[]> = {
  GET: ["csrf", "providers", "callback/oidc"],
  POST: ["signin/oidc"],
};

/** Everyone (`session.start`): sign-in by OpenID Connect, where an issuer is set, and nothing else. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const { oidc } = processSettings();
  if (!oidc || !dance[request.method]?.includes(nextauth.join("/")))
    return new Response(null, { status: 404 });
  return answered(await NextAuth(request, context, issuerOptions()));
}

export { handler as GET, handler as POST };
