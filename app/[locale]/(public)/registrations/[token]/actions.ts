"use server";

import { action } from "@/app/_actions/action";
import { comeBack as comeBackCommand, withdraw as withdrawCommand } from "@/lib/registrations/commands";
import { comeBackSchema, withdrawalSchema } from "@/lib/registrations/schema";

/** What is true now stands on top of the page: the form that was sent is at its end. */
const toState = ({ token }: { token: string }) => `/registrations/${token}#state`;

/** Gives a place or an application back. */
export const withdraw = action("registration.follow", withdrawalSchema, withdrawCommand, { to: toState });

/** Takes part again after having given the place back. */
export const comeBack = action("registration.follow", comeBackSchema, comeBackCommand, { to: toState });
