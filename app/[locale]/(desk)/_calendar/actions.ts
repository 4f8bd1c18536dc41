"use server";

import { action } from "@/app/_actions/action";
import { makeFeedAddressShown, renewFeedAddressShown } from "@/lib/feeds/commands";

/** Makes one more secret address of a calendar. */
export const makeCalendarAddress = action(makeFeedAddressShown);

/** Makes a new secret address in place of all that the viewer had of a calendar. */
export const renewCalendarAddress = action(renewFeedAddressShown);
