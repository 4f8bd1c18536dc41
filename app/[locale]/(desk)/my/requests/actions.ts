"use server";

import { action } from "@/app/_actions/action";
import {
  acceptRequest as acceptCommand,
  declineRequest as declineCommand,
  proposeInstead as proposeCommand,
} from "@/lib/requests/commands";

/** The page of one's requests, with the answer that was just given. */
const requestsWith = ({ requestId }: { requestId: number }) => `/my/requests?done=${requestId}`;
/** What the page did not know yet. */
const outOfDate = [
  "requestTakenBack",
  "requestAnsweredAlready",
  "askedCancelled",
  "askedOver",
  "askedSessionGone",
  "askedTooLate",
];

/** Accepts what one was asked for. */
export const acceptRequest = action(acceptCommand, { to: requestsWith, outOfDate });

/** Says that one cannot, and why. */
export const declineRequest = action(declineCommand, { to: requestsWith, outOfDate });

/** Names another trainer, or another time, instead. */
export const proposeInstead = action(proposeCommand, { to: requestsWith, outOfDate });
