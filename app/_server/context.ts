import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { mayAnywhere, type Permission, visitor } from "@/lib/access/table";
import { heldBy, heldUntil } from "@/lib/access/viewer";
import { type Context, contextOf } from "@/lib/acts/context";
import { Refusal } from "@/lib/result";
import { clock } from "@/lib/time/clock";
import { browserOf, sessionToken } from "./auth";
import { noteRefusal } from "./refusals";

/** Who asks in this request, and when: the owner of the sign-in as they are now, or a visitor. Made once. */
const asking = cache(async (): Promise<{ cx: Context; endsAt: number | null }> => {
  const asVisitor = { ...contextOf(visitor, clock()), browser: await browserOf() };
  const token = await sessionToken();
  if (!token) return { cx: asVisitor, endsAt: null };
  const { viewer, endsAt } = heldBy(asVisitor, token);
  return { cx: { ...asVisitor, viewer }, endsAt };
});

/** The page of the second step of signing in. */
export const secondStepAt = "/account/second-step";

/** The context of this request. */
export const currentContext = async (): Promise<Context> => (await asking()).cx;

/** How long (ms) whoever asks stays signed in after this request; null for a visitor. */
export async function staySignedIn(): Promise<number | null> {
  const { cx, endsAt } = await asking();
  return endsAt === null ? null : endsAt - cx.now;
}

/** The same, without noting that they are there. */
export async function leftSignedIn(): Promise<number | null> {
  const [cx, token] = [publicContext(), await sessionToken()];
  const endsAt = token ? heldUntil(cx, token) : null;
  return endsAt === null ? null : endsAt - cx.now;
}

/** The context of a page that is the same for everybody and knows of no viewer. */
export const publicContext = (): Context => contextOf(visitor, clock());

/**
 * Where a visitor signs in, or goes on to the second step, who comes back to an address of ours. Whose browser shows a
 * sign-in that is over is told that it is.
 */
export async function toSignIn({ viewer }: Context, back: string): Promise<string> {
  const to = `?back=${encodeURIComponent(back)}`;
  if (viewer.halfway) return secondStepAt + to;
  return `/sign-in${to}${(await sessionToken()) ? "&ended=over" : ""}`;
}

/**
 * The context of a page, whose viewer must hold the permission somewhere. A visitor is sent to sign in and comes back;
 * for anybody else the page is not found. What of the page's data they may see is up to the queries.
 */
export async function requireContext(permission: Permission, back = "/today"): Promise<Context> {
  const cx = await currentContext();
  if (mayAnywhere(cx.viewer, permission)) return cx;
  if (cx.viewer.kind === "visitor") redirect(await toSignIn(cx, back));
  await noteRefusal("notAllowed", cx.viewer, permission);
  notFound();
}

/** Notes that somebody signed in asked for what is not theirs, or not there. */
async function noteForeign(): Promise<void> {
  const { viewer } = await currentContext();
  if (viewer.kind === "account") await noteRefusal("notTheirs", viewer, null);
}

/** What a gate hands out for a page; a page of what is not granted is not found, and a visitor is sent to sign in. */
export function granted<Thing>(ask: () => Thing, back = "/today"): Thing {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.fault.code === "signInNeeded") redirect(`/sign-in?back=${encodeURIComponent(back)}`);
    // The page waits for nobody's note.
    void noteForeign();
    notFound();
  }
}
