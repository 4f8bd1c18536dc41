import { visitor } from "../../lib/access/table";
import { heldBy } from "../../lib/access/viewer";
import { beginSignIn, type SignedIn } from "../../lib/accounts/commands";
import { as, now } from "./as";
import { value } from "./world";

/** A browser as it says itself; a device of its own each time, unless its cookie is given. */
export const firefox = "Mozilla/5.0 (Android 13; Mobile; rv:121.0) Gecko/121.0 Firefox/121.0";

/** Signs whoever was let in in, as the page does; gives what the cookie holds. */
export const begun = (letIn: SignedIn, at = now, session: string | null = null): string =>
  value(beginSignIn(as(visitor, at), letIn, { session, device: null, userAgent: firefox })).session;

/** Who asks with a cookie, at an instant. */
export const holder = (token: string, at = now) => heldBy(as(visitor, at), token).viewer;
