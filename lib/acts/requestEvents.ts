import type { Said } from "./events";

/** What happens to what trainers are asked for. */
export type RequestEvents = {
  /** Trainers are asked for a course or a session, or once more. */
  "request.sent": {
    courseId: number;
    requests: readonly { requestId: number; personId: number }[];
    said: Said;
  };
  "request.chased": { courseId: number; requestId: number; personId: number; said: Said };
  "request.answered": {
    courseId: number;
    requestId: number;
    personId: number;
    /** Who asked; null where nobody is left to be told. */
    askedBy: number | null;
    answer: "accepted" | "declined" | "proposed";
    /** True where they come to the course's team by it. */
    joins: boolean;
    said: Said;
  };
  /** An answer that somebody had entered is taken back: the request waits again. */
  "request.answer-taken-back": { courseId: number; requestId: number; personId: number };
  /** `hears`: false where they hear of what became of the course instead, or of another request that is taken back with it. */
  "request.taken-back": {
    courseId: number;
    requestId: number;
    personId: number;
    hears: boolean;
    said: Said;
  };
  "request.settled": { courseId: number; requestId: number };
};
