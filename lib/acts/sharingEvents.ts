/** Which programmes the people concerned are told of, by their keys: whose it is to pay, and which leads. Not kept in the log. */
type Said = Readonly<{ sharer: string; lead: string }>;

/** What can happen where several programmes pay for one course. */
export type SharingEvents = {
  /** Another programme pays for a course too; its coordinators (`people`) are told, and whoever registered before that. */
  "sharing.begun": {
    courseId: number;
    programmeId: number;
    percent: number | null;
    people: readonly number[];
    registrations: readonly { registrationId: number; personId: number }[];
    said: Said;
  };
  /** What each programme pays of a course, in per cent, by its key; null where nobody says. */
  "sharing.percents-set": {
    courseId: number;
    lead: number | null;
    others: Readonly<Record<number, number | null>>;
  };
  /** A programme pays for a course no longer: the lead took it away, or it left; the coordinators of the other are told. */
  "sharing.ended": {
    courseId: number;
    programmeId: number;
    by: "lead" | "sharer";
    people: readonly number[];
    /** Whom it no longer concerns that others read the course: nobody else does. */
    unread: readonly number[];
    said: Said;
  };
};
