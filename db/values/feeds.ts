/** Whose sessions a calendar to subscribe to holds: one's own, those of a course, of a trainer, in a room. */
export const feeds = ["mine", "course", "trainer", "room"] as const;

export type FeedKind = (typeof feeds)[number];
