import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { viewerOf } from "@/lib/access/queries";
import { mayAnywhere, type Permission, type Viewer, visitor } from "@/lib/access/rules";
import { sessionToken } from "./auth";

/** Who looks, read once a request: the session's account as it is now, or a visitor. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const token = await sessionToken();
  return token ? viewerOf(token.accountId, token.sessionVersion) : visitor;
});

/**
 * The viewer of a page, who must hold the permission somewhere. A visitor is sent to sign in and comes back; for
 * anybody else the page is not found. What of the page's data they may see is up to the queries.
 */
export async function requireViewer(permission: Permission, back = "/today"): Promise<Viewer> {
  const viewer = await currentViewer();
  if (mayAnywhere(viewer, permission)) return viewer;
  if (viewer.kind === "visitor") redirect(`/sign-in?back=${encodeURIComponent(back)}`);
  notFound();
}
