import type { CourseState } from "../../../db/values/courses";
import { type MailMessage, mailMessages } from "../../../db/values/messages";
import { dayAt } from "../../time/zone";
import { type Topic, topics } from "./topics";

/** What is said of a course that is to come: whether and when it takes place, who has a place in it, who trains in it. */
const ofWhatComes: readonly Topic[] = ["goes", "course", "place", "request", "training"];

/** What somebody who asked for a place is owed, however late. */
const saidAlways: readonly MailMessage[] = ["registrationReleased", "registrationDeclined"];

/** Messages that tell nobody anything any more once their course is past. Who waited until its end learns that it is over, and who was declined that they were. */
export const saidInVainWhenPast: readonly MailMessage[] = mailMessages.filter(
  (message) => ofWhatComes.includes(topics[message]) && !saidAlways.includes(message),
);

/**
 * True of a course of which nothing is to come: it was ended, or was cancelled and its days are over. As it stands now, for an
 * end may be taken back.
 */
export const isPast = (
  { state, endsOn, zone }: { state: CourseState; endsOn: string | null; zone: string },
  now: number,
): boolean => state === "closed" || (state === "cancelled" && endsOn !== null && endsOn < dayAt(now, zone));

/** True once a course was ended or cancelled, or its last day is over where it is held. */
export const isOver = (
  { state, endsOn, zone }: { state: CourseState; endsOn: string | null; zone: string },
  now: number,
): boolean => state === "closed" || state === "cancelled" || (endsOn !== null && endsOn < dayAt(now, zone));
