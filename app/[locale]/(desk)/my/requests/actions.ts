"use server";

import { action } from "@/app/_actions/action";
import {
  acceptRequest as acceptCommand,
  declineRequest as declineCommand,
  proposeInstead as proposeCommand,
} from "@/lib/requests/commands";
import type { Fault } from "@/lib/result";
import { isTooLate } from "./late";

/** The page of one's requests, with the answer that was just given. */
const requestsWith = ({ requestId }: { requestId: number }) => `/my/requests?done=${requestId}`;
/** The page as it is now, with why the answer came too late: its form may not be there any more. */
const withWhy = ({ code }: Fault) => (isTooLate(code) ? `/my/requests?late=${code}` : null);

/** Accepts what one was asked for. */
export const acceptRequest = action(acceptCommand, { to: requestsWith, toAfterFault: withWhy });

/** Says that one cannot, and why. */
export const declineRequest = action(declineCommand, { to: requestsWith, toAfterFault: withWhy });

/** Names another trainer, or another time, instead. */
export const proposeInstead = action(proposeCommand, { to: requestsWith, toAfterFault: withWhy });
