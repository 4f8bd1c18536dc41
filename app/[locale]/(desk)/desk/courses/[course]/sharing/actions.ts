"use server";

import { action } from "@/app/_actions/action";
import type { Values } from "@/app/_actions/readPost";
import type { Fault } from "@/lib/result";
import {
  endSharing as endSharingCommand,
  leaveSharing as leaveSharingCommand,
  setPercents as setPercentsCommand,
  shareCourse as shareCourseCommand,
} from "@/lib/sharing/commands";
import { overtakenCodes } from "./overtaken";

/** The page as it is now, with why nothing was done: the form that was sent may not stand there any more. */
const toPayersNow = ({ code }: Fault, { courseId }: Values) =>
  (overtakenCodes as readonly string[]).includes(code)
    ? `/desk/courses/${encodeURIComponent(String(courseId))}/sharing?said=${code}`
    : null;

/** Has another programme pay for a course too. */
export const shareCourse = action(shareCourseCommand, {
  to: ({ courseId, programmeId }) => `/desk/courses/${courseId}/sharing?added=${programmeId}`,
});

/** Says what each programme pays. */
export const setPercents = action(setPercentsCommand, { toAfterFault: toPayersNow });

/** Takes a programme from those that pay. */
export const endSharing = action(endSharingCommand, { toAfterFault: toPayersNow });

/**
 * Leaves a course that another programme leads, which its coordinator then reads no longer. Where that one took it away
 * meanwhile, their own programme's page says so: the course has none for them any more.
 */
export const leaveSharing = action(leaveSharingCommand, {
  to: ({ programmeId }) => `/desk/programmes/${programmeId}`,
  toAfterFault: ({ code }, { programmeId }) =>
    code === "sharesNoLonger"
      ? `/desk/programmes/${encodeURIComponent(String(programmeId))}?said=${code}`
      : null,
  inPlace: true,
});
