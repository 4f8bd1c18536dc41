"use server";

import { action } from "@/app/_actions/action";
import {
  endSharing as endSharingCommand,
  leaveSharing as leaveSharingCommand,
  setPercents as setPercentsCommand,
  shareCourse as shareCourseCommand,
} from "@/lib/sharing/commands";

/** Has another programme pay for a course too. */
export const shareCourse = action(shareCourseCommand, {
  to: ({ courseId, programmeId }) => `/desk/courses/${courseId}/sharing?added=${programmeId}`,
});

/** Says what each programme pays. */
export const setPercents = action(setPercentsCommand);

/** Takes a programme from those that pay. */
export const endSharing = action(endSharingCommand, { outOfDate: ["sharesNoLonger"] });

/** Leaves a course that another programme leads, which its coordinator then reads no longer. */
export const leaveSharing = action(leaveSharingCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}`,
  inPlace: true,
});
