"use server";

import { action } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import { comeBack as comeBackCommand, withdraw as withdrawCommand } from "@/lib/registrations/commands";
import type { Fault } from "@/lib/result";
import { makePlan as makePlanCommand } from "@/lib/stages/commands";
import { overtakenCodes } from "./overtaken";

/** What is true now stands on top of the page: the form that was sent is at its end. */
const toState = ({ token }: { token: string }) => `/registrations/${token}#state`;

/** The page as it is now, with why nothing was done: it stood open while something happened, often in another tab. */
const toStateNow = ({ code }: Fault, { token }: Values) =>
  (overtakenCodes as readonly string[]).includes(code)
    ? `/registrations/${encodeURIComponent(String(token))}?said=${code}#state`
    : null;

/** Gives a place or an application back. */
export const withdraw = action(withdrawCommand, { to: toState, toAfterFault: toStateNow });

/** Takes part again after having given the place back. */
export const comeBack = action(comeBackCommand, { to: toState, toAfterFault: toStateNow });

/** Says when and where one's first workshops are. */
export const makePlan = action(makePlanCommand, {
  to: ({ token }) => `/registrations/${token}?plan=saved#plan`,
});
