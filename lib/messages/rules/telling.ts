import type { MailMessage } from "../../../db/values/messages";
import type { Event } from "../../acts/events";

/** Somebody to be told something: about a registration and its course, or about themselves. */
export type Told = {
  personId: number;
  registrationId: number | null;
  courseId: number | null;
  message: MailMessage;
  /**
   * What only the command knows, such as a reason. Name, course, dates, place, number and link are added when the
   * message is written, as they are then.
   */
  params: Record<string, string>;
};

/**
 * A message that follows from an event; a mail is held back for so long (ms), for what may change again at once.
 * `byMailOnly`: nobody need tell the person who has no mail, as somebody else does.
 */
export type Telling = Told & { waitMs: number; byMailOnly: boolean };

/** Several edits in a row are one message: mail about what has moved is held back so long after the last, in ms. */
export const movedWaitMs = 10 * 60_000;

/** Makes what people are told of an event, each by the message it is; nothing where there is none. */
export const tellerOf =
  (event: Event) =>
  (
    message: MailMessage | undefined,
    { personId, registrationId = null }: { registrationId?: number | null; personId: number },
    params: Told["params"] = {},
    waitMs = 0,
    byMailOnly = false,
  ): Telling[] => {
    const courseId = "courseId" in event ? event.courseId : null;
    return message ? [{ personId, registrationId, courseId, message, params, waitMs, byMailOnly }] : [];
  };
