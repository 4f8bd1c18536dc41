"use server";

import { action } from "@/app/_actions/action";
import { comeBack as comeBackCommand, withdraw as withdrawCommand } from "@/lib/registrations/commands";

/** What is true now stands on top of the page: the form that was sent is at its end. */
const toState = ({ token }: { token: string }) => `/registrations/${token}#state`;

/** Gives a place or an application back. */
export const withdraw = action(withdrawCommand, { to: toState });

/** Takes part again after having given the place back. */
export const comeBack = action(comeBackCommand, { to: toState });
