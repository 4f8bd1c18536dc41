import { heldBy } from "../../access/viewer";
import { change } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { newSessionToken, newToken } from "../../crypto/tokens";
import { type Result, refuse } from "../../result";
import { deviceInWords, longestStay } from "../rules/signIns";
import { deleteSignInBy, deleteSignInsBefore, noteDevice, renewSignIn } from "../store/signIns";
import type { SignedIn } from "./account";

/** The browser in which somebody is let in. */
type Browser = {
  /** What the cookie of its sign-in holds; that sign-in ends. */
  readonly session: string | null;
  /** What the cookie holds by which the device is known again. */
  readonly device: string | null;
  readonly userAgent: string;
};

/** What the cookies of a browser are to hold from now on. */
type Cookies = { readonly session: string; readonly device: string };

/** The device of a browser: known again by its cookie, or new where that holds nothing that we set. */
const deviceOf = (cookie: string | null): string =>
  cookie && /^[\w-]{22}$/.test(cookie) ? cookie : newToken();

/**
 * Gives this browser the sign-in with which somebody was let in. Takes what a command that lets in has answered, and nothing
 * else. Where that keeps the sign-in from which it was done, it goes on under another token: whoever had the old one is out.
 * Refused where the sign-in was ended meanwhile.
 */
export const beginSignIn = (cx: Context, letIn: SignedIn, browser: Browser): Result<Cookies> =>
  change(cx, () => {
    const session = newSessionToken();
    const device = { token: deviceOf(browser.device), words: deviceInWords(browser.userAgent) };
    const begins = letIn.keeps === null;
    if (begins && browser.session) deleteSignInBy(cx, browser.session);
    if (!renewSignIn(cx, letIn, session, begins ? device : null)) refuse("signInNeeded");
    // Of whoever is halfway it is not known yet that they are the owner: their device counts once both steps are taken.
    if (heldBy(cx, session).viewer.kind === "account") noteDevice(cx, letIn.accountId, device);
    return { session, device: device.token };
  });

/** What the cookies hold of a sign-in that opens nothing, in a browser that is to look as if it were signed in. */
export const beginNoSignIn = (device: string | null): Cookies => ({
  session: newSessionToken(),
  device: deviceOf(device),
});

/** Forgets sign-ins that count for nobody any more. The process does it now and then. */
export const forgetSignIns = (cx: SystemContext): Result<null> =>
  change(cx, () => {
    deleteSignInsBefore(cx, cx.now - longestStay.longestMs, cx.now - longestStay.idleMs);
    return null;
  });
