"use server";

import { action } from "@/app/_actions/action";
import { makeFeedAddress, renewFeedAddress } from "@/lib/feeds/commands";

/** Makes one more secret address of a calendar. */
export const makeCalendarAddress = action(makeFeedAddress);

/** Makes a new secret address in place of all that the viewer had of a calendar. */
export const renewCalendarAddress = action(renewFeedAddress);
