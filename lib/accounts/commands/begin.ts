import { change } from "../../acts/command";
import type { Context, SystemContext } from "../../acts/context";
import { newSessionToken, newToken } from "../../crypto/tokens";
import type { Result } from "../../result";
import { deviceInWords, longestStay } from "../rules/signIns";
import { deleteSignInBy, deleteSignInsBefore, insertSignIn, noteDevice, renewSignIn } from "../store/signIns";
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

/**
 * Keeps that somebody is signed in, in this browser. Takes what a command that lets in has answered, and nothing else.
 * Where that keeps the sign-in from which it was done, it goes on under another token: whoever had the old one is out.
 */
export const beginSignIn = (cx: Context, letIn: SignedIn, browser: Browser): Result<Cookies> =>
  change(cx, () => {
    const { accountId, keeps, bothSteps } = letIn;
    const session = newSessionToken();
    const known = browser.device && /^[\w-]{22}$/.test(browser.device);
    const device = { token: known ? browser.device! : newToken(), words: deviceInWords(browser.userAgent) };
    if (keeps === null || !renewSignIn(cx, keeps, accountId, session)) {
      if (browser.session) deleteSignInBy(cx, browser.session);
      insertSignIn(cx, accountId, session, device, bothSteps);
    }
    noteDevice(cx, accountId, device);
    return { session, device: device.token };
  });

/** What the cookies hold of a sign-in that opens nothing, in a browser that is to look as if it were signed in. */
export const beginNoSignIn = (device: string | null): Cookies => ({
  session: newSessionToken(),
  device: device ?? newToken(),
});

/** Forgets sign-ins that count for nobody any more. The process does it now and then. */
export const forgetSignIns = (cx: SystemContext): Result<null> =>
  change(cx, () => {
    deleteSignInsBefore(cx, cx.now - longestStay.longestMs, cx.now - longestStay.idleMs);
    return null;
  });
